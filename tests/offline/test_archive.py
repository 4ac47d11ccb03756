"""The packed copy as a file: its names, its links, its size, its bytes."""

import re
import zipfile
from urllib.parse import urlsplit

import pytest

from catalog.editions import NAME, EditionError, check_names
from catalog.editions.folder import Held, file_address
from catalog.editions.sizes import BUDGET
from catalog.options import Options
from catalog.pipeline import build
from tests.site.crawl import Site
from tests.vocabulary import PROJECT

MOST_OF_A_FILE = 5_000
"""Bytes on the average, packed: the archive grows with the catalog, its pages should not."""
HELD = Held(
    files=frozenset({"index.html", "casos/index.html", "casos/x/index.html", "assets/a.css"}),
    folders=frozenset({"", "casos", "casos/x"}),
    public="https://sitio.example/",
)


@pytest.mark.parametrize(
    ("here", "address", "found"),
    [
        ("casos/x", "../", "../index.html"),
        ("casos/x", "../..", "../../index.html"),
        ("casos/x", "../../?q=a#b", "../../index.html?q=a#b"),
        ("casos/x", "../index.html", "../index.html"),
        ("", ".", "index.html"),
        ("", "casos/x", "casos/x/index.html"),
        ("casos", "/casos/x/#r", "x/index.html#r"),
        ("casos", "/", "../index.html"),
        ("casos", "../assets/a.css", "../assets/a.css"),
        ("casos", "../datos/v1/x.json", "https://sitio.example/datos/v1/x.json"),
        ("casos", "../datos/", "https://sitio.example/datos/"),
        ("casos", "#arriba", "#arriba"),
        ("casos", "?a=1", "?a=1"),
        ("casos", "mailto:a@b.example", "mailto:a@b.example"),
        ("casos", "https://otro.example/casos/", "https://otro.example/casos/"),
    ],
)
def test_an_address_names_its_file(here, address, found):
    assert file_address(address, here, HELD) == found


@pytest.mark.parametrize(
    "names",
    [
        ["casos/a.html", "Casos/A.html"],
        ["casos/con/index.html"],
        ["nul.txt"],
        ["año.html"],
        ["a b.html"],
        ["x" * 65],
        ["a/" * 8 + "b"],
        ["punto./x.html"],
        ["a:b.html"],
        ["/".join(["x" * 60] * 4)],
    ],
)
def test_names_that_some_disk_refuses_stop_the_edition(names):
    with pytest.raises(EditionError):
        check_names(names)


def test_the_archive_is_the_only_one_and_opens_at_its_top(packed):
    root = packed.site.parent.parent
    assert [path.name for path in (root / "build").rglob("*.zip")] == [NAME]
    names = zipfile.ZipFile(packed.site).namelist()
    assert "index.html" in names
    assert "LEAME.txt" in names
    assert names == sorted(names)
    check_names(names)


def test_the_archive_fits_its_budget_and_its_files_are_light(packed, capsys):
    with capsys.disabled():
        print("\n" + "\n".join(packed.notes))
    size = packed.site.stat().st_size
    assert size <= BUDGET
    assert size <= len(zipfile.ZipFile(packed.site).namelist()) * MOST_OF_A_FILE


def test_every_link_and_every_part_is_in_the_folder(folder):
    site = Site(folder)
    assert site.pages
    wrong = []
    for page in site.pages.values():
        place = folder / page.path.lstrip("/")
        place = place if page.path.endswith("/") else place.parent
        for to in {*page.links, *page.loads}:
            parts = urlsplit(to)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            if parts.path.startswith("/") or not (place / parts.path).is_file():
                wrong.append(f"{page.path}: {to}")
    assert wrong == []
    assert site.foreign_loads() == []


def test_no_page_names_this_machine_or_offers_the_copy(folder):
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "file:" not in text
        assert NAME not in text
        assert "data-app" not in text
        assert str(PROJECT) not in text


def test_same_input_gives_the_same_bytes(small):
    first = build(Options(root=small, project=PROJECT, edition="offline")).site.read_bytes()
    again = build(Options(root=small, project=PROJECT, edition="offline")).site.read_bytes()
    assert first == again


def test_the_web_site_offers_the_copy_while_it_is_of_the_same_content(small):
    offer = re.compile(rf'href="[./]*{re.escape(NAME)}"')

    def web():
        site = build(Options(root=small, project=PROJECT)).site
        offered = bool(offer.search((site / "acerca/index.html").read_text(encoding="utf-8")))
        assert offered == (site / NAME).is_file()
        archives = list((small / "build").rglob("*.zip"))
        return offered, len(archives)

    assert web() == (False, 0)
    build(Options(root=small, project=PROJECT, edition="offline"))
    assert web() == (True, 1)
    assert web() == (True, 1)
    case = next((small / "cases").glob("*.md"))
    case.write_text(case.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert web() == (False, 1)


def test_the_engines_own_files_are_gone(small):
    site = build(Options(root=small, project=PROJECT)).site
    left = [
        p for name in ("javascripts", "stylesheets") for p in (site / "assets" / name).glob("*")
    ]
    assert left == []
