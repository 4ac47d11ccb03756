"""Feeds, robots.txt, llms.txt and cards for other sites, by tools that are not ours."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import feedparser
import pytest

from catalog.citation import version
from catalog.export import data_page, export, weigh
from catalog.model import Kind
from catalog.render import citing, embed, feeds, machines
from catalog.render.site import Site
from tests.entries_hostile import HOSTILE, SETTINGS, hostile, settings_with

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site():
    return Site(hostile(), SETTINGS)


@pytest.fixture(scope="module")
def found(site):
    return dict(feeds.files(site))


def test_a_feed_for_all_and_for_each_country_and_sector_with_cases(found):
    assert set(found) == {
        "novedades.xml",
        "paises/bolivia/novedades.xml",
        "sectores/alimentos/novedades.xml",
    }


def test_feeds_are_what_the_standard_asks_for(found):
    for path, text in found.items():
        parsed = feedparser.parse(text.encode(), sanitize_html=False)
        assert not parsed.bozo, (path, parsed.get("bozo_exception"))
        assert parsed.version == "atom10"
        root = ElementTree.fromstring(text.encode())
        for node in [root, *root.iter(f"{ATOM}entry")]:
            for name in ("id", "title", "updated"):
                assert len(node.findall(f"{ATOM}{name}")) == 1
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", node.findtext(f"{ATOM}updated"))
            assert node.findtext(f"{ATOM}id").startswith("https://catalogo.example/")
        ids = [node.findtext(f"{ATOM}id") for node in root.iter(f"{ATOM}entry")]
        assert len(ids) == len(set(ids)) <= feeds.MOST
        (own,) = (link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self")
        assert own.get("href") == f"https://catalogo.example/{path}"


def test_titles_arrive_as_text(found):
    root = ElementTree.fromstring(found["sectores/alimentos/novedades.xml"].encode())
    titles = {node.findtext(f"{ATOM}title") for node in root.iter(f"{ATOM}entry")}
    assert HOSTILE[0] in titles
    assert HOSTILE[1] in titles


def test_without_dates_or_an_address_there_is_no_feed():
    catalog = hostile()
    undated = {id: replace(case, updated=None) for id, case in catalog.cases.items()}
    practices = {id: replace(p, updated=None) for id, p in catalog.practices.items()}
    bare = replace(catalog, cases=undated, practices=practices)
    assert dict(feeds.files(Site(bare, SETTINGS))) == {}
    assert dict(feeds.files(Site(catalog, replace(SETTINGS, site_url="")))) == {}


def test_robots_and_llms(site):
    texts = dict(machines.files(site))
    assert "Sitemap: https://catalogo.example/sitemap.xml" in texts["robots.txt"]
    assert texts["llms.txt"].startswith("# Catálogo PML\n\n> ")
    files, _ = export(site.catalog, SETTINGS)
    named = re.findall(r"https://catalogo\.example/(datos/v1/[\w.]+)\)", texts["llms.txt"])
    assert named
    assert set(named) <= set(files)
    bare = Site(site.catalog, replace(SETTINGS, site_url=""))
    assert "Sitemap" not in machines.robots(bare)


class Tags(HTMLParser):
    """Tags and attributes of a page."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_cards_run_nothing(site):
    cards = {path: card.text() for path, card in embed.files(site)}
    assert len(cards) == 2 * len(HOSTILE)
    for path, text in cards.items():
        tags = Tags(text).found
        names = [tag for tag, _ in tags]
        assert set(names) <= {"html", "head", "meta", "title", "link", "body", "main", "p", "h1", "a", "span", "b", "small"}  # fmt: skip  # noqa: E501
        assert not any(name.startswith("on") or name == "style" for _, a in tags for name in a)
        policy = next(a for t, a in tags if a.get("http-equiv") == "Content-Security-Policy")
        assert "default-src 'none'" in policy["content"]
        assert any(a.get("content") == "noindex" for _, a in tags)
        assert path.startswith("incrustar/")
        assert names.count("h1") == 1


def test_nothing_is_embedded_from_a_folder(site):
    assert dict(embed.files(Site(site.catalog, SETTINGS, directory_urls=False))) == {}


def test_the_snippets_hold_one_frame_and_one_quotation(site):
    for n in range(len(HOSTILE)):
        box = citing.citing(site, Kind.CASE, site.catalog.cases[f"c{n}"])
        frame = Tags(box.frame).found
        assert [tag for tag, _ in frame] == ["iframe"]
        assert frame[0][1]["src"] == f"https://catalogo.example/incrustar/casos/c{n}/"
        assert frame[0][1]["title"] == HOSTILE[n]
        assert [t for t, _ in Tags(box.snippet).found] == ["blockquote", "p", "b", "a", "p", "p"]


def test_the_box_names_files_that_exist(site):
    files, _ = export(site.catalog, SETTINGS)
    kinds = {Kind.CASE: "c0", Kind.PRACTICE: "p0", Kind.COLLECTION: "r0"}
    for kind, id in kinds.items():
        box = citing.citing(site, kind, site.catalog.entries(kind)[id])
        for each in box.formats:
            assert files[each.file].replace("\r", "").strip() == each.text
        assert box.hash == version(site.catalog.entries(kind)[id]).hash
        assert box.changed == ("21 de noviembre de 2026" if kind is not Kind.COLLECTION else "")


def weights(files):
    return {path: weigh(content) for path, content in files.items()}


def test_the_page_of_data_links_only_what_there_is(site):
    files, _ = export(site.catalog, SETTINGS)
    ((path, document),) = data_page(site.catalog, SETTINGS, weights(files)).items()
    assert path == "datos/index.md"
    linked = set(re.findall(r'href="\.\./(datos/[^"#]+\.[a-z]+)"', document))
    assert {"datos/v1/catalog.json", "datos/v1/matrix.csv", "datos/v1/catalogo.sqlite"} <= linked
    assert linked <= set(files)
    assert "<script>alert" not in document


def test_a_hostile_name_of_the_site_stays_a_text():
    catalog = hostile()
    settings = settings_with('<b>"x"</b> & }')
    named = Site(catalog, settings)
    ElementTree.fromstring(dict(feeds.files(named))["novedades.xml"])
    files, _ = export(catalog, settings)
    (document,) = data_page(catalog, settings, weights(files)).values()
    assert '<b>"x"</b>' not in document
    assert all('<b>"x"</b>' not in card.text() for _, card in embed.files(named))


def test_a_copy_in_a_folder_leaves_the_data_on_the_web(site):
    folder = Site(site.catalog, SETTINGS, directory_urls=False)
    files, _ = export(site.catalog, SETTINGS)
    (document,) = data_page(site.catalog, SETTINGS, weights(files), directory_urls=False).values()
    assert 'href="https://catalogo.example/datos/v1/catalog.json"' in document
    assert 'href="../datos/v1' not in document
    box = citing.citing(folder, Kind.CASE, site.catalog.cases["c0"])
    assert not any(each.file for each in box.formats)
    assert not feeds.has_feed(folder)
