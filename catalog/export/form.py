"""The contribution form as data: a classic script that sets one global.

One more for each kind of entry (:mod:`catalog.export.form_entries`) adds what exists already.
Fields and limits come from the field table, words from the vocabularies, and the forms of numbers,
dates and dangerous texts from the rules themselves, so that the form cannot ask for anything else
than ``check`` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from catalog.export import form_layout as layout
from catalog.export.form_entries import NAME, PARTS, javascript_text
from catalog.load import text, values
from catalog.model import Catalog, Term, Vocabularies, Vocabulary
from catalog.rules import (
    characters,
    dates,
    keys,
    lists,
    markdown,
    numbers,
    security,
    sources,
    targets,
    texts,
    units,
)
from catalog.rules.figures import QUANTITIES, dimensions
from catalog.rules.lexicon import extra_words
from catalog.rules.results import NOT_DONE
from catalog.scaffold import body
from catalog.schema import (
    CASE,
    HEADINGS,
    ORGANIZATION,
    SOURCE_RECORD,
    SPOKEN_HEADINGS,
    Field,
    Many,
    Record,
)
from catalog.settings import Settings

EMAIL = re.compile(r"[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+")
GIT_HOSTS = ("https://github.com/",)
"""Where a page «new file» with the text already in it exists."""
PATTERNS = {
    "slug": text.SLUG,
    "number": values.NUMBER,
    "thousands": values.THOUSANDS,
    "date": values.DATE,
    "comma_thousands": numbers.COMMA_THOUSANDS,
    "grouped": numbers.GROUPED,
    "spaced": numbers.SPACED,
    "decimal_comma": numbers.DECIMAL_COMMA,
    "with_unit": numbers.WITH_UNIT,
    "day_first": dates.DAY_FIRST,
    "loose": dates.LOOSE,
    "years": dates.YEARS,
    "words": dates.WORDS,
    "placeholder": texts.PLACEHOLDER,
    "markup": texts.MARKUP,
    "tag": security.TAG,
    "attributes": security.ATTRIBUTES,
    "macro": security.MACRO,
    "snippet": security.SNIPPET,
    "target": targets.TARGET,
    "scheme": targets.SCHEME,
    "drive": targets.DRIVE,
    "route": targets.ROUTE,
    "hidden": characters.HIDDEN,
    "unseen": body.HIDDEN,
    "bullet": body.BULLET,
    "chapter": body.NUMBERED,
    "item": body.ITEM,
}
WORD = r"[\p{L}\p{N}_]"
EDGE = f"(?:(?<={WORD})(?!{WORD})|(?<!{WORD})(?={WORD}))"


def form_script(catalog: Catalog, settings: Settings) -> str:
    """The text of ``formulario.js``: all that the form needs to be drawn and to judge."""
    records = {record.name: record for record in _reachable((CASE, SOURCE_RECORD, ORGANIZATION))}
    data = {
        "site": _site(settings),
        "layout": _layout(),
        "wording": layout.WORDING,
        "records": {name: _record(record) for name, record in records.items()},
        "headings": HEADINGS,
        "spoken_headings": SPOKEN_HEADINGS,
        "vocabularies": _vocabularies(records.values(), catalog.vocabularies),
        "entries": {},
        "parts": PARTS,
        "limits": {
            "slug": text.SLUG_LENGTH,
            "body": markdown.LONGEST_BODY,
            "list": lists.LONGEST_LIST,
            "scalar": texts.HUGE,
            "line": body.LONGEST_LINE,
        },
        "patterns": {name: javascript(pattern) for name, pattern in PATTERNS.items()},
        "quantities": QUANTITIES,
        "companions": keys.COMPANIONS,
        "per": sorted(units.PER),
        "product": sorted(units.PRODUCT),
        "dimensions": units.SPANISH,
        "not_done": sorted(NOT_DONE),
        "months": dates.MONTHS,
        "shorteners": sorted(sources.SHORTENERS),
    }
    return f"{NAME}={javascript_text(data)};\n"


def javascript(pattern: re.Pattern[str]) -> list[str]:
    r"""Source and flags of the same expression for a browser, whose \w and \b know only ASCII."""
    source = pattern.pattern.replace(r"\b", EDGE).replace('\\"', '"')
    source = source.replace(r"[\w", WORD[:-1]).replace(r"\w", WORD)
    flags = "u" + ("i" if pattern.flags & re.I else "") + ("m" if pattern.flags & re.M else "")
    return [source, flags]


def _site(settings: Settings) -> dict[str, object]:
    email = str(settings.extra.get("contact_email") or "")
    return {
        "name": settings.site_name,
        "repository": settings.repository if settings.repository.startswith(GIT_HOSTS) else "",
        "branch": settings.branch,
        "email": email if EMAIL.fullmatch(email) else "",
    }


def _layout() -> dict[str, object]:
    named = {name for _, names in layout.FOLDED for name in names}
    named |= {*layout.CORE, *layout.FIGURES, *layout.SOURCES, *layout.HIDDEN}
    rest = [field.name for field in CASE.fields if field.name not in named]
    return {
        "core": layout.CORE,
        "figures": layout.FIGURES,
        "sources": layout.SOURCES,
        "folded": [*layout.FOLDED, (layout.REST, rest)],
        "more": layout.RESULT_MORE,
        "hidden": sorted(layout.HIDDEN_ELSEWHERE),
        "few": layout.FEW,
    }


def _reachable(records: Iterable[Record]) -> Iterator[Record]:
    """The records and every one below them."""
    for record in records:
        yield record
        yield from _reachable(field.record for field in record.fields if field.record)


def _record(record: Record) -> dict[str, object]:
    return {"text": record.text_field, "fields": [_field(field) for field in record.fields]}


def _field(field: Field) -> dict[str, object]:
    facts: dict[str, object] = {
        "name": field.name,
        "shape": field.shape.value,
        "label": field.label,
        "help": field.help,
        "required": field.required,
        "many": "" if field.many is Many.ONE else field.many.value,
        "vocabulary": field.vocabulary,
        "references": [kind.value for kind in field.references],
        "record": field.record.name if field.record else "",
        "low": field.low,
        "high": field.high,
        "pattern": field.pattern,
        "pattern_help": field.pattern_help,
        "empty_needs": field.empty_needs,
        "default": field.default,
        "least": lists.item_minimum(field),
    }
    return {name: fact for name, fact in facts.items() if fact or name in ("low", "high")}


def _vocabularies(records: Iterable[Record], known: Vocabularies) -> dict[str, list[object]]:
    names = {field.vocabulary for record in records for field in record.fields}
    return {name: list(_terms(known[name])) for name in sorted(names) if name in known}


def _terms(vocabulary: Vocabulary) -> Iterator[dict[str, object]]:
    """Terms; only of those that stand side by side on the page does it show the definition."""
    explained = len(vocabulary) <= layout.FEW
    for term in vocabulary:
        facts = _term(term)
        yield facts if explained else {k: v for k, v in facts.items() if k != "help"}


def _term(term: Term) -> dict[str, object]:
    """A term with every word that may stand for it, in the order in which the rules try them."""
    spoken = [term.slug, *term.label.values(), *(s.text for s in term.synonyms)]
    facts: dict[str, object] = {
        "id": term.id,
        "label": term.name,
        "words": list(dict.fromkeys(word for word in [*spoken, *extra_words(term)] if word)),
        "help": term.definition,
        "symbol": str(term.extra.get("symbol") or ""),
        "dimension": [name for name in dimensions(term) if name],
        "unit": str(term.extra.get("unit") or ""),
        "direction": str(term.extra.get("direction") or ""),
        "gone": term.deprecated,
    }
    return {name: fact for name, fact in facts.items() if fact}
