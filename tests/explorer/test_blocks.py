"""How the explorer's entries are parted into blocks."""

import re
from itertools import pairwise

import pytest

from catalog.render.explore.blocks import FIRST, MOST, SMALLEST, blocks
from tests.vocabulary import PROJECT


@pytest.mark.parametrize("count", [0, 1, FIRST, FIRST + 1, 566, 10_242])
def test_every_entry_has_a_block_and_no_block_is_empty(count):
    found = blocks([("caso", n % 17) for n in range(count)])
    assert len(found) == count
    assert set(found) == set(range(max(found, default=-1) + 1))
    assert max(found, default=0) <= MOST


def test_what_every_visit_shows_stands_in_the_first_block():
    found = blocks([("caso", n % 17) for n in range(566)])
    assert found[:FIRST] == [0] * FIRST
    assert 0 not in found[FIRST:]


def test_the_first_block_is_what_the_page_shows_at_once():
    view = (PROJECT / "theme/assets/explorar/view.js").read_text(encoding="utf-8")
    assert re.findall(r"var WINDOW = (\d+);", view) == [str(FIRST)]


def test_a_group_asks_for_few_blocks():
    groups = [("caso", n % 17) for n in range(566)]
    found = blocks(groups)
    for group in set(groups):
        places = [n for n in range(FIRST, 566) if groups[n] == group]
        asked = {found[n] for n in places}
        assert len(asked) <= len(places) // SMALLEST + 2


def test_blocks_are_of_one_size():
    found = blocks([("caso", n % 17) for n in range(10_242)])
    sizes = [found.count(block) for block in range(1, max(found) + 1)]
    assert len(set(sizes[:-1])) == 1
    assert all(a >= b for a, b in pairwise(sizes))
