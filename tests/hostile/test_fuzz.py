"""A short, fixed round of fuzzing, and every input that ever crashed."""

import pytest

from tests.hostile.attacks import CRASHES
from tools.fuzz import at_random, judged

INPUTS = 1500
FOUND = sorted(CRASHES.glob("*.bin"))


def test_made_up_files_neither_crash_nor_hang():
    assert at_random(INPUTS) == []


@pytest.mark.parametrize("file", FOUND, ids=lambda path: path.stem)
def test_what_once_crashed(file):
    assert judged(file.read_bytes()) == ""
