"""The data of the explorer: facets, entries, texts and figures to compare, as classic scripts.

They stand on the floor of the pages, not of the exports, because they hold what cards and sheets
say: labels, figures in words and addresses.
"""

from catalog.render.explore.facets import Facet, Value, facets, filtered
from catalog.render.explore.script import DATA, FIRST_BLOCK, INDICATORS, files

__all__ = ["DATA", "FIRST_BLOCK", "INDICATORS", "Facet", "Value", "facets", "files", "filtered"]
