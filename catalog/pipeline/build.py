"""Load, check, assemble, render, publish, wrap: each hands on what it made and what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from catalog.assemble import assemble
from catalog.check import check_tree, order
from catalog.export import export
from catalog.history import last_changes
from catalog.model import Catalog, Entries, Entry, Finding, Kind, PartialDate, Severity
from catalog.options import Options
from catalog.permanence import Addresses, addresses, judge, judge_tombstones, read, record
from catalog.pipeline import engines
from catalog.publish import Page, aside, keep, publish
from catalog.render import render
from catalog.settings import Settings, config_file, load_settings

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
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """True when a finding stopped the build."""
        return self.catalog is None


Tell = Callable[[str], None]


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

    Raises EngineError when the engine fails and OSError from the disk.
    """
    catalog, findings = gather(options, tell)
    if _stops(findings, options.strict):
        return Report(tuple(findings))
    settings = load_settings(options.root, options.project)
    tell("Escribiendo las páginas")
    pages, unrendered = _pages(catalog, settings, options)
    lasting = addresses(pages)
    findings = sorted([*findings, *unrendered, *_kept(lasting, catalog, options)], key=order)
    if _stops(findings, options.strict):
        return Report(tuple(findings))
    written, removed = publish(pages, options.build / "docs")
    site = _wrap(options, tell) if options.wrap else None
    recorded = record(options.root, lasting) if site and options.records else 0
    return Report(tuple(findings), catalog, len(pages), written, removed, recorded, site)


def _kept(lasting: frozenset[str], catalog: Catalog, options: Options) -> Iterator[Finding]:
    """Addresses that were published and would not answer in the tree about to be written."""
    yield from judge_tombstones(lasting, catalog)
    yield from judge(read(options.root) or Addresses(), lasting, catalog)


def _pages(
    catalog: Catalog, settings: Settings, options: Options
) -> tuple[dict[str, Page], list[Finding]]:
    """Everything the engine gets: hand-written pages first, so that none hides a generated one."""
    docs = options.folder("docs")
    by_hand: dict[str, Page] = {
        path.relative_to(docs).as_posix(): path
        for path in sorted(docs.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
    rendered, unrendered = render(catalog, settings)
    exported, unexported = export(catalog, settings)
    return {**by_hand, **rendered, **exported}, [*unrendered, *unexported]


def _wrap(options: Options, tell: Tell) -> Path:
    tell("Construyendo el sitio")
    site = options.site or options.build / "site"
    fresh = aside(site)
    order = engines.Order(
        config=config_file(options.root, options.project).resolve(),
        docs=(options.build / "docs").resolve(),
        site=fresh.resolve(),
        theme=options.folder("theme").resolve(),
        build=options.build.resolve(),
    )
    engines.run(options.engine, order)
    keep(fresh, site)
    return site


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
