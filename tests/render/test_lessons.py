"""What went wrong and what was learned: by outcome for all, by sector on pages of their own."""

import re

import pytest

from catalog.assemble import assemble
from catalog.model import Entries, Note
from catalog.render import render
from catalog.render.pages.lessons import MOST_FAILED, MOST_REMARKS
from catalog.settings import Settings
from tests.entries import case, practice
from tests.vocabulary import VOCABULARIES

ALL, SECTOR = "lecciones/index.md", "sectores/alimentos/lecciones/index.md"


def pages(*cases):
    entries = Entries({c.id: c for c in cases}, {}, {}, {}, {}, VOCABULARIES)
    return render(assemble(entries), Settings())[0]


def learned(number, **fields):
    return case(f"c{number}", lessons=(Note(text=f"Lección {number}."),), **fields)


def failed(number, **fields):
    return case(f"c{number}", outcome="discontinued", **fields)


@pytest.mark.parametrize("number", [1, MOST_REMARKS])
def test_all_lessons_of_a_sector_are_there_while_they_are_not_too_many(number):
    html = pages(*map(learned, range(number)))[SECTOR]
    assert html.count("<li>Lección ") == number
    assert "sus casos" not in html


def test_of_too_many_the_first_are_there_and_the_way_to_the_others():
    html = pages(*map(learned, range(MOST_REMARKS + 7)))[SECTOR]
    assert html.count("<li>Lección ") == MOST_REMARKS
    assert 'y 7 más, en <a href="../../../sectores/alimentos/">sus casos</a>' in html


def test_the_page_of_all_counts_what_each_sector_tells_and_leads_there():
    barriers = (Note(text="Una."), Note(text="Otra."))
    html = pages(learned(1), learned(2, barriers=barriers), failed(3))[ALL]
    line = re.search(r'<a class="count" href="\.\./sectores/alimentos/lecciones/">.*?</a>', html)
    assert "1\u00a0tropiezo, 2\u00a0dificultades y 2\u00a0lecciones" in line[0]
    assert "Lección 1." not in html


def test_a_sector_tells_what_its_parts_tell():
    made = pages(learned(1, sector=("dairy",)))
    assert "Lección 1." in made["sectores/lacteos/lecciones/index.md"]
    assert "Lección 1." in made[SECTOR]


def test_a_sector_without_anything_to_tell_has_no_such_page_and_no_link_to_it():
    made = pages(case("c1"), learned(2, sector=("leather",)))
    assert SECTOR not in made
    assert "lecciones/" not in made["sectores/alimentos/index.md"].partition("<h1>")[2]
    assert 'href="../../sectores/curtiembre/lecciones/"' in made["sectores/curtiembre/index.md"]


def test_what_has_no_sector_stays_on_the_page_of_all():
    html = pages(learned(1, sector=()))[ALL]
    assert html.count("<li>Lección 1.") == 1


@pytest.mark.parametrize("path", [ALL, SECTOR])
def test_a_failure_tells_its_cause_or_that_nobody_told(path):
    told = failed(1, outcome_note="Se acabó la subvención.")
    got_in_the_way = failed(2, barriers=(Note(text="Faltó agua."),))
    html = pages(told, got_in_the_way, failed(3))[path]
    for cause in ("Se acabó la subvención.", "Faltó agua.", "La fuente no cuenta por qué."):
        assert html.count(f'<p class="s m0">{cause}</p>') == 1


def test_of_very_many_failures_the_first_are_there_and_the_way_to_the_others():
    html = pages(*map(failed, range(MOST_FAILED + 2)))[ALL]
    assert html.count('<p class="s m0">') == MOST_FAILED
    assert 'y 2 más: <a href="../explorar/?resultado=abandonado">verlos todos</a>' in html


def test_of_very_many_failures_of_a_sector_the_others_are_those_of_the_sector():
    html = pages(*map(failed, range(MOST_REMARKS + 1)))[SECTOR]
    assert "explorar/?sector=alimentos&amp;resultado=abandonado" in html


def test_what_worked_and_stopped_is_told_apart():
    made = pages(case("c1", outcome="implemented", status_now="discontinued"))
    assert "1\u00a0tropiezo<" in made[ALL]
    for path in (ALL, SECTOR):
        assert "Funcionó y hoy está parado" in made[path]
        assert "no cuenta por qué" not in made[path]


def test_the_guide_of_an_enterprise_leads_to_the_lessons_of_its_sector():
    told = learned(1, practices=("p",))
    entries = Entries(
        {told.id: told}, {"p": practice("p", resource=("water",))}, {}, {}, {}, VOCABULARIES
    )
    made = render(assemble(entries), Settings())[0]
    html = made["mi-empresa/alimentos/agua/index.md"]
    assert 'href="../../../sectores/alimentos/lecciones/"' in html
