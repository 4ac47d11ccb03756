"""The text edition: small pages of words, and pieces that fit a message."""

import pytest

from catalog.render.env import environment
from catalog.render.pages import text_edition
from catalog.render.site import Site
from catalog.render.write import write
from catalog.settings import Settings
from tests.render import sample
from tests.vocabulary import PROJECT

SETTINGS = Settings(site_url="https://sitio.example/")
SMALL = 15_000
HEAVY = ("<script", "<style", "<img", '<link rel="stylesheet')


@pytest.fixture(scope="module")
def site():
    """A catalog with one case written three hundred times."""
    catalog = sample.catalog()
    return Site(catalog, SETTINGS)


def many(site, count):
    told = [text_edition._told(site, case) for case in site.cases.values()]
    return (told * count)[:count]


def test_every_sector_with_cases_has_a_page(site):
    pages = {page.address for page in text_edition.pages(site)}
    assert {"texto/", "texto/curtiembre/"} <= pages


def test_every_case_of_the_sector_is_told(site):
    for sector in text_edition.sectors(site):
        told = [case.address for page in sector.pages for case in page]
        assert len(told) == sector.count == len(set(told))
        for case in (case for page in sector.pages for case in page):
            assert any(case.public in text for text in sector.messages)


def test_messages_fit_and_start_with_their_number(site):
    pieces = text_edition._messages("Curtiembre", many(site, 300))
    assert len(pieces) > 3
    assert all(len(piece) + 1 <= text_edition.MESSAGE for piece in pieces)
    assert pieces[1].startswith(f"CATÁLOGO PML · Curtiembre (2 de {len(pieces)})\n\n* ")


def test_a_case_longer_than_a_message_is_cut():
    case = text_edition.Told("t" * 9000, "lugar", (), "casos/x/", "https://x.example/")
    assert all(len(text) <= text_edition.MESSAGE for text in text_edition._messages("S", [case]))


def test_pages_are_cut_before_they_grow_big(site):
    env = environment(PROJECT / "templates")
    told = many(site, 300)
    sector = text_edition.Sector(
        "s", "Sector", 300, tuple(tuple(p) for p in text_edition._cut(told, 11_500)), ("x",)
    )
    assert len(sector.pages) > 3
    for number in range(1, len(sector.pages) + 1):
        page = write(text_edition._page(sector, number), env, site)
        assert len(page.encode()) <= SMALL
        assert ("Siguiente página" in page) == (number < len(sector.pages))


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("−44 %", "44 % menos"),
        ("20 %", "20 %"),
        ("−10 a −15 %", "10 a 15 % menos"),
        ("−5 °C", "−5 °C"),
    ],
)
def test_a_fall_is_told_in_words(figure, words):
    assert text_edition.less(figure) == words


def test_hostile_text_stays_text():
    site = Site(sample.catalog(sample.HOSTILE), SETTINGS)
    env = environment(PROJECT / "templates")
    for page in text_edition.pages(site):
        text = write(page, env, site)
        assert "<script" not in text
        assert "<img" not in text


def test_real_pages_are_bare_and_small(folder):
    pages = sorted((folder / "texto").rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert len(text.encode()) <= SMALL, page
        assert not any(
            tag in text for tag in ("<script", "<style", '<link rel="stylesheet', "<img")
        )


def test_real_messages_fit(folder):
    texts = sorted((folder / "texto").glob("*.txt"))
    assert len(texts) > 10
    for file in texts:
        text = file.read_text(encoding="utf-8")
        assert len(text) <= text_edition.MESSAGE, file
        assert text.startswith("\ufeffCATÁLOGO PML · ")
