"""The data files of the search: classic scripts that the browser needs no time to make ready.

``busqueda.js`` holds what every search needs: the vocabularies, and where each block of the sorted
lists begins. A search fetches the blocks in which its words stand. The lists are the stems with the
documents that hold them, the phrases of the lexicon, what is shown of each entry, the stems of the
full texts (asked only when a search finds little) and the written words (asked only for a word that
nobody wrote). Up to ``MANY`` practices and cases, lexicon and entries stand in the one file.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from catalog.model import Kind
from catalog.render import links
from catalog.render.search import packed
from catalog.render.search.inverted import Inverted
from catalog.render.search.lexicon import NONE, Dictionary, Lexicon
from catalog.render.search.rows import Row, rows
from catalog.render.search.terms import MEANINGS, Terms, meaning
from catalog.render.search.words import SOFT_WORDS, STOP_WORDS, packed_id
from catalog.render.site import Site
from catalog.render.typeset import typeset_text

MANY = 2_000
BASE, NAME = "datos/busqueda.js", "CATALOGO_BUSQUEDA"
FOLDER = "datos/busqueda/"
INSIDE = frozenset({"lexicon", "entries"})
"""Lists that a small catalog has in the base file."""
WORDS = ("words", "textwords")
WEIGHTS = {"title": 6.0, "alias": 4.0, "facet": 2.5, "words": 1.5}
SIZE, WORDS_SIZE = 5_000, 64_000
"""Characters of a block: of most lists, and of the written words, which are wanted all at once."""
PAGE_MARK, PRACTICE_MARK, ORGANIZATION_MARK, MEANING_MARK = "§", "p", "g", "m"
SHOWN = frozenset("csr")
"""Codes that a result shows: countries, sectors, resources."""
COUNTS = {"title": 3, "alias": 2, "words": 1, "text": 0.1}
"""How much a word counts in each field when the usual ones are offered first."""

WHITE = re.compile("[^\\S\u00a0\u202f]+")
"""White space that may become a single common space: all but the fixed ones."""

Columns = Sequence[Sequence[str]]


def files(site: Site, many: int = MANY, size: int = SIZE) -> Iterator[tuple[str, str]]:
    """The data files: path from the root of the site, and text.

    ``many`` and ``size`` (characters of a block) decide how the index is cut, never what it says.
    """
    tables = {kind: table for kind, table in rows(site).items() if table}
    index = _Index(site, tables)
    count = len(tables.get(Kind.PRACTICE, ())) + len(tables.get(Kind.CASE, ()))
    shelf = _Shelf(INSIDE if count <= many else frozenset())
    for name, keys, columns in index.parts():
        shelf.add(name, keys, columns, WORDS_SIZE if name in WORDS else size)
    base = {
        "stop": " ".join(STOP_WORDS.split()),
        "soft": " ".join(SOFT_WORDS.split()),
        "longest": index.lexicon.longest,
        "terms": index.terms.tables(),
        "meanings": index.meanings,
        "tables": {links.FOLDERS[kind]: len(table) for kind, table in tables.items()},
        "edition": shelf.edition,
        "parts": shelf.first,
        "blocks": shelf.inside,
    }
    yield BASE, f"{NAME}={_json(base)};\n"
    yield from shelf.outside.items()


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


@dataclass
class _Shelf:
    """Sorted lists in blocks: those named in ``within`` inside the base file, others in files."""

    within: frozenset[str]
    first: dict[str, list[str | int]] = field(default_factory=dict)
    inside: dict[str, list[str]] = field(default_factory=dict)
    outside: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, keys: Sequence[str | int], columns: Columns, size: int) -> None:
        """A list, its lines in the order of their keys."""
        found = list(packed.blocks(keys, columns, None if name in self.within else size))
        self.first[name] = [block.first for block in found]
        for place, block in enumerate(found):
            key = f"{name}-{place}"
            if name in self.within:
                self.inside[key] = block.columns
            else:
                text = f'{NAME}.blocks["{key}"]={_json(block.columns)};\n'
                self.outside[f"{FOLDER}{key}.js"] = text

    @property
    def edition(self) -> str:
        """Changes when a block does: no browser may join blocks of two editions from its cache."""
        return hashlib.sha256("".join(self.outside.values()).encode()).hexdigest()[:8]


class _Index:
    """Everything that the files say, of one catalog."""

    def __init__(self, site: Site, tables: dict[Kind, list[Row]]) -> None:
        self.terms = Terms(site)
        self.tables = tables
        self._spaces = site.number_spaces
        self.words = Dictionary()
        self.text_words = Dictionary(self.words)
        self.lexicon = Lexicon(self.words)
        self.first, self.texts = Inverted(WEIGHTS), Inverted({"text": 1.0})
        known = site.catalog.vocabularies
        self.meanings = [meaning(term) for term in known[MEANINGS]] if MEANINGS in known else []
        self._add_terms()
        self._start = self.documents
        for kind, table in tables.items():
            self._add_table(kind, table)
        for place, line in enumerate(self.meanings):
            self.lexicon.mean(line.split("|"), f"{MEANING_MARK}{place}")
        self._add_texts()

    def _add_terms(self) -> None:
        """Pages of vocabularies are documents too, before all entries."""
        self.documents = 0
        for term in self.terms:
            self.lexicon.mean(term.phrases, term.code)
            if not term.page:
                continue
            title, alias = term.label, " ".join(term.phrases[1:])
            stems = {"title": self.words.stems(title), "alias": self.words.stems(alias)}
            self.first.add(self.documents, stems)
            self.documents += 1

    def _add_table(self, kind: Kind, table: list[Row]) -> None:
        marks = {Kind.PRACTICE: PRACTICE_MARK, Kind.ORGANIZATION: ORGANIZATION_MARK}
        for place, row in enumerate(table):
            aliases = row.aliases.split("|") if row.aliases else []
            if kind in marks:
                self.lexicon.mean(aliases, f"{marks[kind]}{place}")
            fields = {"title": row.title, "alias": " ".join(aliases), "words": row.words}
            stems = {name: self.words.stems(text, COUNTS[name]) for name, text in fields.items()}
            stems["facet"] = [f"{PAGE_MARK}{code}" for code in self.terms.widened(row.codes)]
            self.first.add(self.documents, stems)
            self.documents += 1

    def _add_texts(self) -> None:
        every = [row for table in self.tables.values() for row in table]
        for document, row in enumerate(every, self._start):
            if row.text:
                stems = self.text_words.stems(row.text, COUNTS["text"])
                self.texts.add(document, {"text": stems})

    def parts(self) -> Iterator[tuple[str, Sequence[str | int], Columns]]:
        """Each list: name, keys, columns (of texts with a key the key is the first)."""
        levels = (("stems", self.first, self.words), ("texts", self.texts, self.text_words))
        for (name, index, dictionary), words in zip(levels, WORDS, strict=True):
            forms = dictionary.forms()
            stems = sorted(index.stems() | forms.keys(), key=packed.sort_key)
            spelled = [forms.get(stem, NONE) for stem in stems]
            postings = list(index.lines(stems))
            columns = (
                stems,
                spelled,
                [line[0] for line in postings],
                [line[1] for line in postings],
            )
            yield name, stems, columns
            written = [stem for stem in stems if stem in forms]
            yield words, written, (written, [forms[stem] for stem in written])
        keys, codes = self.lexicon.lines()
        yield "lexicon", keys, (keys, codes)
        yield "entries", *self._entries()

    def _entries(self) -> tuple[range, Columns]:
        every = [row for table in self.tables.values() for row in table]
        titles = [self._line(row.title) for row in every]
        columns = (
            titles,
            [packed_id(row.id, title) for row, title in zip(every, titles, strict=True)],
            [self._line(row.line) for row in every],
            [_shown(row.codes.split()) for row in every],
        )
        return range(self._start, self._start + len(every)), columns

    def _line(self, text: str) -> str:
        """A text on one line, whose numbers do not break."""
        return typeset_text(WHITE.sub(" ", text).strip(), self._spaces)


def _shown(codes: Iterable[str]) -> str:
    return " ".join(code for code in codes if code[0] in SHOWN)
