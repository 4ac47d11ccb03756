"""What could hurt somebody is read before the first step, wherever steps are shown."""

from dataclasses import replace

import pytest

from catalog.render import render
from catalog.render.pages.training.steps import practice_sheet
from catalog.render.site import Site
from catalog.settings import Settings
from tests.render import sample

DANGER, STEP = "El gas de la fosa mata: nadie entra.", "Mida el gas que sale."
SETTINGS = Settings(site_url="https://catalogo.example/")


def catalog(safety):
    made = sample.catalog()
    practice = replace(made.practices["medir"], safety=safety, steps=(STEP,))
    return replace(made, practices={**made.practices, "medir": practice})


@pytest.fixture(scope="module")
def pages():
    return render(catalog((DANGER,)), SETTINGS)[0]


def test_a_page_with_the_steps_warns_before_them(pages):
    showing = {path for path, text in pages.items() if path.endswith(".md") and STEP in text}
    assert "practicas/medir/index.md" in showing
    for path in showing:
        assert DANGER in pages[path], path
    text = pages["practicas/medir/index.md"]
    assert text.index(DANGER) < text.index(">Pasos<")


def test_without_dangers_nothing_is_said():
    pages, _ = render(catalog(()), SETTINGS)
    assert "Por su seguridad" not in pages["practicas/medir/index.md"]


def test_a_sheet_tells_the_danger_first_and_else_when_it_does_not_suit():
    site = Site(catalog((DANGER,)), SETTINGS)
    sheet = practice_sheet(site, site.catalog.practices["medir"])
    assert sheet.caution == ("Por seguridad", DANGER)
    site = Site(catalog(()), SETTINGS)
    safe = site.catalog.practices["medir"]
    assert practice_sheet(site, safe).caution == ("No conviene si", safe.not_suited_when[0])
    bare = replace(safe, not_suited_when=())
    assert practice_sheet(site, bare).caution == ("", "")
