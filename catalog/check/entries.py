"""Sound documents to typed entries, by the field table and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields as dataclass_fields
from typing import Any

from catalog import model
from catalog.load.values import (
    read_boolean,
    read_date,
    read_integer,
    read_number,
    read_period,
    read_quantity,
)
from catalog.model import Document, Entry, Kind, MappingNode, Node, ScalarNode, SequenceNode
from catalog.rules.lexicon import Lexicon
from catalog.rules.sheet import is_empty, table
from catalog.schema import RECORDS, Field, Many, Record, Shape

CLASSES: Mapping[str, Callable[..., Any]] = {
    "result": model.Result,
    "money": model.Money,
    "reported": model.ReportedFigure,
    "economics": model.Economics,
    "involvement": model.Involvement,
    "followup": model.Followup,
    "applicability": model.Applicability,
    "recognition": model.Recognition,
    "inclusion": model.Inclusion,
    "event": model.Event,
    "tombstone": model.Tombstone,
    "source_reference": model.SourceReference,
    "note": model.Note,
    "synonym": model.Synonym,
    "support": model.Support,
    "name": model.Name,
    "item": model.Item,
    "exercise": model.Exercise,
}
"""The dataclass of each nested record, by the record's name."""
KINDS: Mapping[Kind, Callable[..., Any]] = {
    Kind.CASE: model.Case,
    Kind.PRACTICE: model.Practice,
    Kind.ORGANIZATION: model.OrganizationEntry,
    Kind.SOURCE: model.SourceEntry,
    Kind.COLLECTION: model.Collection,
}
WITH_LINE = frozenset(
    name
    for name, made in CLASSES.items()
    if any(field.name == "line" for field in dataclass_fields(made))  # type: ignore[arg-type]
)
"""Records whose entries remember the line on which they start."""


def make_entry(document: Document, lexicon: Lexicon) -> Entry:
    """The typed entry of a document without errors."""
    assert document.fields is not None
    values = read_record(RECORDS[document.kind], document.fields, lexicon)
    entry: Entry = KINDS[document.kind](
        id=document.id, file=document.file, body=document.body, **values
    )
    return entry


def read_record(record: Record, node: MappingNode, lexicon: Lexicon) -> dict[str, Any]:
    """Attribute values by name; what is not written is left to the dataclass."""
    fields = table(record)
    values: dict[str, Any] = {}
    for key, value in node.pairs:
        field = fields[key.text]
        if not is_empty(value):
            values[field.attribute or field.name] = read_field(field, value, lexicon)
    for field in record.fields:
        name = field.attribute or field.name
        if field.default and name not in values:
            values[name] = field.default
        elif field.required and field.many is not Many.ONE:
            values.setdefault(name, ())
    return values


def read_field(field: Field, node: Node, lexicon: Lexicon) -> object:
    """The value of one field; a field that may hold several always gives a tuple."""
    if field.many is Many.ONE:
        return read_one(field, node, lexicon)
    items = node.items if isinstance(node, SequenceNode) else (node,)
    return tuple(read_one(field, item, lexicon) for item in items)


def read_one(field: Field, node: Node, lexicon: Lexicon) -> object:
    """One value by its shape."""
    if field.record is not None:
        return read_group(field.record, node, lexicon)
    if field.shape is Shape.QUANTITY:
        return read_quantity(node)
    assert isinstance(node, ScalarNode)
    if field.shape is Shape.TERM:
        term = lexicon.term(field.vocabulary, node.text)
        return term.id if term else node.text
    reader = READERS.get(field.shape)
    return reader(node.text) if reader else node.text.strip()


READERS: Mapping[Shape, Callable[[str], object]] = {
    Shape.NUMBER: read_number,
    Shape.INTEGER: read_integer,
    Shape.YEAR: read_integer,
    Shape.BOOLEAN: read_boolean,
    Shape.DATE: read_date,
    Shape.PERIOD: read_period,
}


def read_group(record: Record, node: Node, lexicon: Lexicon) -> object:
    """A nested record; one given as a bare text has only its text field."""
    made = CLASSES[record.name]
    if isinstance(node, ScalarNode):
        return made(**{record.text_field: node.text.strip()})
    assert isinstance(node, MappingNode)
    values = read_record(record, node, lexicon)
    if record.name in WITH_LINE:
        values["line"] = node.spot.line
    return made(**values)
