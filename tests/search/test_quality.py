"""The judged set: enough queries, addresses that exist, and the targets of the project."""

import pytest

from tools.search_eval import HELD_OUT, TUNE, judge, queries, score


def test_the_set_is_large_and_balanced():
    asked = queries()
    assert len(asked) >= 90
    assert len({query.text for query in asked}) == len(asked)
    halves = [query.half for query in asked]
    assert halves.count(TUNE) + halves.count(HELD_OUT) == len(asked)
    assert halves.count(HELD_OUT) >= len(asked) // 2


@pytest.mark.browser
def test_acceptable_addresses_exist(site):
    wanted = {url for query in queries() for url in query.accept}
    assert [url for url in sorted(wanted) if not (site / url / "index.html").is_file()] == []


@pytest.mark.browser
def test_the_targets_are_reached(browser, address):
    answers = judge(browser, address, queries())
    held_out = score(answer for answer in answers if answer.query.half == HELD_OUT)
    assert held_out.hits_5 >= 0.95, held_out
    assert held_out.mrr >= 0.85, held_out
