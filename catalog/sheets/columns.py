"""Columns of the sheets, made from the field table and from nothing else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from catalog.model import Kind
from catalog.schema import RECORDS, RESULT, Field, Many, Record, Shape

ID = Field("id", Shape.SLUG, "Id", "Nombre del archivo. Vacío: se propone uno.")
CASE_ID = Field("case", Shape.SLUG, "Id del caso", "El id de una fila de «Casos».", required=True)
BODY = Field("body", Shape.TEXT, "Texto", "El texto de la ficha, con sus encabezados «## …».")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the keys that lead to its value, the field of the last one, the Spanish header.

    A group of fields becomes one column for each of them; a list of groups is one column with an
    item on each line.
    """

    path: tuple[str, ...]
    field: Field
    header: str

    @property
    def key(self) -> str:
        """The English header: ``economics.investment.value``."""
        return ".".join(self.path)

    @property
    def required(self) -> bool:
        """True when every row needs it: nested groups may be left out as a whole."""
        return self.field.required and len(self.path) == 1


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, the name of its CSV file, what a row is, and its columns in order."""

    title: str
    english: str
    kind: Kind
    record: Record
    columns: tuple[Column, ...]

    @cached_property
    def by_header(self) -> dict[str, Column]:
        """Columns by Spanish and by English header, folded."""
        spanish = {folded(column.header): column for column in self.columns}
        return spanish | {folded(column.key): column for column in self.columns}

    @property
    def file(self) -> str:
        """Name of the CSV file without ending."""
        return self.title.lower()


def folded(text: str) -> str:
    """A header without accents, case and signs, for comparing."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in bare if c.isalnum())


def columns_of(
    record: Record,
    path: tuple[str, ...] = (),
    label: str = "",
    without: frozenset[str] = frozenset(),
) -> Iterator[Column]:
    """The columns of a record; groups inside it are laid out flat."""
    for field in record.fields:
        if field.name in without:
            continue
        header = f"{label}: {field.label.lower()}" if label else field.label
        if field.record is not None and field.many is Many.ONE:
            yield from columns_of(field.record, (*path, field.name), header)
        else:
            yield Column((*path, field.name), field, header)


def sheet(title: str, kind: Kind, ends: tuple[Field, ...] = ()) -> Sheet:
    """The sheet of one kind of entry: id first, text last."""
    record = RECORDS[kind]
    fields = columns_of(record, without=frozenset(("results",)))
    first, last = Column(("id",), ID, ID.label), (Column((f.name,), f, f.label) for f in ends)
    return Sheet(title, kind.folder, kind, record, (first, *fields, *last))


CASES = sheet("Casos", Kind.CASE, (BODY,))
SOURCES = sheet("Fuentes", Kind.SOURCE)
ORGANIZATIONS = sheet("Organizaciones", Kind.ORGANIZATION)
RESULTS = Sheet(
    "Resultados",
    "results",
    Kind.CASE,
    RESULT,
    (Column(("case",), CASE_ID, CASE_ID.label), *columns_of(RESULT)),
)
SHEETS = (CASES, RESULTS, SOURCES, ORGANIZATIONS)
