"""Texts as word processors leave them, laid under the headings of an entry."""

import re

import pytest

from catalog.scaffold import arranged
from catalog.schema import HEADINGS, SPOKEN_HEADINGS
from tests.vocabulary import PROJECT

ENTERPRISE = HEADINGS["enterprise"]
EXERCISE = PROJECT / "tests/contribute/ejercicio/panaderia.txt"
LONG = "La planta midió el agua de cada baño durante un mes, anotó cada lectura y cambió dos llaves que goteaban."  # fmt: skip  # noqa: E501


def headings(text):
    return re.findall(r"^## (.*)$", text, re.MULTILINE)


def test_chapters_of_a_word_text_become_headings():
    made = arranged(EXERCISE.read_text(encoding="utf-8"), ENTERPRISE)
    assert headings(made) == [
        "Situación inicial", "Qué se hizo", "Resultados", "Dificultades", "Lecciones",
    ]  # fmt: skip
    assert not re.search(r"^\d\.", made, re.MULTILINE)
    assert "lo siguiente:\n\n- Cambiar la junta" in made
    assert "bisagras.\n- Hornear" in made
    assert made.count("El horno se encendía") == 1


@pytest.mark.parametrize(
    "row",
    ["Dificultades", "4. Dificultades", "IV) DIFICULTADES:", "d) Dificultades",
     "4.2 - Dificultades", "## Dificultades", "**Dificultades**", "Obstáculos",
     "3) problemas encontrados"],
)  # fmt: skip
def test_a_heading_is_known_by_its_words(row):
    assert headings(arranged(f"{row}\n{LONG}", ENTERPRISE)) == ["Dificultades"]


@pytest.mark.parametrize(
    "row", ["Dificultades con el agua", "14 Dificultades", "Civil", "- Logros y más"]
)
def test_other_lines_are_text(row):
    assert headings(arranged(f"{row}\n{LONG}", ENTERPRISE)) == ["Qué se hizo"]


def test_two_names_of_one_heading_are_one_part():
    made = arranged("Logros\nUno.\nImpacto\nDos.", ENTERPRISE)
    assert made == "## Resultados\n\nUno.\n\nDos.\n"


def test_lines_that_are_paragraphs_are_parted_and_broken_ones_are_not():
    assert arranged(f"{LONG}\n{LONG}", ENTERPRISE).count(f"{LONG}\n\n{LONG}") == 1
    assert "uno\ndos" in arranged("uno\ndos", ENTERPRISE)
    assert "- uno\n- dos" in arranged(f"•\tuno\n\uf0b7\tdos\n{LONG}", ENTERPRISE)


def test_what_nobody_sees_goes():
    assert "medidores de agua" in arranged("medi\u00addores\u200b de\u00a0agua", ENTERPRISE)


@pytest.mark.parametrize("level", HEADINGS)
def test_every_spoken_name_leads_to_a_heading(level):
    for heading in HEADINGS[level]:
        for name in SPOKEN_HEADINGS[heading]:
            assert len(headings(arranged(f"{name}\nTexto.", HEADINGS[level]))) == 1
    assert set(SPOKEN_HEADINGS) == {name for names in HEADINGS.values() for name in names}
