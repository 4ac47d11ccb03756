"""Floor 7: spreadsheets to files, judged by the same rules as the files that people write.

Nothing is written here: a plan says which files would be new, changed or equal, and what is wrong,
by sheet, row and column.
"""

from __future__ import annotations

from catalog.importer.plan import Change, Plan, Planned, plan_import
from catalog.importer.remarks import Place, Remark

__all__ = ["Change", "Place", "Plan", "Planned", "Remark", "plan_import"]
