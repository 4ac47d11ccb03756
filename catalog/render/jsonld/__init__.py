"""What a page is about, for search engines and other machines: schema.org as JSON-LD."""

from catalog.render.jsonld.cases import case, interval
from catalog.render.jsonld.organizations import organization
from catalog.render.jsonld.practices import practice
from catalog.render.jsonld.sets import dataset, term_set
from catalog.render.jsonld.shared import CONTEXT, Node, term, text
from catalog.render.jsonld.sources import source, source_node

__all__ = [
    "CONTEXT", "Node", "case", "dataset", "interval", "organization", "practice", "source",
    "source_node", "term", "term_set", "text",
]  # fmt: skip
