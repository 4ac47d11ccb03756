"""Floor 2: how to cite an entry of the catalog, or a document it rests on.

No citation library is used: the one that is kept for Python (citeproc-py) needs 8 to 60 ms for each
reference, which 10,000 cases cannot spend, and writes «S.l.: s.n.» and stray commas in ISO 690.
Its output is the reference that the tests compare with.
"""

from catalog.citation.exchange import (
    CSL_ENDING,
    bibtex,
    bibtex_file,
    csl_file,
    csl_item,
    ris,
    ris_file,
)
from catalog.citation.styles import Run, apa, closed, iso690, text
from catalog.citation.version import Version, version
from catalog.citation.work import Work, of_catalog, of_entry, of_source

__all__ = [
    "CSL_ENDING",
    "Run",
    "Version",
    "Work",
    "apa",
    "bibtex",
    "bibtex_file",
    "closed",
    "csl_file",
    "csl_item",
    "iso690",
    "of_catalog",
    "of_entry",
    "of_source",
    "ris",
    "ris_file",
    "text",
    "version",
]
