"""Floor 1: the one table of fields per kind of entry."""

from catalog.model import Kind
from catalog.schema.case import CASE, ECONOMICS, HEADINGS, MONEY, RESULT, SPOKEN_HEADINGS
from catalog.schema.fields import Field, Many, Record, Shape
from catalog.schema.practice import PRACTICE, PRACTICE_HEADINGS, SUPPORT
from catalog.schema.records import COLLECTION, ORGANIZATION, SOURCE_RECORD

RECORDS: dict[Kind, Record] = {
    Kind.CASE: CASE,
    Kind.PRACTICE: PRACTICE,
    Kind.ORGANIZATION: ORGANIZATION,
    Kind.SOURCE: SOURCE_RECORD,
    Kind.COLLECTION: COLLECTION,
}

__all__ = [
    "CASE",
    "COLLECTION",
    "ECONOMICS",
    "HEADINGS",
    "MONEY",
    "ORGANIZATION",
    "PRACTICE",
    "PRACTICE_HEADINGS",
    "RECORDS",
    "RESULT",
    "SOURCE_RECORD",
    "SPOKEN_HEADINGS",
    "SUPPORT",
    "Field",
    "Many",
    "Record",
    "Shape",
]  # fmt: skip
