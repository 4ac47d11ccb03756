"""Floor 2: new files from the field table."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from catalog.model import Kind, Vocabularies
from catalog.schema import HEADINGS, RECORDS, Field, Many, Record, Shape

PENDING = "PENDIENTE"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Wish:
    """What to create: kind, id, and the values that are already known, as typed."""

    kind: Kind
    slug: str
    values: Mapping[str, str]


def scaffold(wish: Wish, vocabularies: Vocabularies) -> tuple[str, list[str]]:
    """Text of the new file, or what is wrong with the wish (Spanish).

    Required fields without a value say ``PENDIENTE`` with what goes there; ``check`` reports each
    until it is written. Optional fields appear only when given.
    """
    record = RECORDS[wish.kind]
    problems = [*_slug_problems(wish.slug), *_unknown(wish.values, record)]
    problems += _bad_terms(wish.values, record, vocabularies)
    if problems:
        return "", problems
    data = {
        field.name: _value(field, wish.values.get(field.name))
        for field in record.fields
        if field.required or field.name in wish.values
    }
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
    if wish.kind.suffix == ".yml":
        return text, []
    headings = HEADINGS.get(wish.values.get("level", ""), ()) if wish.kind is Kind.CASE else ()
    body = "".join(f"\n## {heading}\n\n{PENDING}\n" for heading in headings)
    return f"---\n{text}---\n{body}", []


def _slug_problems(slug: str) -> list[str]:
    if SLUG.fullmatch(slug) and len(slug) <= 60:
        return []
    return [f"«{slug}» no sirve de id: use minúsculas sin tilde, cifras y guiones (hasta 60)."]


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
    return [part.strip() for part in value.split(",") if part.strip()]


def _value(field: Field, given: str | None) -> object:
    if given is not None:
        parts: list[object] = list(_split(field, given))
        if field.shape is Shape.RECORD and field.record and field.record.text_field:
            parts = [{field.record.text_field: part} for part in parts]
        return parts if field.many is Many.LIST else parts[0] if len(parts) == 1 else parts
    pending = f"{PENDING}: {field.help or field.label}"
    if field.shape is Shape.RECORD and field.record:
        nested = {part.name: _value(part, None) for part in field.record.fields if part.required}
        return [nested] if field.many is Many.LIST else nested
    return [pending] if field.many is Many.LIST else pending
