"""A document laid beside its field table: every value with its field, and what fits nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from catalog.model import Document, MappingNode, Node, ScalarNode, SequenceNode, Spot
from catalog.rules.body import LONGEST_BODY, Body
from catalog.rules.lexicon import Lexicon, Names
from catalog.schema import RECORDS, Field, Many, Record, Shape

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@cache
def table(record: Record) -> dict[str, Field]:
    """Fields of a record by key, made once per record."""
    return record.by_name


def is_empty(node: Node) -> bool:
    """A value left out: nothing, ``null``, or empty quotes."""
    return isinstance(node, ScalarNode) and (
        not node.text.strip() or (node.plain and node.text in NOTHING)
    )


class Group:
    """A mapping and the record that describes it; ``spot`` is where to say what it lacks.

    ``values`` has the first value of each key. Not a dataclass: it is made for every mapping.
    """

    __slots__ = ("node", "record", "spot", "values")

    def __init__(self, record: Record, node: MappingNode, spot: Spot) -> None:
        self.record = record
        self.node = node
        self.spot = spot
        self.values = {key.text: value for key, value in reversed(node.pairs)}

    def text(self, key: str) -> str:
        """The text under a key, or nothing."""
        node = self.values.get(key)
        return node.text if isinstance(node, ScalarNode) and not is_empty(node) else ""

    def has(self, key: str) -> bool:
        """True when the key is there with something under it."""
        node = self.values.get(key)
        if isinstance(node, ScalarNode):
            return not is_empty(node)
        return bool(node.items if isinstance(node, SequenceNode) else node)

    def at(self, key: str) -> Spot:
        """Where the value of a key stands, or the group's own spot."""
        node = self.values.get(key)
        return self.spot if node is None else node.spot


class Value(NamedTuple):
    """One value: a scalar, or the mapping of a quantity. A list gives one for each item."""

    field: Field
    node: ScalarNode | MappingNode
    group: Group
    text: str
    """The text as written; empty for a quantity given as a mapping."""

    @property
    def plain(self) -> bool:
        """True for a scalar without quotes."""
        return isinstance(self.node, ScalarNode) and self.node.plain

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.node.spot


class Listing(NamedTuple):
    """A list and its field, for rules on lists as such."""

    field: Field
    node: SequenceNode
    key: ScalarNode
    group: Group


@dataclass(eq=False)
class Sheet:
    """What a rule on one document is given. Everything is worked out once, in one walk."""

    document: Document
    lexicon: Lexicon
    names: Names
    groups: list[Group] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)
    unknown: list[tuple[ScalarNode, Group]] = field(default_factory=list)
    misshapen: list[tuple[Field, Node, ScalarNode]] = field(default_factory=list)
    empties: list[tuple[Field, ScalarNode, Group]] = field(default_factory=list)
    shapes: dict[Shape, list[Value]] = field(default_factory=lambda: {s: [] for s in Shape})

    def __post_init__(self) -> None:
        if self.document.fields is not None:
            top = Spot(self.document.fields.spot.line, 1, 1)
            self.walk(Group(RECORDS[self.document.kind], self.document.fields, top))

    @property
    def root(self) -> Group:
        """The front matter as a whole."""
        return self.groups[0]

    @cached_property
    def body(self) -> Body:
        """The Markdown after the front matter, as tokens."""
        return Body(self.document.body[:LONGEST_BODY], self.document.body_line)

    def walk(self, group: Group) -> None:
        """Sort the pairs of a mapping, and of those below it, into the lists above."""
        self.groups.append(group)
        fields = table(group.record)
        for key, node in group.node.pairs:
            known = fields.get(key.text)
            if known is None:
                self.unknown.append((key, group))
            elif is_empty(node):
                self.empties.append((known, key, group))
            elif isinstance(node, SequenceNode):
                self.sequence(known, node, key, group)
            elif known.many is Many.LIST:
                self.misshapen.append((known, node, key))
            else:
                self.one(known, node, key, group)

    def sequence(self, known: Field, node: SequenceNode, key: ScalarNode, group: Group) -> None:
        """The items of a list, where the field takes one."""
        if known.many is Many.ONE:
            self.misshapen.append((known, node, key))
            return
        self.listings.append(Listing(known, node, key, group))
        for item in node.items:
            self.one(known, item, key, group)

    def one(self, known: Field, node: Node, key: ScalarNode, group: Group) -> None:
        """A single value: a nested record, a scalar, or the mapping of a quantity."""
        record = known.record
        if isinstance(node, ScalarNode) and record is None:
            self.shapes[known.shape].append(Value(known, node, group, node.text))
        elif isinstance(node, MappingNode) and record is not None:
            self.walk(Group(record, node, node.pairs[0][0].spot if node.pairs else key.spot))
        elif isinstance(node, ScalarNode) and record is not None and record.text_field:
            inner = table(record)[record.text_field]
            self.shapes[inner.shape].append(Value(inner, node, group, node.text))
        elif isinstance(node, MappingNode) and known.shape is Shape.QUANTITY:
            self.shapes[known.shape].append(Value(known, node, group, ""))
        else:
            self.misshapen.append((known, node, key))

    def of_record(self, name: str) -> Iterator[Group]:
        """Groups of one record: ``result``, ``money``..."""
        return (group for group in self.groups if group.record.name == name)
