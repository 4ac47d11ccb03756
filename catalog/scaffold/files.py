"""The text of a new file: every required field, with what is known already."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

import frontmatter
import yaml

from catalog.model import Kind, Vocabularies
from catalog.scaffold.body import arranged
from catalog.scaffold.slugs import slug_problem
from catalog.schema import HEADINGS, PRACTICE_HEADINGS, RECORDS, Field, Many, Record, Shape

PENDING = "PENDIENTE"
NONE = "[]"
"""A list that is empty on purpose; its note says why."""
SCHEMA_FOLDER = "build/docs/datos/esquema"
"""Where the JSON Schemas for editors are written, below the root."""
WRITE_OR_DELETE = "escriba aquí, o borre este encabezado."
NUMERIC = (Shape.PERIOD, Shape.DATE, Shape.YEAR, Shape.INTEGER, Shape.QUANTITY)


@dataclass(frozen=True, slots=True)
class Wish:
    """What to create: kind, id, the values that are already known, as typed, and the text."""

    kind: Kind
    slug: str
    values: Mapping[str, str]
    text: str = ""


def scaffold(wish: Wish, vocabularies: Vocabularies) -> tuple[str, list[str]]:
    """Text of the new file, or what is wrong with the wish (Spanish).

    Required fields without a value say ``PENDIENTE`` with what goes there; ``check`` reports each
    until it is written. Optional fields appear only when given.
    """
    record = RECORDS[wish.kind]
    problems = [problem for problem in [slug_problem(wish.slug)] if problem]
    problems += [*_unknown(wish.values, record), *_bad_terms(wish.values, record, vocabularies)]
    if problems:
        return "", problems
    data = {
        field.name: _value(field, wish.values.get(field.name))
        for field in record.fields
        if field.required or field.name in wish.values
    }
    if wish.kind.suffix == ".yml":
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
        return f"# yaml-language-server: $schema=../{SCHEMA_FOLDER}/{wish.kind}.json\n{text}", []
    post = frontmatter.Post(_body(wish).strip("\n"))
    post.metadata = data
    dumped: str = frontmatter.dumps(post, Dumper=yaml.SafeDumper, sort_keys=False, width=1000)
    return dumped + "\n", []


def _body(wish: Wish) -> str:
    headings = HEADINGS.get(wish.values.get("level", ""), ()) if wish.kind is Kind.CASE else ()
    if wish.text:
        allowed = headings or (PRACTICE_HEADINGS if wish.kind is Kind.PRACTICE else ())
        return "\n" + (arranged(wish.text, allowed) if allowed else wish.text.strip() + "\n")
    return "".join(f"\n## {heading}\n\n{PENDING}: {WRITE_OR_DELETE}\n" for heading in headings)


def _unknown(values: Mapping[str, str], record: Record) -> list[str]:
    known = record.by_name
    problems = []
    for name in values:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f" ¿Quiso decir --{near[0]}?" if near else ""
            problems.append(f"El campo --{name} no existe.{hint}")
    return problems


def _bad_terms(values: Mapping[str, str], record: Record, vocabularies: Vocabularies) -> list[str]:
    problems = []
    for name, value in values.items():
        field = record.by_name.get(name)
        if field is None or field.shape is not Shape.TERM:
            continue
        ids = [term.id for term in vocabularies[field.vocabulary]]
        for part in _split(field, value):
            if part.casefold() not in {id.casefold() for id in ids}:
                near = difflib.get_close_matches(part, ids, n=3) or ids[:8]
                problems.append(
                    f"--{name} {part}: no está en el vocabulario; pruebe {', '.join(near)}."
                )
    return problems


def _split(field: Field, value: str) -> list[str]:
    if field.many is Many.ONE:
        return [value]
    if value.strip() == NONE:
        return []
    separator = "\n" if field.shape is Shape.TEXT else ","
    return [part.strip() for part in value.split(separator) if part.strip()]


def _value(field: Field, given: str | None) -> object:
    if given is not None:
        parts = [_one(field, part) for part in _split(field, given)]
        return parts[0] if field.many is not Many.LIST and len(parts) == 1 else parts
    pending = f"{PENDING}: {field.help or field.label}"
    if field.shape is Shape.RECORD and field.record:
        nested = {part.name: _value(part, None) for part in field.record.fields if part.required}
        return [nested] if field.many is Many.LIST else nested
    return [pending] if field.many is Many.LIST else pending


def _one(field: Field, part: str) -> object:
    if field.shape is Shape.RECORD and field.record:
        needed = [inner for inner in field.record.fields if inner.required] or [
            field.record[field.record.text_field]
        ]
        pieces = part.split(":", len(needed) - 1)
        group = {inner.name: _one(inner, piece.strip()) for inner, piece in zip(needed, pieces, strict=False)}  # fmt: skip  # noqa: E501
        missing = {inner.name: _value(inner, None) for inner in needed[len(pieces) :]}
        return group | missing
    if field.shape in NUMERIC and part.isascii() and part.isdecimal():
        return int(part)
    return part
