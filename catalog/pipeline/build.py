"""Load, check, assemble, render, publish, wrap: each hands on what it made and what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from catalog.assemble import assemble
from catalog.check import Reuse, check_tree, order
from catalog.export import data_page, export
from catalog.history import last_changes
from catalog.model import Catalog, Entries, Entry, Finding, Kind, PartialDate, Severity
from catalog.options import Options
from catalog.permanence import Addresses, addresses, judge, judge_tombstones, read, record
from catalog.pipeline.editions import Edition, edition_of, make
from catalog.preview import previews
from catalog.publish import Page, only_one, publish, recover
from catalog.render import render
from catalog.report import fault_in_words
from catalog.settings import Settings, load_settings
from catalog.stages import Stages

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
    unrecorded: str = ""
    """Why the new addresses of a published site could not be listed (Spanish)."""
    site: Path | None = None
    notes: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """True when a finding stopped the build."""
        return self.catalog is None


def gather(options: Options, tell: Stages | None = None) -> tuple[Catalog, list[Finding]]:
    """Read and judge every file and work out the rest. Writes nothing."""
    tell = tell or Stages()
    checked = check_tree(options.root, options.project, tell=tell, reuse=Reuse.by(options))
    tell("Preguntando a Git por las fechas")
    languages = load_settings(options.root, options.project).languages
    words = checked.entries.vocabularies.spoken(languages)
    entries = _dated(replace(checked.entries, vocabularies=words), options.root)
    tell("Enlazando y calculando")
    return assemble(entries), list(checked.findings)


def build(options: Options, tell: Stages | None = None) -> Report:
    """Make the site, or say why not. The last good site stays until a new one is whole.

    Raises EngineError when the engine fails, BusyError when another build does not end,
    EditionError for names that some disk refuses, and OSError from the disk.
    """
    tell = tell or Stages()
    with ExitStack() as held:
        for folder in _written(options):
            held.enter_context(only_one(folder, options.patience, tell))
        return _build(options, tell)


def _written(options: Options) -> tuple[Path, ...]:
    """Folders in which only one build at a time may write."""
    site = options.site
    if site is None or site.is_relative_to(options.build):
        return (options.build,)
    return options.build, site.parent


def _build(options: Options, tell: Stages) -> Report:
    recover(options.site or options.build / "site")
    catalog, findings = gather(options, tell)
    if _stops(findings, options.strict):
        return Report(tuple(findings))
    tell("Preparando la edición")
    edition = edition_of(options)
    settings = edition.settings(load_settings(options.root, options.project))
    pages, unrendered = _pages(catalog, settings, edition, tell)
    tell("Comprobando las direcciones")
    lasting = addresses(pages)
    findings = sorted([*findings, *unrendered, *_kept(lasting, catalog, options)], key=order)
    if _stops(findings, options.strict):
        return Report(tuple(findings))
    tell("Guardando lo que cambió")
    written, removed = publish(pages, edition.work / "docs")
    tell.count(written + removed)
    made = make(edition, settings, tell) if options.wrap else None
    published = made and options.records and not edition.offline
    recorded, why = _recorded(options, lasting) if published else (0, "")
    site, notes = (made.target, made.notes) if made else (None, ())
    done = (len(pages), written, removed, recorded, why)
    return Report(tuple(findings), catalog, *done, site, notes)


def _recorded(options: Options, lasting: frozenset[str]) -> tuple[int, str]:
    """List the addresses of the site just published; how many are new, or why it cannot be done."""
    try:
        return record(options.root, lasting), ""
    except OSError as problem:
        return 0, fault_in_words(problem)


def _kept(lasting: frozenset[str], catalog: Catalog, options: Options) -> Iterator[Finding]:
    """Addresses that were published and would not answer in the tree about to be written."""
    yield from judge_tombstones(lasting, catalog)
    yield from judge(read(options.root) or Addresses(), lasting, catalog)


def _pages(
    catalog: Catalog, settings: Settings, edition: Edition, tell: Stages
) -> tuple[dict[str, Page], list[Finding]]:
    """Everything the engine gets: hand-written pages first, so that none hides a generated one."""
    docs = edition.options.folder("docs")
    by_hand: dict[str, Page] = {
        path.relative_to(docs).as_posix(): path
        for path in sorted(docs.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
    urls = not edition.offline
    rendered, unrendered = render(catalog, settings, directory_urls=urls, tell=tell)
    tell("Exportando los datos")
    exported, unexported = export(catalog, settings)
    page = data_page(catalog, settings, exported, directory_urls=urls)
    tell.count(len(exported))
    tell("Dibujando las imágenes")
    pictures = previews(catalog, settings, edition.options.build / "vista")
    tell.count(len(pictures))
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
