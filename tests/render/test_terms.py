"""A page of a term stays small however many cases there are, and says where the others stand."""

import re

import pytest

from catalog.assemble import assemble
from catalog.model import Entries
from catalog.render import render
from catalog.render.pages.terms import MOST_CASES, MOST_OF_A_GAP
from catalog.settings import Settings
from tests.entries import case
from tests.vocabulary import VOCABULARIES


def page(number):
    """The page of the firms, the list of its cases, and what is known of them in Bolivia."""
    cases = {f"c{n}": case(f"c{n}") for n in range(number)}
    catalog = assemble(Entries(cases, {}, {}, {}, {}, VOCABULARIES))
    html = render(catalog, Settings())[0]["niveles/empresa/index.md"]
    listed = html.partition('id="casos"')[2].partition("</section>")[0]
    (gap,) = re.findall(r"<details.*?</details>", html, re.DOTALL)
    return html, listed, gap


def addresses(html):
    return set(re.findall(r"casos/c\d+/", html))


@pytest.mark.parametrize("number", [1, MOST_OF_A_GAP, MOST_CASES])
def test_all_cases_are_there_while_they_are_not_too_many(number):
    _, listed, _ = page(number)
    assert len(addresses(listed)) == number
    assert "Aquí están" not in listed


def test_of_too_many_the_first_are_there_and_the_way_to_the_others():
    html, listed, _ = page(MOST_CASES + 5)
    assert len(addresses(listed)) == MOST_CASES
    assert f"{MOST_CASES + 5}\u00a0casos" in html
    assert f"Aquí están {MOST_CASES} de {MOST_CASES + 5}: " in listed
    assert 'href="../../explorar/?nivel=empresa"' in listed
    assert 'href="../../casos/"' in listed


def test_a_gap_counts_all_and_names_the_first():
    _, _, gap = page(MOST_OF_A_GAP + 3)
    assert len(addresses(gap)) == MOST_OF_A_GAP
    assert f'<b class="num mute">{MOST_OF_A_GAP + 3}</b>' in gap
    assert '<li class="mute">y 3 más</li>' in gap
    assert "más" not in page(MOST_OF_A_GAP)[2]
