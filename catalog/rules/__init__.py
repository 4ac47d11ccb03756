"""Floor 3: every rule of the catalog. Importing this package registers all of them."""

from catalog.load import file_faults, yaml_faults
from catalog.report import RULES
from catalog.rules import dates, keys, numbers, sources, terms
from catalog.rules.lexicon import Lexicon
from catalog.rules.sheet import Sheet

__all__ = [
    "RULES", "Lexicon", "Sheet", "dates", "file_faults", "keys", "numbers", "sources", "terms",
    "yaml_faults",
]  # fmt: skip
