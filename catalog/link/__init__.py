"""Floor 5: references both ways, facets, related entries and the three-level chain."""

from catalog.link.chains import chains
from catalog.link.facets import (
    UNKNOWN,
    by_organization,
    by_practice,
    by_source,
    facets,
    index,
    matrix,
    sources_of,
    with_broader,
)
from catalog.link.related import related

__all__ = [
    "UNKNOWN", "by_organization", "by_practice", "by_source", "chains", "facets", "index",
    "matrix", "related", "sources_of", "with_broader",
]  # fmt: skip
