"""Load, check, assemble, render, publish, wrap: each hands on what it made and what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from catalog.assemble import assemble
from catalog.check import Reuse, check_tree, order
from catalog.history import last_changes
from catalog.model import Catalog, Entries, Entry, Finding, Kind, PartialDate, Severity
from catalog.options import Options
from catalog.permanence import Addresses, addresses, judge, judge_tombstones, read, record
from catalog.pipeline import direct, whole
from catalog.pipeline.contents import Contents
from catalog.pipeline.editions import finish, order_of
from catalog.pipeline.engines import ENGINES
from catalog.pipeline.written import Written
from catalog.publish import aside, discard, only_one, recover
from catalog.report import fault_in_words
from catalog.settings import load_settings
from catalog.stages import Stages
from catalog.wrap import UnsuitedError

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
        for folder in _folders(options):
            held.enter_context(only_one(folder, options.patience, tell))
        return _build(options, tell)


def _folders(options: Options) -> tuple[Path, ...]:
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
    contents = Contents.of(catalog, options)
    fresh = aside(contents.edition.site) if options.wrap else None
    written = _written(contents, fresh, tell)
    tell("Comprobando las direcciones")
    lasting = addresses(written.paths)
    findings = sorted([*findings, *_kept(lasting, catalog, options)], key=order)
    if _stops(findings, options.strict):
        if fresh:
            discard(fresh)
        return Report(tuple(findings))
    done = Report(tuple(findings), catalog, len(written.paths), written.written, written.removed)
    return _finished(done, contents, fresh, written, tell) if fresh else done


def _written(contents: Contents, fresh: Path | None, tell: Stages) -> Written:
    """Everything on the disk, and wrapped if ``fresh`` says where."""
    if fresh is None:
        return whole.write_tree(contents, tell)
    options = contents.edition.options
    work = order_of(contents.edition, fresh)
    if options.engine == ENGINES[0] and not options.plain:
        try:
            return direct.write_site(contents, work, tell)
        except UnsuitedError:
            discard(fresh)
            fresh.mkdir()
    return whole.write_site(contents, work, tell)


def _finished(
    done: Report, contents: Contents, fresh: Path, written: Written, tell: Stages
) -> Report:
    """The report on a site that was put in its place."""
    edition = contents.edition
    tell("Empaquetando la copia sin conexión" if edition.offline else "Terminando el sitio")
    made = finish(edition, contents.settings, fresh, written.facts)
    if edition.offline:
        return replace(done, site=made.target, notes=made.notes)
    if written.ledger:
        written.ledger.save(edition.ledger)
    listed = edition.options.records
    recorded, why = _recorded(edition.options, addresses(written.paths)) if listed else (0, "")
    return replace(done, site=made.target, notes=made.notes, recorded=recorded, unrecorded=why)


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
