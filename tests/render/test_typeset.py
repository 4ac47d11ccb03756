import re

import pytest

from catalog.model import Vocabulary
from catalog.preview.words import words
from catalog.render import embed, explore
from catalog.render.search import files as search_files
from catalog.render.site import Site
from catalog.render.typeset import spaces_of, typeset, typeset_text
from catalog.settings import Settings
from tests.render import sample
from tests.vocabulary import VOCABULARIES

SPACES = spaces_of(VOCABULARIES["units"])
MARKS = str.maketrans({"_": "\u202f", "~": "\u00a0"})


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<p>unas 12 000 panaderías</p>", "<p>unas 12_000 panaderías</p>"),
        ("<p>1 250 000 de 4 500 kg</p>", "<p>1_250_000 de 4_500~kg</p>"),
        ("<p>un 47 % menos</p>", "<p>un 47_% menos</p>"),
        ("<p>3,3 m³ y 5 kWh/t</p>", "<p>3,3~m³ y 5~kWh/t</p>"),
        ("<p>En 2003 100 familias</p>", "<p>En 2003 100 familias</p>"),
        ("<p>1 250 0000, 12 500 2003</p>", "<p>1_250 0000, 12_500 2003</p>"),
        ("<p>5 kilos, 12 0000, 3 meses</p>", "<p>5 kilos, 12 0000, 3 meses</p>"),
        ('<p title="12 000 kg">de <b>8</b> t</p>', '<p title="12 000 kg">de <b>8</b> t</p>'),
        ("<pre>a: 12 000 %</pre><p>9 %</p>", "<pre>a: 12 000 %</pre><p>9_%</p>"),
        ("<code>5 kg</code> o 5 kg", "<code>5 kg</code> o 5~kg"),
        ("sin números", "sin números"),
    ],
)
def test_numbers_keep_together(typed, shown):
    assert typeset(typed, SPACES) == shown.translate(MARKS)


def test_a_catalog_without_units():
    assert typeset("<p>5 kg, 5 .</p>", spaces_of(Vocabulary("units", {}))) == "<p>5 kg, 5 .</p>"


def test_twice_is_as_once():
    once = typeset("<p>12 000 kg, 47 %</p>", SPACES)
    assert typeset(once, SPACES) == once


def test_a_text_has_no_tags():
    assert typeset_text("de < 12 000 kg a > 9 %", SPACES) == "de < 12\u202f000\u00a0kg a > 9\u202f%"


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(lambda site: dict(explore.files(site)), id="explorer"),
        pytest.param(lambda site: dict(search_files(site)), id="search"),
        pytest.param(
            lambda site: {path: card.text() for path, card in embed.files(site)},
            id="cards to embed",
        ),
        pytest.param(lambda site: {path: told.title for path, told in words(site)}, id="pictures"),
    ],
)
def test_numbers_keep_together_wherever_a_title_is_shown(made):
    site = Site(sample.catalog("Un criadero de 50 000 cerdos"), Settings())
    found = "".join(made(site).values())
    assert "50\u202f000" in found
    assert not re.search("50 000 cerdos", found)


def test_a_figure_keeps_its_spaces_in_a_result_of_the_search():
    shown = "".join(dict(search_files(Site(sample.catalog(), Settings()))).values())
    assert re.search("[0-9]\u202f%|[0-9]\u00a0[a-zA-Z]", shown)
