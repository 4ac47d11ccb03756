"""Two sides set against each other: files, findings, addresses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from catalog.model import Case, Entry, Finding, Kind, Severity
from catalog.review.duplicates import Twin, twins
from catalog.review.figures import Change, changes
from catalog.review.movements import Movements, movements
from catalog.review.side import Side

KINDS = {kind.folder: kind for kind in Kind}


@dataclass(frozen=True, slots=True)
class Touched:
    """A file that the branch adds, changes or removes. ``title`` is empty where it is unsound."""

    file: str
    kind: Kind | None
    id: str
    title: str


@dataclass(frozen=True)
class Review:
    """What a branch changes."""

    added: tuple[Touched, ...]
    changed: tuple[Touched, ...]
    removed: tuple[Touched, ...]
    findings: tuple[Finding, ...]
    lost: tuple[str, ...]
    unlisted: tuple[str, ...]
    figures: tuple[Change, ...]
    twins: tuple[Twin, ...]
    movements: Movements

    @property
    def blocks(self) -> bool:
        """True when the branch should not be merged as it is."""
        broken = any(finding.severity is Severity.ERROR for finding in self.findings)
        return broken or bool(self.lost) or bool(self.unlisted)


def compare(base: Side, head: Side) -> Review:
    """Everything that ``head`` changes with respect to ``base``."""
    added = sorted(set(head.files) - set(base.files))
    removed = sorted(set(base.files) - set(head.files))
    changed = sorted(f for f in set(head.files) & set(base.files) if head.files[f] != base.files[f])
    touched = {*added, *changed}
    cases = [case for case in head.catalog.cases.values() if case.file in touched]
    return Review(
        added=tuple(_touched(file, head) for file in added),
        changed=tuple(_touched(file, head) for file in changed),
        removed=tuple(_touched(file, base) for file in removed),
        findings=_findings(base, head, touched),
        lost=tuple(sorted(base.owed - head.answers - head.written())),
        unlisted=tuple(sorted((base.listed - head.listed) & head.answers)),
        figures=tuple(change for case in cases for change in _figures(case, base, head)),
        twins=tuple(twins(head.catalog, touched)),
        movements=movements(base, head),
    )


def _figures(case: Case, base: Side, head: Side) -> list[Change]:
    before = base.catalog.cases.get(case.id) or _former(case, base)
    return changes((base.site, before) if before else None, (head.site, case))


def _former(case: Case, base: Side) -> Case | None:
    """The case under its former id, where it was renamed."""
    old = (*case.aliases, *case.redirect_from)
    return next((base.catalog.cases[id] for id in old if id in base.catalog.cases), None)


def _touched(file: str, side: Side) -> Touched:
    path = PurePosixPath(file)
    kind = KINDS.get(path.parts[0])
    entry = _entry(side, kind, path.stem)
    title = str(getattr(entry, "title", "") or getattr(entry, "name", ""))
    return Touched(file, kind, path.stem, title)


def _entry(side: Side, kind: Kind | None, id: str) -> Entry | None:
    if kind is None:
        return None
    return side.catalog.entries(kind).get(id) or side.catalog.withdrawn.get(kind, {}).get(id)


def _findings(base: Side, head: Side, touched: set[str]) -> tuple[Finding, ...]:
    """Those of touched files, and those that the branch causes elsewhere."""
    known = {(f.file, f.rule, f.message) for f in base.findings}
    return tuple(
        finding
        for finding in head.findings
        if finding.file in touched or (finding.file, finding.rule, finding.message) not in known
    )
