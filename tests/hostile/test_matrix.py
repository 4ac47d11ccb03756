"""Something hostile in every field of every kind: refused, or a text that stays a text."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from catalog.assemble import assemble
from catalog.check import check
from catalog.load import load_tree, read_document
from catalog.model import Entries, Kind, MappingNode, Severity
from catalog.render import render
from catalog.rules import Lexicon
from catalog.schema import RECORDS, Shape
from catalog.settings import load_settings
from tests.hostile.attacks import MINI, PROJECT
from tests.hostile.forced import DAY, readable
from tests.hostile.matrix import PAYLOADS, spots
from tests.rules.support import mini, run

SPOTS = tuple(spots())
TEXTS = {str(s) for s in SPOTS if s.shape is Shape.TEXT or s.fields[-1].record is not None}
"""Fields that hold words of an author: a quotation mark or a colon is no fault in them."""
MARK = "__pml"


@pytest.fixture(scope="module")
def judged():
    """Rules that refuse each field with each payload on the line of the payload."""
    return {name: refusals(payload) for name, payload in PAYLOADS.items()}


def refusals(payload):
    laid = dict(spot.lay(payload, number) for number, spot in enumerate(SPOTS))
    _, findings = run({**mini(), **laid})
    lines = {path: row(text) for path, text in laid.items()}
    found = {path: set() for path in laid}
    for finding in findings:
        hit = finding.file in laid and finding.line == lines[finding.file]
        if hit and finding.severity is Severity.ERROR:
            found[finding.file].add(finding.rule)
    return dict(zip(map(str, SPOTS), found.values(), strict=True))


def row(text):
    """The line of the payload, counted from 1."""
    return next(n for n, line in enumerate(text.split("\n"), 1) if MARK in line)


def test_the_table_is_walked_whole():
    named = {name for spot in SPOTS for name in str(spot).split(".")[1:]}
    assert {field.name for record in RECORDS.values() for field in record.fields} <= named
    assert len(SPOTS) > 200
    assert len(set(map(str, SPOTS))) == len(SPOTS)


@pytest.mark.parametrize("spot", SPOTS, ids=str)
def test_markup_is_refused_in_every_field(judged, spot):
    rules = judged["tag"][str(spot)]
    assert rules, "nothing refuses it"
    if spot.shape is Shape.TEXT:
        assert "PML-X01" in rules


@pytest.mark.parametrize("payload", sorted(PAYLOADS))
def test_only_texts_may_hold_quotes_and_colons(judged, payload):
    accepted = {name for name, rules in judged[payload].items() if not rules}
    assert accepted <= TEXTS


class Look(HTMLParser):
    """Elements and attributes that could run something."""

    def __init__(self):
        super().__init__()
        self.bad = []

    def handle_starttag(self, tag, attrs):
        if tag in ("pmlx", "script"):
            self.bad.append(tag)
        for name, value in attrs:
            scheme = re.match(r"\s*(javascript|data|vbscript):", value or "", re.IGNORECASE)
            if name.startswith("on") or (name != "content" and scheme and MARK in value):
                self.bad.append(f"{tag} {name}")


def seen(html):
    look = Look()
    look.feed(html)
    look.close()
    return look.bad


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("tag", "<p>{}</p>"),
        ("double", '<p title="{}">'),
        ("single", "<p title='{}'>"),
        ("scheme", '<a href="{}">'),
    ],
)
def test_what_would_run_is_seen(name, page):
    assert seen(page.format(PAYLOADS[name]))


@pytest.fixture(scope="module")
def shown():
    """Every field with every payload, as if nothing had been checked: pages and who is in them."""
    sources, _ = load_tree(MINI, PROJECT)
    sound, _ = check(sources)
    tables = {kind: dict(getattr(sound, kind.folder)) for kind in Kind}
    models = {kind: next(iter(table.values())) for kind, table in tables.items()}
    lexicon = Lexicon(sources.vocabularies)
    held = set()
    for number, (spot, name) in enumerate((s, p) for s in SPOTS for p in sorted(PAYLOADS)):
        entry = forced(spot, PAYLOADS[name], number, models[spot.kind], lexicon)
        if MARK in repr(entry):
            tables[spot.kind][entry.id] = entry
            held.add((str(spot), name))
    folders = {kind.folder: dict(sorted(table.items())) for kind, table in tables.items()}
    catalog = assemble(Entries(**folders, vocabularies=sources.vocabularies))
    pages, _ = render(catalog, load_settings(PROJECT, PROJECT))
    return pages, held


def forced(spot, payload, number, model, lexicon):
    path, text = spot.lay(payload, number)
    document, _ = read_document(spot.kind, path, text)
    values = {}
    for pair in document.fields.pairs:
        node = MappingNode((pair,), document.fields.spot)
        values |= readable(RECORDS[spot.kind], node, lexicon)
    return replace(model, id=document.id, file=path, updated=DAY, **values)


def test_every_text_is_among_what_is_shown(shown):
    _, held = shown
    texts = {(str(s), p) for s in SPOTS if s.shape is Shape.TEXT for p in PAYLOADS}
    assert texts - held == set()


def test_what_nothing_checked_runs_nothing(shown):
    pages, _ = shown
    found, marked = {}, 0
    for path, text in pages.items():
        if path.endswith(".md") and MARK in text:
            bad = seen(text.partition("<!--\n")[2].rpartition("\n-->")[0])
            marked += 1
            if bad:
                found[path] = bad[:3]
    assert marked > 300
    assert found == {}
