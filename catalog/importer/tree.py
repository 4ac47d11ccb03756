"""Cells to the tree of a front matter, in which every value remembers its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Union

from catalog.importer.remarks import Place
from catalog.rules.lexicon import Lexicon
from catalog.schema import Field, Many, Record, Shape
from catalog.sheets import folded, split_escaped


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value as text. ``bare`` values (numbers, dates) are written without quotes."""

    text: str
    place: Place | None
    bare: bool = False


@dataclass(slots=True)
class Branch:
    """Named values; ``flow`` groups are written on one line."""

    pairs: dict[str, Node] = field(default_factory=dict)
    place: Place | None = None
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A list; ``flow`` lists are written on one line."""

    items: tuple[Node, ...]
    place: Place | None
    flow: bool = False


Node = Union[Leaf, Branch, Row]

BARE = (
    Shape.QUANTITY, Shape.NUMBER, Shape.INTEGER, Shape.YEAR, Shape.DATE, Shape.PERIOD,
    Shape.BOOLEAN,
)  # fmt: skip
DIGITS = r"-?\d[\d.,_ ]*"
RANGE = re.compile(rf"({DIGITS})\.\.({DIGITS})")
BOUND = re.compile(rf"(>=?|≥|<=?|≤|~|≈)\s*({DIGITS})")
BOUNDS = {">": "min", "≥": "min", "<": "max", "≤": "max", "~": "about", "≈": "about"}


class Reader:
    """Reads texts of cells by the field table; words become ids where they are certain."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._labels: dict[str, dict[str, str]] = {}

    def node(self, field: Field, text: str, place: Place | None) -> Node:
        """The value of one cell."""
        if field.record is not None:
            record = field.record
            rows = [line for line in text.split("\n") if line.strip()]
            return Row(tuple(self.item(record, row, place) for row in rows), place)
        if field.many is Many.ONE:
            return self.one(field, text, place)
        parts = [part.strip() for part in re.split(self.between(field), text) if part.strip()]
        if field.shape is Shape.TEXT:
            parts = [split_escaped(part)[0] for part in parts]
        elif field.shape in (Shape.TERM, Shape.REFERENCE, Shape.SLUG):
            parts = [piece for part in parts for piece in self.by_comma(field, part)]
        items = tuple(self.one(field, part, place) for part in parts)
        if field.many is Many.EITHER and len(items) == 1:
            return items[0]
        return Row(items, place, flow=field.shape is not Shape.TEXT)

    def between(self, field: Field) -> str:
        """What separates the values of a list."""
        return r"\n" if field.shape is Shape.TEXT else r"[;\n]"

    def by_comma(self, field: Field, text: str) -> Iterator[str]:
        """A value, or several where the comma is not part of a label."""
        if "," not in text or (field.shape is Shape.TERM and self.certain(field, text)):
            yield text
        else:
            yield from (part.strip() for part in text.split(",") if part.strip())

    def one(self, field: Field, text: str, place: Place | None) -> Node:
        """One value by its shape."""
        if field.shape is Shape.TERM:
            return Leaf(self.certain(field, text) or text, place)
        if field.shape is Shape.QUANTITY:
            return quantity(text, place)
        return Leaf(text, place, field.shape in BARE)

    def certain(self, field: Field, text: str) -> str:
        """The id of a term given by id, by Spanish label or by a synonym; nothing if unknown."""
        name = field.vocabulary
        if term := self.lexicon.term(name, text):
            return term.id
        if name not in self._labels:
            terms = self.lexicon.vocabulary(name) or ()
            self._labels[name] = {folded(term.name): term.id for term in terms}
        meant, sure = self.lexicon.meant(name, text)
        return self._labels[name].get(folded(text)) or (meant if sure else "")

    def item(self, record: Record, line: str, place: Place | None) -> Node:
        """One item of a list of groups: ``first | name: value | name: value``."""
        first, *others = record.fields
        head, *parts = split_escaped(line.strip())
        if not parts and record.text_field == first.name:
            return self.one(first, head, place)
        branch = Branch({first.name: self.one(first, head, place)} if head else {}, place)
        names = {folded(name): f for f in others for name in (f.name, f.label)}
        for part in parts:
            name, colon, value = part.partition(":")
            known = names.get(folded(name)) if colon else None
            key = known.name if known else name.strip() or part
            value = value.strip()
            branch.pairs[key] = self.one(known, value, place) if known else Leaf(value, place)
        return branch


def quantity(text: str, place: Place | None) -> Node:
    """A number, or the group that stands for a range, a bound or an approximation."""
    if found := RANGE.fullmatch(text):
        pairs = {"min": found[1], "max": found[2]}
    elif found := BOUND.fullmatch(text):
        pairs = {BOUNDS[found[1][0]]: found[2]}
    else:
        return Leaf(text, place, bare=True)
    leaves: dict[str, Node] = {k: Leaf(v.strip(), place, bare=True) for k, v in pairs.items()}
    return Branch(leaves, place, flow=True)
