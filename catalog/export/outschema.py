"""JSON Schema (2020-12) of what is exported, worked out from the types of the program itself."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from catalog.export.jsonschema import DIALECT, PERIOD
from catalog.export.records import FORMAT, dump
from catalog.model import (
    Case,
    Collection,
    Derived,
    Kind,
    Maturity,
    OrganizationEntry,
    PartialDate,
    Payback,
    Period,
    Practice,
    Quantity,
    SourceEntry,
    Term,
    Tombstone,
)
from catalog.plain import INTERNAL
from catalog.schema import RECORDS

Schema = dict[str, object]
TYPES: dict[Kind, type] = {
    Kind.CASE: Case,
    Kind.PRACTICE: Practice,
    Kind.ORGANIZATION: OrganizationEntry,
    Kind.SOURCE: SourceEntry,
    Kind.COLLECTION: Collection,
}
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
TEXTS: Schema = {"type": "array", "items": TEXT}
DATE: Schema = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
SCALARS: dict[object, Schema] = {
    str: TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: NUMBER,
    object: {},
    Period: {"type": "string", "pattern": PERIOD},
    PartialDate: DATE,
    Quantity: {
        "anyOf": [
            NUMBER,
            {
                "type": "object",
                "properties": {"min": NUMBER, "max": NUMBER, "about": NUMBER},
                "additionalProperties": False,
                "minProperties": 1,
            },
        ]
    },
}


def output_schemas() -> dict[str, str]:
    """The schema of every kind of entry and of ``catalog.json``, by file name without ending."""
    entries = {kind: _entry(kind) for kind in Kind}
    named = {
        kind.value: dump({"$schema": DIALECT, "title": f"{kind.value} ({FORMAT})", **schema})
        for kind, schema in entries.items()
    }
    return {**named, "catalog": dump(_catalog(entries))}


def _entry(kind: Kind) -> Schema:
    cls = TYPES[kind]
    properties: dict[str, Schema] = {
        "kind": {"const": kind.value},
        "url": TEXT,
        "version": _object({"hash": {**TEXT, "pattern": "^[0-9a-f]{8}$"}, "date": DATE}, ["hash"]),
        **_properties(cls),
    }
    computed = _computed(kind)
    if computed:
        properties["computed"] = _object(computed, list(computed))
    for field in RECORDS[kind].fields:
        name = field.attribute or field.name
        if field.help and name in properties:
            properties[name] = {**properties[name], "description": field.help}
    needed = ["kind", "id", "url", "version", *(["computed"] if computed else [])]
    return _object(properties, needed)


def _properties(cls: type) -> dict[str, Schema]:
    hints = typing.get_type_hints(cls)
    names = (field.name for field in dataclasses.fields(cls) if field.name not in INTERNAL)
    return {name: _schema(hints[name]) for name in names}


def _object(properties: Mapping[str, object], required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": required,
        "additionalProperties": False,
    }


def _schema(hint: object) -> Schema:
    """The schema of a type as it is annotated; what is empty is left out of the data."""
    if hint in SCALARS:
        return SCALARS[hint]
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _schema(inner[0])}
    if origin is not None and origin is not types.UnionType and origin is not typing.Union:
        return {"type": "object", "additionalProperties": _schema(inner[1])}
    if origin is not None:
        (only,) = (part for part in inner if part is not type(None))
        return _schema(only)
    assert isinstance(hint, type)
    return _record(hint)


@cache
def _record(cls: type) -> Schema:
    return _object(_properties(cls), [])


def _computed(kind: Kind) -> dict[str, object]:
    related = _object({"id": TEXT, "reason": TEXT}, ["id", "reason"])
    found: dict[Kind, dict[str, object]] = {
        Kind.CASE: {
            "results": {"type": "array", "items": _derived()},
            "payback": _record(Payback),
            "related": {"type": "array", "items": related},
        },
        Kind.PRACTICE: {
            "scoreboard": _scoreboard(),
            "maturity": _record(Maturity),
            "cases": TEXTS,
        },
        Kind.SOURCE: {"cases": TEXTS, "practices": TEXTS},
        Kind.ORGANIZATION: {"cases": TEXTS},
    }
    return found.get(kind, {})


def _derived() -> Schema:
    """A figure as worked out; what authors wrote of it stands in the entry's own ``results``."""
    return _object({k: v for k, v in _properties(Derived).items() if k != "result"}, [])


def _scoreboard() -> Schema:
    maybe = {"type": ["number", "null"]}
    point = _object({"value": NUMBER, "case": TEXT}, ["value", "case"])
    numbers = {"n": {"type": "integer"}, "unit": TEXT, "median": maybe, "min": maybe, "max": maybe}
    spread = _object({**numbers, "points": {"type": "array", "items": point}}, [*numbers, "points"])
    parts: dict[str, object] = {
        "n": {"type": "integer"},
        "cases": TEXTS,
        "countries": TEXTS,
        "sectors": TEXTS,
        "outcomes": {"type": "object", "additionalProperties": TEXTS},
        "payback_months": spread,
        "saving_percent": {"type": "object", "additionalProperties": spread},
        "projected": TEXTS,
    }
    return _object(parts, list(parts))


def _catalog(entries: Mapping[Kind, Schema]) -> Schema:
    gone = {"kind": TEXT, "id": TEXT, "url": TEXT, "tombstone": _record(Tombstone)}
    terms = {"type": "array", "items": _record(Term)}
    parts: dict[str, object] = {
        "format": {"const": FORMAT},
        "name": TEXT,
        "url": TEXT,
        "license": TEXT,
        "scoreboard": _scoreboard(),
        **{
            f"{kind.value}s": {"type": "array", "items": {"$ref": f"#/$defs/{kind.value}"}}
            for kind in Kind
        },
        "withdrawn": {"type": "array", "items": _object(gone, list(gone))},
        "vocabularies": {"type": "object", "additionalProperties": terms},
    }
    defs = {kind.value: schema for kind, schema in entries.items()}
    whole = _object(parts, list(parts))
    return {"$schema": DIALECT, "title": f"catalog.json ({FORMAT})", **whole, "$defs": defs}
