from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from catalog.assemble import assemble
from catalog.model import Entries
from catalog.preview import previews, sweep
from catalog.preview.draw import INK, SIZE, Words, draw, face
from catalog.render.site import Part, Site
from catalog.settings import Settings
from tests.entries import case, practice, source
from tests.vocabulary import VOCABULARIES

LARGEST = 60 * 1024
LONG = "Cuarenta curtiembres artesanales recuperan cromo, sal y agua y cuentan qué les salió mal"


@pytest.fixture(scope="module")
def catalog():
    return assemble(
        Entries(
            cases={"bo-a": case("bo-a", title=LONG), "bo-b": case("bo-b", outcome="discontinued")},
            practices={"medir": practice("medir")},
            organizations={},
            sources={"s": source("s")},
            collections={},
            vocabularies=VOCABULARIES,
        )
    )


def test_every_case_and_practice_has_a_small_picture(catalog, tmp_path):
    made = dict(previews(Site(catalog, Settings()), tmp_path))
    assert sorted(made) == [
        "assets/vista/casos/bo-a.png",
        "assets/vista/casos/bo-b.png",
        "assets/vista/practicas/medir.png",
    ]
    for file in made.values():
        assert Image.open(file).size == SIZE
        assert file.stat().st_size <= LARGEST


def test_a_picture_is_drawn_once(catalog, tmp_path):
    first = dict(previews(Site(catalog, Settings()), tmp_path))
    times = {path: file.stat().st_mtime_ns for path, file in first.items()}
    again = dict(previews(Site(catalog, Settings()), tmp_path))
    assert {path: file.stat().st_mtime_ns for path, file in again.items()} == times


def test_what_is_no_longer_wanted_goes(catalog, tmp_path):
    (tmp_path / "vieja.png").touch()
    made = dict(previews(Site(catalog, Settings()), tmp_path))
    sweep(tmp_path, made.values())
    assert sorted(tmp_path.iterdir()) == sorted(made.values())


def test_parts_draw_their_share(catalog, tmp_path):
    site, made = Site(catalog, Settings()), []
    for number in range(2):
        site.part = Part(number, 2)
        made += [path for path, _ in previews(site, tmp_path)]
    assert len(made) == len(set(made)) == 3


def test_pictures_can_be_switched_off(catalog, tmp_path):
    assert list(previews(Site(catalog, Settings(extra={"previews": False})), tmp_path)) == []
    assert list(tmp_path.iterdir()) == []


def test_a_pixel_takes_half_a_byte():
    depth_in_the_header = draw(Words("Sitio", "Empresa", "Título"))[24]
    assert depth_in_the_header == 4


def test_same_words_same_bytes():
    said = Words("Sitio", "Empresa", "Título", "Se pagó en", "1,3", "meses", "calculado")
    assert draw(said) == draw(said)


@pytest.mark.parametrize("title", ["", "x" * 300, "ñ " * 120, "😀 emoji", "a\u202eb", LONG])
def test_any_title_is_drawn(title):
    picture = draw(Words("Sitio", "Empresa", title, note="Sin cifras"))
    assert Image.open(BytesIO(picture)).format == "PNG"
    assert len(picture) <= LARGEST


def test_lines_fit():
    letters = face("NotoSerif-Bold", 56, INK)
    lines = letters.wrap(LONG, 1056)
    assert " ".join(lines) == LONG
    assert all(letters.width(line) <= 1056 for line in lines)


@pytest.mark.parametrize("text", [LONG, "AVANCE Ta. To, «Wé» ñ 1.234,5 %", "mbog̃ua"])
@pytest.mark.parametrize("size", [30, 64])
def test_letters_stand_where_a_line_set_at_once_has_them(text, size):
    letters = face("NotoSerif-Bold", size, INK)
    ours, theirs = (Image.new("L", (2 * size * len(text), 3 * size)) for _ in range(2))
    end = letters.write(ours, size, 2 * size, text)
    ImageDraw.Draw(theirs).text((size, 2 * size), text, 255, letters.font, anchor="ls")
    assert end - size == pytest.approx(letters.font.getlength(text), abs=1)
    inked = ours.point(lambda colour: 255 * bool(colour)).getbbox()
    assert inked == pytest.approx(theirs.getbbox(), abs=2)
