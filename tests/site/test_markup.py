"""What a screen reader is told: headers and names of tables, the language of foreign words."""

import re

import pytest

from tests.site.crawl import Page

TABLE = re.compile(r"<table.*?</table>", re.S)
REGION = re.compile(r'aria-label="[^"]+">\s*$')
HEADER = re.compile(r"<th\b([^>]*)>")


def faults(text):
    """What is wrong with the tables of a page."""
    for table in TABLE.finditer(text):
        inside = table.group()
        if "<caption" not in inside and not REGION.search(text[: table.start()][-200:]):
            yield "no caption or name"
        headers = HEADER.findall(inside)
        if not headers:
            yield "no headers"
        if not all("scope=" in header for header in headers):
            yield "a header of nothing"


def test_tables_have_headers_and_a_name(built, site):
    wrong = {}
    for path in site.pages:
        file = built.site / path.lstrip("/")
        text = (file / "index.html" if path.endswith("/") else file).read_text(encoding="utf-8")
        found = list(faults(text))
        if 'class="prose page"' in text:  # Markdown has no captions: the heading above names it
            found = [fault for fault in found if fault != "no caption or name"]
        if found:
            wrong[path] = found
    assert wrong == {}


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ('<table><tr><th scope="col">a</th></tr></table>', "no caption or name"),
        ("<table><caption>x</caption><tr><td>a</td></tr></table>", "no headers"),
        ("<table><caption>x</caption><tr><th>a</th></tr></table>", "a header of nothing"),
    ],
)
def test_a_table_without_them_is_seen(table, fault):
    assert list(faults(table)) == [fault]


class Spoken(Page):
    """A page that also keeps each title of a document with the language it is read in."""

    def __post_init__(self):
        super().__post_init__()
        self.cited, self.open = [], None

    def handle_starttag(self, tag, attrs):
        super().handle_starttag(tag, attrs)
        if tag == "cite":
            self.open = [dict(attrs).get("lang", "es"), ""]

    def handle_data(self, data):
        if self.open:
            self.open[1] += data

    def handle_endtag(self, tag):
        super().handle_endtag(tag)
        if tag == "cite":
            self.cited.append(tuple(self.open))
            self.open = None


def test_titles_of_documents_are_read_in_their_language(built, site):
    foreign = {
        source.title: source.language
        for source in built.catalog.sources.values()
        if source.language not in ("", "es") and source.title_basis != "editor"
    }
    spanish = {source.title for source in built.catalog.sources.values() if source.language == "es"}
    wrong, seen = [], set()
    for path in [path for path in site.pages if path.startswith(("/casos/", "/practicas/"))]:
        page = Spoken(path)
        page.feed((built.site / path[1:] / "index.html").read_text(encoding="utf-8"))
        for language, shown in page.cited:
            title = " ".join(shown.split())  # also fixed spaces, which no title was typed with
            seen.add(language)
            meant = foreign.get(title, "es") if title not in spanish else language
            if language != meant:
                wrong.append((path, title, language))
    assert wrong == []
    assert {"es", "en", "pt"} <= seen
