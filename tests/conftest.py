"""Settings for all tests: properties try the same examples on every machine."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

from tools.chromium import ARGUMENTS, find

settings.register_profile("fixed", max_examples=120, deadline=None, derandomize=True, database=None)
settings.register_profile("search", deadline=None, max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests: Playwright runs only one of its loops at a time."""
    path = find()
    assert path, "no Chromium: run python -m tools.chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()
