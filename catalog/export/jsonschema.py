"""JSON Schema of the front matter, made from the field table, for editors and others.

Draft 7, the newest that the language server of the YAML editors knows by heart.
"""

from __future__ import annotations

from catalog.export.records import dump
from catalog.model import Vocabularies
from catalog.schema import RECORDS, Field, Many, Record, Shape

DIALECT = "http://json-schema.org/draft-07/schema#"
DATE_PATTERN = r"\d{4}(-\d{2}(-\d{2})?)?"
PERIOD = rf"^(unknown|{DATE_PATTERN}|({DATE_PATTERN}|\.\.)/({DATE_PATTERN}|\.\.))$"

Schema = dict[str, object]
MEASURED = (Shape.TEXT, Shape.NUMBER, Shape.INTEGER)
"""Shapes whose limits are of the value, not of how many there are."""
NUMBER: Schema = {"type": "number"}

SCALARS: dict[Shape, Schema] = {
    Shape.TEXT: {"type": "string"},
    Shape.SLUG: {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    Shape.REFERENCE: {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    Shape.CODE: {"type": "string"},
    Shape.URL: {"type": "string", "pattern": "^https?://"},
    Shape.NUMBER: NUMBER,
    Shape.INTEGER: {"type": "integer"},
    Shape.YEAR: {"type": "integer", "minimum": 1000, "maximum": 9999},
    Shape.BOOLEAN: {"type": "boolean"},
    Shape.DATE: {"type": ["string", "integer"], "pattern": f"^{DATE_PATTERN}$"},
    Shape.PERIOD: {"type": ["string", "integer"], "pattern": PERIOD},
    Shape.QUANTITY: {
        "anyOf": [
            NUMBER,
            {
                "type": "object",
                "properties": {"min": NUMBER, "max": NUMBER, "about": NUMBER},
                "additionalProperties": False,
                "minProperties": 1,
            },
        ]
    },
}


def json_schemas(vocabularies: Vocabularies) -> dict[str, str]:
    """The schema of every kind of entry, by the name of the kind."""
    return {
        kind.value: dump(_document(kind.value, record, vocabularies))
        for kind, record in RECORDS.items()
    }


def _document(name: str, record: Record, vocabularies: Vocabularies) -> Schema:
    return {"$schema": DIALECT, "title": name, **_record(record, vocabularies)}


def _record(record: Record, vocabularies: Vocabularies) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": {field.name: field_schema(field, vocabularies) for field in record.fields},
        "required": [field.name for field in record.fields if field.required],
        "additionalProperties": False,
    }
    if not record.text_field:
        return schema
    return {"anyOf": [_one(record[record.text_field], vocabularies), schema]}


def field_schema(field: Field, vocabularies: Vocabularies) -> Schema:
    """One field, with its label and help for the editor's hover."""
    one = _one(field, vocabularies)
    listed: Schema = {"type": "array", "items": one}
    if field.many is not Many.ONE and field.low and field.shape not in MEASURED:
        listed["minItems"] = field.low
    either: Schema = {"anyOf": [one, listed]}
    shapes = {Many.ONE: one, Many.LIST: listed, Many.EITHER: either}
    described = {"title": field.label, "description": field.help}
    return {**{key: text for key, text in described.items() if text}, **shapes[field.many]}


def _one(field: Field, vocabularies: Vocabularies) -> Schema:
    if field.shape is Shape.RECORD:
        assert field.record is not None
        return _record(field.record, vocabularies)
    if field.shape is Shape.TERM:
        ids = [term.id for term in vocabularies[field.vocabulary]]
        return {"enum": [*ids, *(int(id) for id in ids if id.isdecimal())]}
    schema = dict(SCALARS[field.shape])
    if field.shape is Shape.TEXT:
        schema |= {k: v for k, v in (("minLength", field.low), ("maxLength", field.high)) if v}
    if field.shape in (Shape.NUMBER, Shape.INTEGER):
        schema |= {
            k: v for k, v in (("minimum", field.low), ("maximum", field.high)) if v is not None
        }
    if field.pattern:
        schema["pattern"] = f"^(?:{field.pattern})$"
    return schema
