"""Settings for all tests: properties try the same examples on every machine."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("fixed", max_examples=120, deadline=None, derandomize=True, database=None)
settings.register_profile("search", deadline=None, max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))
