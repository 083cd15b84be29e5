"""Events out of detente and back in, in the formats other programs read."""
