"""Floor 3: every rule of the catalog. Importing this package registers all of them."""

from catalog.load import file_faults, yaml_faults
from catalog.report import RULES
from catalog.rules import (
    catalog,
    dates,
    keys,
    markdown,
    numbers,
    results,
    security,
    sources,
    terms,
    texts,
    units,
    vocabulary,
)
from catalog.rules.lexicon import Lexicon
from catalog.rules.sheet import Sheet

__all__ = [
    "RULES", "Lexicon", "Sheet", "catalog", "dates", "file_faults", "keys", "markdown", "numbers",
    "results", "security", "sources", "terms", "texts", "units", "vocabulary", "yaml_faults",
]  # fmt: skip
