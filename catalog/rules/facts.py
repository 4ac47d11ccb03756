"""The few facts of a document that rules on the whole catalog compare, so that nodes can go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from catalog.model import Document, Kind, ScalarNode, SequenceNode, Spot
from catalog.rules.lexicon import fold
from catalog.schema import RECORDS, Shape

UPWARDS = ("broader", "part_of", "requires")
"""Fields of a practice that name a wider or an earlier one."""


class Mention(NamedTuple):
    """A word of a document and its place."""

    text: str
    spot: Spot


class Facts(NamedTuple):
    """What one document brings to the comparison with the others.

    ``title`` is folded for comparing; ``former`` are ids that it had; ``above`` has the practices
    that a practice names under each of ``UPWARDS``.
    """

    kind: Kind
    id: str
    file: str
    title: Mention | None = None
    former: tuple[Mention, ...] = ()
    above: Mapping[str, tuple[Mention, ...]] = {}


@dataclass(frozen=True)
class Whole:
    """What a rule on the whole catalog is given.

    ``names`` has every id with a file, ``vocabularies`` the names of the vocabularies, and
    ``provenance`` the text of that table, empty when there is none.
    """

    facts: tuple[Facts, ...]
    names: Mapping[Kind, frozenset[str]]
    vocabularies: frozenset[str] = frozenset()
    provenance: str = ""

    def of(self, kind: Kind) -> list[Facts]:
        """Facts of the documents of one kind, in the order of their files."""
        return [facts for facts in self.facts if facts.kind is kind]


def facts_of(document: Document) -> Facts:
    """The facts of a document; one without readable fields has none."""
    kind = document.kind
    former = tuple(said for key in former_keys(kind) for said in mentions(document, key))
    said = {key: mentions(document, key) for key in (UPWARDS if kind is Kind.PRACTICE else ())}
    above = {key: found for key, found in said.items() if found}
    return Facts(kind, document.id, document.file, title_of(document), former, above)


@cache
def former_keys(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind that hold ids it had before."""
    return tuple(field.name for field in RECORDS[kind].fields if field.shape is Shape.SLUG)


def title_of(document: Document) -> Mention | None:
    """The folded title or name; sources may well share theirs."""
    if document.kind is Kind.SOURCE or document.fields is None:
        return None
    node = document.fields.get("name" if document.kind is Kind.ORGANIZATION else "title")
    if not isinstance(node, ScalarNode) or not node.text.strip():
        return None
    return Mention(fold(node.text), node.spot)


def mentions(document: Document, key: str) -> tuple[Mention, ...]:
    """Scalars of the list under a key."""
    node = document.fields.get(key) if document.fields else None
    items = node.items if isinstance(node, SequenceNode) else ()
    return tuple(Mention(item.text, item.spot) for item in items if isinstance(item, ScalarNode))
