"""Load, check, assemble, render, publish, wrap: each hands on what it made and what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from catalog.assemble import assemble
from catalog.check import check_tree, order
from catalog.export import data_page, export
from catalog.history import last_changes
from catalog.model import Catalog, Entries, Entry, Finding, Kind, PartialDate, Severity
from catalog.options import Options
from catalog.permanence import Addresses, addresses, judge, judge_tombstones, read, record
from catalog.pipeline.editions import Edition, Tell, edition_of, make
from catalog.preview import previews
from catalog.publish import Page, publish
from catalog.render import render
from catalog.settings import Settings, load_settings

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. ``site`` is ``None`` when errors kept it from being built."""

    findings: tuple[Finding, ...]
    catalog: Catalog | None = None
    pages: int = 0
    written: int = 0
    removed: int = 0
    recorded: int = 0
    site: Path | None = None
    notes: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """True when a finding stopped the build."""
        return self.catalog is None


def gather(options: Options, tell: Tell = lambda _: None) -> tuple[Catalog, list[Finding]]:
    """Read and judge every file and work out the rest. Writes nothing."""
    tell("Leyendo y revisando las fichas")
    checked = check_tree(options.root, options.project)
    tell("Enlazando y calculando")
    languages = load_settings(options.root, options.project).languages
    words = checked.entries.vocabularies.spoken(languages)
    entries = replace(checked.entries, vocabularies=words)
    return assemble(_dated(entries, options.root)), list(checked.findings)


def build(options: Options, tell: Tell = lambda _: None) -> Report:
    """Make the site, or say why not. The last good site stays until a new one is whole.

    Raises EngineError when the engine fails, EditionError and OSError from the disk.
    """
    catalog, findings = gather(options, tell)
    if _stops(findings, options.strict):
        return Report(tuple(findings))
    edition = edition_of(options)
    settings = edition.settings(load_settings(options.root, options.project))
    tell("Escribiendo las páginas")
    pages, unrendered = _pages(catalog, settings, edition)
    lasting = addresses(pages)
    findings = sorted([*findings, *unrendered, *_kept(lasting, catalog, options)], key=order)
    if _stops(findings, options.strict):
        return Report(tuple(findings))
    written, removed = publish(pages, edition.work / "docs")
    made = make(edition, settings, tell) if options.wrap else None
    published = made and options.records and not edition.offline
    recorded = record(options.root, lasting) if published else 0
    site, notes = (made.target, made.notes) if made else (None, ())
    return Report(tuple(findings), catalog, len(pages), written, removed, recorded, site, notes)


def _kept(lasting: frozenset[str], catalog: Catalog, options: Options) -> Iterator[Finding]:
    """Addresses that were published and would not answer in the tree about to be written."""
    yield from judge_tombstones(lasting, catalog)
    yield from judge(read(options.root) or Addresses(), lasting, catalog)


def _pages(
    catalog: Catalog, settings: Settings, edition: Edition
) -> tuple[dict[str, Page], list[Finding]]:
    """Everything the engine gets: hand-written pages first, so that none hides a generated one."""
    docs = edition.options.folder("docs")
    by_hand: dict[str, Page] = {
        path.relative_to(docs).as_posix(): path
        for path in sorted(docs.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
    rendered, unrendered = render(catalog, settings, directory_urls=not edition.offline)
    exported, unexported = export(catalog, settings)
    page = data_page(catalog, settings, exported, directory_urls=not edition.offline)
    pictures = previews(catalog, settings, edition.options.build / "vista")
    own = edition.files(settings)
    pages = {**by_hand, **rendered, **exported, **page, **pictures, **own}
    return pages, [*unrendered, *unexported]


def _stops(findings: list[Finding], strict: bool) -> bool:
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in stopping for finding in findings)


def _dated(entries: Entries, root: Path) -> Entries:
    """Entries with the date of their last change, where Git knows it."""
    dates = last_changes(root, tuple(kind.folder for kind in Kind))
    if not dates:
        return entries
    return replace(
        entries,
        cases=_with_dates(entries.cases, dates),
        practices=_with_dates(entries.practices, dates),
        organizations=_with_dates(entries.organizations, dates),
        sources=_with_dates(entries.sources, dates),
        collections=_with_dates(entries.collections, dates),
    )


def _with_dates(entries: Mapping[str, E], dates: Mapping[str, PartialDate]) -> dict[str, E]:
    return {id: replace(entry, updated=dates.get(entry.file)) for id, entry in entries.items()}
