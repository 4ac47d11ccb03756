"""Floor 3: every rule of the catalog. Importing this package registers all of them."""

from catalog.load import byte_faults, file_faults, yaml_faults
from catalog.report import RULES
from catalog.rules import (
    assessment,
    catalog,
    characters,
    dates,
    economics,
    keys,
    links,
    lists,
    markdown,
    numbers,
    permanence,
    provenance,
    quantities,
    results,
    security,
    sources,
    targets,
    terms,
    texts,
    units,
    vocabulary,
)
from catalog.rules.lexicon import Lexicon
from catalog.rules.sheet import Sheet

__all__ = [
    "RULES",
    "Lexicon",
    "Sheet",
    "assessment",
    "byte_faults",
    "catalog",
    "characters",
    "dates",
    "economics",
    "file_faults",
    "keys",
    "links",
    "lists",
    "markdown",
    "numbers",
    "permanence",
    "provenance",
    "quantities",
    "results",
    "security",
    "sources",
    "targets",
    "terms",
    "texts",
    "units",
    "vocabulary",
    "yaml_faults",
]
