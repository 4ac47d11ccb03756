"""Floor 2: the catalog as spreadsheets: which columns there are and how a cell is written.

Both directions read this: ``export`` fills cells, ``importer`` reads them back.
"""

from catalog.sheets.cells import ITEM_SEPARATOR, SAFE_START, escaped, split_escaped, written
from catalog.sheets.columns import (
    BODY,
    CASES,
    ID,
    ORGANIZATIONS,
    RESULTS,
    SHEETS,
    SOURCES,
    Column,
    Sheet,
    folded,
)

__all__ = [
    "BODY", "CASES", "ID", "ITEM_SEPARATOR", "ORGANIZATIONS", "RESULTS", "SAFE_START", "SHEETS",
    "SOURCES", "Column", "Sheet", "escaped", "folded", "split_escaped", "written",
]  # fmt: skip
