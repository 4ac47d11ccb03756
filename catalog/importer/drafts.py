"""Rows to drafts: the text of each file, with the cell that every line comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from catalog.importer.cells import text_of
from catalog.importer.remarks import Place, Remark, error, notice
from catalog.importer.tables import Cell, Table
from catalog.importer.tree import Branch, Leaf, Node, Reader, Row
from catalog.importer.writer import Line, document
from catalog.load.files import slugify
from catalog.model import Kind
from catalog.rules.lexicon import nearest
from catalog.schema import RECORDS, Field, Many, Record
from catalog.sheets import BODY, RESULTS, Column, folded

MOST_LOST = 20


@dataclass(frozen=True)
class Draft:
    """A file to be: kind, id, the row it comes from and its lines."""

    kind: Kind
    id: str
    place: Place
    lines: list[Line]

    @property
    def label(self) -> str:
        """Path below the root."""
        return f"{self.kind.folder}/{self.id}{self.kind.suffix}"

    @property
    def text(self) -> str:
        """What the file would hold."""
        return "\n".join(text for text, _ in self.lines) + "\n"


@dataclass
class Drafter:
    """Turns tables into drafts. ``remarks`` collects what is wrong on the way."""

    reader: Reader
    remarks: list[Remark] = field(default_factory=list)

    def drafts(self, tables: list[Table]) -> list[Draft]:
        """A draft for each row of cases, sources and organizations, figures included."""
        for table in tables:
            self.remarks += column_faults(table)
        figures = self.figures([table for table in tables if table.sheet is RESULTS])
        made: dict[tuple[Kind, str], Draft] = {}
        for table in tables:
            if table.sheet is not RESULTS:
                for number, cells in table.rows:
                    self.add(made, table, number, cells, figures)
        for id, rows in figures.items():
            for row in rows:
                told = f"No hay ninguna fila de «Casos» con el id «{id}»."
                self.remarks.append(error(row.place or Place(""), told, "Corrija el id."))
        return list(made.values())

    def add(
        self,
        made: dict[tuple[Kind, str], Draft],
        table: Table,
        number: int,
        cells: dict[int, Cell],
        figures: dict[str, list[Branch]],
    ) -> None:
        """One draft; a second row with the same id is an error."""
        place = Place(table.name, number)
        values = self.values(table, number, cells)
        id = self.id_of(values, place, table)
        body = values.pop((BODY.name,), None) if table.sheet.kind is Kind.CASE else None
        root = self.tree(RECORDS[table.sheet.kind], values, place)
        if table.sheet.kind is Kind.CASE and (rows := figures.pop(id, [])):
            root.pairs["results"] = Row(tuple(rows), rows[0].place)
            root.pairs = in_order(RECORDS[Kind.CASE], root.pairs)
        text, body_place = (body.text, body.place) if isinstance(body, Leaf) else ("", place)
        lines = document(root, text, body_place, table.sheet.kind.suffix)
        key = (table.sheet.kind, id)
        if key in made:
            told = f"El id «{id}» ya está en la fila {made[key].place.row}."
            self.remarks.append(error(place, told, "Cada fila lleva un id propio."))
            return
        made[key] = Draft(table.sheet.kind, id, place, lines)

    def values(
        self, table: Table, number: int, cells: dict[int, Cell]
    ) -> dict[tuple[str, ...], Node]:
        """Nodes of one row by the path of their column, required ones also where they are empty."""
        values: dict[tuple[str, ...], Node] = {}
        columns = known_columns(table)
        for position, column in columns.items():
            place = Place(table.name, number, position, table.headers[position])
            text, found = text_of(cells.get(position, Cell("")), column.field, place)
            self.remarks += found
            if text:
                values[column.path] = self.reader.node(column.field, text, place)
            elif not found and not (position in cells and cells[position].formula):
                if column.required:
                    values[column.path] = nothing(column.field, place)
            else:
                values[column.path] = Leaf("", None)
        for column in table.sheet.columns:
            if column.required and column not in columns.values():
                values[column.path] = Leaf("", None)
        return values

    def id_of(self, values: dict[tuple[str, ...], Node], place: Place, table: Table) -> str:
        """The id of a row, or one proposed from country and title."""
        given = values.pop(("id",), None)
        if isinstance(given, Leaf) and given.text:
            return given.text.removesuffix(table.sheet.kind.suffix)
        parts = [first_text(values.get((name,))) for name in ("country", "title", "name")]
        proposed = slugify("-".join(part for part in parts if part)) or f"fila-{place.row}"
        self.remarks.append(notice(place, f"La fila no tiene id: se propone «{proposed}»."))
        return proposed

    def tree(self, record: Record, values: dict[tuple[str, ...], Node], place: Place) -> Branch:
        """The values of a row as nested groups, in the order of the field table."""
        root = Branch({}, place)
        for path, node in values.items():
            branch = root
            for name in path[:-1]:
                inner = branch.pairs.setdefault(name, Branch({}, node.place))
                assert isinstance(inner, Branch)
                branch = inner
            branch.pairs[path[-1]] = node
        root.pairs = in_order(record, root.pairs)
        return root

    def figures(self, tables: list[Table]) -> dict[str, list[Branch]]:
        """Rows of results by the id of their case."""
        found: dict[str, list[Branch]] = {}
        for table in tables:
            for number, cells in table.rows:
                values = self.values(table, number, cells)
                place = Place(table.name, number)
                case = values.pop(("case",), None)
                id = case.text if isinstance(case, Leaf) else ""
                if not id:
                    self.remarks.append(error(place, "Falta el id del caso de esta cifra."))
                    continue
                found.setdefault(id, []).append(self.tree(RESULTS.record, values, place))
        return found


def known_columns(table: Table) -> dict[int, Column]:
    """Columns of a table by position, without those that the catalog does not know."""
    names = table.sheet.by_header
    found = {n: names.get(folded(header)) for n, header in table.headers.items()}
    return {position: column for position, column in found.items() if column}


def column_faults(table: Table) -> Iterator[Remark]:
    """Columns that are missing, and columns whose values would be lost."""
    columns = known_columns(table)
    present = {column.path for column in columns.values()}
    for column in table.sheet.columns:
        if table.headers and column.required and column.path not in present:
            told = f"Falta la columna obligatoria «{column.header}» ({column.key})."
            yield error(Place(table.name), told)
    for position, header in table.headers.items():
        filled = [number for number, cells in table.rows if position in cells]
        if position in columns or not filled:
            continue
        near = nearest(header, [column.header for column in table.sheet.columns])
        advice = f"¿Quiso decir «{near}»?" if near else "Vea la hoja «Ayuda» de la plantilla."
        rows = ", ".join(map(str, filled[:MOST_LOST])) + (" …" if len(filled) > MOST_LOST else "")
        told = f"No se conoce la columna «{header}»; se perderían sus {len(filled)} valores"
        place = Place(table.name, 0, position, header)
        yield error(place, f"{told} (filas {rows}).", advice)


def nothing(field: Field, place: Place) -> Node:
    """What stands for an empty required cell: a list that may be empty, or a gap for the rules."""
    if field.many is Many.LIST and field.empty_needs:
        return Row((), place)
    return Leaf("", place)


def first_text(node: Node | None) -> str:
    """The text of a value, or of the first of several."""
    if isinstance(node, Row):
        return first_text(node.items[0]) if node.items else ""
    return node.text if isinstance(node, Leaf) else ""


def in_order(record: Record, pairs: dict[str, Node]) -> dict[str, Node]:
    """Pairs as the field table orders them."""
    order = {name: number for number, name in enumerate(record.by_name)}
    return dict(sorted(pairs.items(), key=lambda pair: order.get(pair[0], len(order))))
