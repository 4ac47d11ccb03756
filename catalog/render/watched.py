"""A catalog whose tables note what pages look up in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from catalog.model import Catalog
from catalog.reads import Reads

OF_THE_CASE = ("derived", "payback")
"""Worked out of the case with the same id, and of vocabularies."""
UNWATCHED = ("vocabularies", "matrix")
"""Vocabularies are part of what everything is made of; no page made later reads the matrix."""


def watched(catalog: Catalog, reads: Reads) -> Catalog:
    """The same catalog; ``reads`` gets to know its tables."""
    names = [field.name for field in fields(catalog) if field.name not in UNWATCHED]
    tables: dict[str, Any] = {name: _table(name, getattr(catalog, name), reads) for name in names}
    return replace(catalog, **tables)


def _table(name: str, values: Mapping[str, Any], reads: Reads) -> Mapping[str, Any]:
    if name in ("facets", "withdrawn"):
        return reads.tables(name, values)
    return reads.table(name, values, source="cases" if name in OF_THE_CASE else "")
