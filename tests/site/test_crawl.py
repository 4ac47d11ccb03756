"""The built site, read from disk."""

import re
from collections import Counter


def test_no_link_leads_nowhere(site):
    assert site.dead_links() == []


def test_nothing_is_fetched_from_elsewhere(site):
    assert site.foreign_loads() == []


def test_nothing_stands_inline_that_the_policy_forbids(site):
    assert {page.path: page.inline for page in site.pages.values() if page.inline} == {}


def test_every_page_has_one_title_and_a_language(site):
    wrong = {
        page.path: (page.headings.count("h1"), page.language)
        for page in site.pages.values()
        if page.headings.count("h1") != 1 or page.language != "es"
    }
    assert wrong == {}


def test_no_id_stands_twice(site):
    twice = {
        page.path: [id for id, times in Counter(page.ids).items() if times > 1]
        for page in site.pages.values()
    }
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_tags_are_closed_in_order(site):
    assert {page.path: page.faults for page in site.pages.values() if page.faults} == {}


def test_every_entry_has_its_page(built, site):
    catalog = built.catalog
    folders = {
        "casos": catalog.cases,
        "practicas": catalog.practices,
        "organizaciones": catalog.organizations,
        "fuentes": catalog.sources,
    }
    missing = [
        f"/{folder}/{id}/"
        for folder, entries in folders.items()
        for id in entries
        if f"/{folder}/{id}/" not in site.pages
    ]
    assert missing == []


HIDDEN = re.compile(r"<script.*?</script>|<pre.*?</pre>|<[^>]+>", re.S)


def test_no_template_shows_its_seams(built, site):
    seams = re.compile(r"\bNone\b|\{\{|\}\}|\{%|Undefined|Decimal\(|\bnan\b|PENDIENTE")
    shown = []
    for path in site.pages:
        if path.startswith("/reglas/"):  # rules quote such marks in order to refuse them
            continue
        text = (built.site / path.lstrip("/")).joinpath("index.html" if path.endswith("/") else "")
        words = HIDDEN.sub(" ", text.read_text(encoding="utf-8"))
        shown += [f"{path}: {found.group()}" for found in seams.finditer(words)]
    assert shown == []
