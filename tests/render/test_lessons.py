"""Of very many lessons of one sector the page shows the first, and the way to the others."""

import pytest

from catalog.assemble import assemble
from catalog.model import Entries, Note
from catalog.render import render
from catalog.render.pages.lessons import MOST_REMARKS
from catalog.settings import Settings
from tests.entries import case
from tests.vocabulary import VOCABULARIES


def page(number):
    cases = {f"c{n}": case(f"c{n}", lessons=(Note(text=f"Lección {n}."),)) for n in range(number)}
    catalog = assemble(Entries(cases, {}, {}, {}, {}, VOCABULARIES))
    return render(catalog, Settings())[0]["lecciones/index.md"]


@pytest.mark.parametrize("number", [1, MOST_REMARKS])
def test_all_lessons_are_there_while_they_are_not_too_many(number):
    html = page(number)
    assert html.count("<li>Lección ") == number
    assert f'<b class="num mute">{number}</b>' in html
    assert "sus casos" not in html


def test_of_too_many_the_first_are_there_and_the_way_to_the_others():
    html = page(MOST_REMARKS + 7)
    assert html.count("<li>Lección ") == MOST_REMARKS
    assert f'<b class="num mute">{MOST_REMARKS + 7}</b>' in html
    assert 'y 7 más, en <a href="../sectores/alimentos/">sus casos</a>' in html
