"""Floor 7: the catalog as pages, one table of builders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from catalog.model import Catalog, Finding
from catalog.render import embed, evidence_files, explore, feeds, links, machines
from catalog.render import guide as guiding
from catalog.render import search as searching
from catalog.render.env import environment
from catalog.render.pages import (
    case,
    contribute,
    evidence,
    explorer,
    glossary,
    guide,
    home,
    lessons,
    listings,
    moved,
    organization,
    practice,
    rules,
    search,
    source,
    terms,
    text_edition,
    training,
    unsaved,
)
from catalog.render.site import Site
from catalog.render.view import Page
from catalog.render.write import write
from catalog.settings import Settings

BUILDERS: tuple[Callable[[Site], Iterator[Page]], ...] = (
    home.pages,
    listings.pages,
    explorer.pages,
    guide.pages,
    case.pages,
    practice.pages,
    terms.pages,
    organization.pages,
    source.pages,
    evidence.pages,
    lessons.pages,
    glossary.pages,
    rules.pages,
    contribute.pages,
    search.pages,
    training.routes,
    training.dossiers,
    training.selection,
    text_edition.pages,
    unsaved.pages,
    moved.pages,
)
"""Everything that is published, in the order in which it is made."""

SCRIPTS: tuple[Callable[[Site], Iterator[tuple[str, str]]], ...] = (
    embed.files,
    evidence_files.files,
    explore.files,
    feeds.files,
    guiding.files,
    machines.files,
    searching.files,
    training.selection_scripts,
    text_edition.files,
)
"""Data that pages load as classic scripts: path from the root of the site, and text."""


TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def render(
    catalog: Catalog, settings: Settings, *, directory_urls: bool = True
) -> tuple[dict[str, str], list[Finding]]:
    """All pages, and the data they load, as text by path below the documents, sorted by path.

    ``directory_urls`` is false for a copy read from a folder, where a link must name its file.
    Rendering judges nothing, so the list of findings is empty: it is there because every stage of
    the program returns one.
    """
    site = Site(catalog, settings, directory_urls=directory_urls)
    env = environment(TEMPLATES)
    made = {
        links.document(page.address): write(training.offered(page), env, site)
        for builder in BUILDERS
        for page in builder(site)
    }
    made |= {path: text for scripts in SCRIPTS for path, text in scripts(site)}
    return dict(sorted(made.items())), []


__all__ = ["BUILDERS", "TEMPLATES", "render"]
