"""What exists already, for the contribution form: one script a kind, fetched when a field asks."""

from __future__ import annotations

import json

from catalog.model import Case, Catalog, Kind, SourceEntry

NAME = "CATALOGO_FORMULARIO"
PARTS = {
    Kind.CASE.value: "formulario-casos.js",
    Kind.PRACTICE.value: "formulario-practicas.js",
    Kind.ORGANIZATION.value: "formulario-organizaciones.js",
    Kind.SOURCE.value: "formulario-fuentes.js",
}
"""File beside ``formulario.js`` by kind."""


def entry_scripts(catalog: Catalog) -> dict[str, str]:
    """Text of each script by file name: it puts the entries of one kind into the form's data."""
    return {
        PARTS[kind]: f"{NAME}.entries.{kind}={javascript_text(rows)};\n"
        for kind, rows in _entries(catalog).items()
    }


def javascript_text(data: object) -> str:
    """Data as JavaScript, in ASCII: some line ends inside texts break old readers of scripts."""
    return json.dumps(data, separators=(",", ":"))


def _entries(catalog: Catalog) -> dict[str, list[list[object]]]:
    """What exists already: id, name, and further words by which it is found."""
    return {
        Kind.CASE.value: [_case(c) for c in catalog.cases.values()],
        Kind.PRACTICE.value: [
            [p.id, p.title, " · ".join(word.text for word in p.aliases)]
            for p in catalog.practices.values()
        ],
        Kind.ORGANIZATION.value: [
            [o.id, o.name, o.acronym] for o in catalog.organizations.values()
        ],
        Kind.SOURCE.value: [_source(s) for s in catalog.sources.values()],
    }


def _case(case: Case) -> list[object]:
    cited = [source.id for source in case.sources]
    return [case.id, case.title, "", list(case.country), list(case.sector), cited]


def _source(source: SourceEntry) -> list[object]:
    issued = str(source.issued) if source.issued else ""
    names = " · ".join(name.literal or name.family for name in source.author)
    details = " · ".join(part for part in (names, source.publisher, issued) if part)
    return [source.id, source.title, details, source.URL]
