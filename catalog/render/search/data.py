"""The data files of the search: classic scripts that set one global each.

``busqueda.js`` holds what the first search needs: titles, aliases, distinct words of the summaries,
facets, key figures and the lexicon of synonyms. ``busqueda-texto.js`` holds the distinct words of
the full texts and is read only when a search finds little. Above ``MANY`` entries the words of the
cases' summaries move to the second file. Columns are lines of one text, which packs best.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from catalog.model import Catalog, Kind, Term
from catalog.render import links
from catalog.render.search.rows import FILED, Row, rows
from catalog.render.search.words import SOFT_WORDS, STOP_WORDS, packed_id
from catalog.render.site import Site

MANY = 2_000
FIRST, REST = "datos/busqueda.js", "datos/busqueda-texto.js"
FIRST_NAME, REST_NAME = "CATALOGO_BUSQUEDA", "CATALOGO_BUSQUEDA_TEXTO"
MEANINGS = "words"
"""The vocabulary whose terms only stand for each other in a query."""
COLUMNS = ("id", "title", "codes", "aliases", "words", "line")


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Both data files: path from the root of the site, and text."""
    catalog = site.catalog
    tables = rows(site)
    if len(tables[Kind.PRACTICE]) + len(tables[Kind.CASE]) > MANY:
        tables[Kind.CASE] = [row.without_words() for row in tables[Kind.CASE]]
    known = catalog.vocabularies
    first = {
        "stop": " ".join(STOP_WORDS.split()),
        "soft": " ".join(SOFT_WORDS.split()),
        "terms": {FILED[name][0]: _terms(name, catalog) for name in FILED if name in known},
        "meanings": [_meaning(term) for term in known[MEANINGS]] if MEANINGS in known else [],
        "tables": {links.FOLDERS[kind]: _columns(table) for kind, table in tables.items() if table},
    }
    rest = {
        links.FOLDERS[kind]: _lines(row.text for row in table) for kind, table in tables.items()
    }
    yield FIRST, _script(FIRST_NAME, first)
    yield REST, _script(REST_NAME, rest)


def _script(name: str, data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{name}={text};\n"


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(" ".join(text.split()) for text in texts)


def _columns(table: list[Row]) -> dict[str, str]:
    columns = {name: _lines(getattr(row, name) for row in table) for name in COLUMNS}
    columns["id"] = _lines(packed_id(row.id, row.title) for row in table)
    return {name: text for name, text in columns.items() if text.strip()}


def _terms(name: str, catalog: Catalog) -> dict[str, object]:
    """A vocabulary: folder of its pages, and a line for each term in the order of its codes.

    A term without a page (a theme, a country out of the region without cases) has no slug.
    """
    _, facet, folder = FILED[name]
    terms = list(catalog.vocabularies[name])
    place = {term.id: str(number) for number, term in enumerate(terms)}
    cases = catalog.facets.get(facet, {})
    paged = [bool(folder) and _has_page(name, term, len(cases.get(term.id, ()))) for term in terms]
    columns = {
        "label": _lines(term.name for term in terms),
        "slug": _lines(term.slug if page else "" for term, page in zip(terms, paged, strict=True)),
        "n": _lines(str(len(cases.get(term.id, ()))) for term in terms),
        "broader": _lines(place.get(term.broader, "") for term in terms),
        "words": _lines(_others(term) for term in terms),
    }
    return {"folder": folder, **columns}


def _has_page(name: str, term: Term, cases: int) -> bool:
    return name != "countries" or "tile" in term.extra or bool(cases)


def _others(term: Term, foreign: str = "") -> str:
    """Synonyms, and labels in other languages after the mark ``foreign``."""
    spoken = [synonym.text for synonym in term.synonyms]
    spoken += [foreign + word for word in (term.label.get("en"), term.label.get("pt")) if word]
    return "|".join(dict.fromkeys(word for word in spoken if word.lstrip(foreign) != term.name))


def _meaning(term: Term) -> str:
    """Every way to say it; a tilde marks other languages, which are searched but not shown."""
    return "|".join(part for part in (term.name, _others(term, "~")) if part)
