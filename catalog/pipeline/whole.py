"""The site built by an engine as its own process, from a tree of documents below ``build/``."""

from __future__ import annotations

from pathlib import Path

from catalog import editions
from catalog.pipeline import engines
from catalog.pipeline.contents import Contents
from catalog.pipeline.written import Written
from catalog.publish import publish
from catalog.stages import Stages


def write_tree(contents: Contents, tell: Stages) -> Written:
    """Write the documents and files that the engine reads. Raises OSError from the disk."""
    pages = contents.whole(tell)
    contents.sweep(page for page in pages.values() if isinstance(page, Path))
    tell("Guardando lo que cambió")
    written, removed = publish(pages, contents.edition.work / "docs")
    tell.count(written + removed)
    return Written(frozenset(pages), written, removed)


def write_site(contents: Contents, order: engines.Order, tell: Stages) -> Written:
    """Write the tree and run the engine on it. Raises EngineError, and OSError from the disk."""
    written = write_tree(contents, tell)
    tell("Construyendo el sitio")
    engines.run(contents.edition.options.engine, order)
    editions.drop_unused(order.site)
    return written
