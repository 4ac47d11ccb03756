"""Files as they were read: text with positions, nothing judged yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Union


class Kind(StrEnum):
    """The kinds of entry. The value is the name used on the command line."""

    CASE = "case"
    PRACTICE = "practice"
    ORGANIZATION = "organization"
    SOURCE = "source"
    COLLECTION = "collection"

    @property
    def folder(self) -> str:
        """Folder below the root that holds the files of this kind."""
        return self.value + "s"

    @property
    def suffix(self) -> str:
        """``.md`` for kinds with a body, ``.yml`` for pure records."""
        return ".yml" if self in (Kind.ORGANIZATION, Kind.SOURCE) else ".md"


# Places and nodes are made by the million; a named tuple costs half of what a frozen class does.


class Spot(NamedTuple):
    """A place in a file: 1-based line and column, and the exclusive end column on that line."""

    line: int
    column: int
    end_column: int = 0


class ScalarNode(NamedTuple):
    """A YAML scalar as written: ``text`` is never converted, ``plain`` means unquoted."""

    text: str
    spot: Spot
    plain: bool = True


class SequenceNode(NamedTuple):
    """A YAML sequence."""

    items: tuple[Node, ...]
    spot: Spot


class MappingNode(NamedTuple):
    """A YAML mapping in file order. Equal keys are kept, so that a rule can report them."""

    pairs: tuple[tuple[ScalarNode, Node], ...]
    spot: Spot

    def get(self, key: str) -> Node | None:
        """The value of the first pair with this key, or ``None``."""
        for name, value in self.pairs:  # a loop: this is asked a million times, next() costs double
            if name.text == key:
                return value
        return None

    def key(self, key: str) -> ScalarNode | None:
        """The key node of the first pair with this key, or ``None``."""
        return next((name for name, _ in self.pairs if name.text == key), None)

    def keys(self) -> Iterator[str]:
        """Key texts in file order, repeated ones included."""
        return (name.text for name, _ in self.pairs)


Node = Union[ScalarNode, SequenceNode, MappingNode]


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the catalog after reading.

    ``fields`` is ``None`` when there is no readable front matter. ``body`` is the Markdown after it
    and ``body_line`` the 1-based line on which it starts.
    """

    kind: Kind
    id: str
    file: str
    text: str = field(repr=False)
    fields: MappingNode | None = field(default=None, repr=False)
    body: str = field(default="", repr=False)
    body_line: int = 1
