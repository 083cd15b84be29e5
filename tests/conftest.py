"""Makes the modules beside it (`strategies`, `accounts`) importable by their bare names, and tests repeatable in CI."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")
