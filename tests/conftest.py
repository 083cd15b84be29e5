"""Makes the modules beside it (`strategies`, `accounts`) importable by their bare names."""
