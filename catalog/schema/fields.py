"""How a field is described. A table of these is the single source for everything else.

Checks, the typed entries, ``new``, the JSON Schema for editors, the contribution form and the field
guide all read the tables; none of them repeats what a field is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from catalog.model import Kind


class Shape(StrEnum):
    """How the text of a scalar is read."""

    TEXT = "text"
    SLUG = "slug"
    TERM = "term"
    REFERENCE = "reference"
    NUMBER = "number"
    INTEGER = "integer"
    YEAR = "year"
    QUANTITY = "quantity"
    BOOLEAN = "boolean"
    DATE = "date"
    PERIOD = "period"
    URL = "url"
    CODE = "code"
    RECORD = "record"


class Many(StrEnum):
    """Whether a field holds one value, a list, or either (one value is a list of one)."""

    ONE = "one"
    LIST = "list"
    EITHER = "either"


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """A named group of fields. ``text_field`` may be given alone instead of the mapping.

    Records and fields are compared as the objects they are, so that tables by record are fast.
    """

    name: str
    fields: tuple[Field, ...]
    text_field: str = ""

    def __getitem__(self, name: str) -> Field:
        return self.by_name[name]

    @property
    def by_name(self) -> dict[str, Field]:
        """Fields by their key."""
        return {field.name: field for field in self.fields}


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """One key of the front matter.

    ``label`` and ``help`` are shown to authors (Spanish). ``low`` and ``high`` are limits of
    characters for texts and of value for numbers. ``references`` are the kinds an id may name and
    ``pattern`` a full-match regular expression with ``pattern_help`` in words. ``attribute`` is the
    name in the typed entry where it differs from the key.
    """

    name: str
    shape: Shape
    label: str
    help: str = ""
    required: bool = False
    many: Many = Many.ONE
    vocabulary: str = ""
    references: tuple[Kind, ...] = ()
    record: Record | None = None
    low: int | None = None
    high: int | None = None
    pattern: str = ""
    pattern_help: str = ""
    example: str = ""
    default: str = ""
    attribute: str = ""
    empty_needs: str = ""
    """For lists that may be empty: the field that then must say why."""


def text(name: str, label: str, help: str = "", **more: object) -> Field:
    """A line of text of at most 300 characters unless ``high`` says otherwise."""
    more.setdefault("high", 300)
    return Field(name, Shape.TEXT, label, help, **more)  # type: ignore[arg-type]


def term(name: str, vocabulary: str, label: str, help: str = "", **more: object) -> Field:
    """An id of a vocabulary."""
    return Field(name, Shape.TERM, label, help, vocabulary=vocabulary, **more)  # type: ignore[arg-type]


def reference(
    name: str, kinds: tuple[Kind, ...], label: str, help: str = "", **more: object
) -> Field:
    """The id of another entry."""
    return Field(name, Shape.REFERENCE, label, help, references=kinds, **more)  # type: ignore[arg-type]


def record(name: str, of: Record, label: str, help: str = "", **more: object) -> Field:
    """A nested group of fields."""
    return Field(name, Shape.RECORD, label, help, record=of, **more)  # type: ignore[arg-type]
