"""Floor 4: runs the rules and makes typed entries of the sound documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog.check.judge import Judge, Verdict
from catalog.check.ledger import Reuse, judge_vocabularies, ledger_of
from catalog.load import Sources, list_tree, read_provenance
from catalog.load.collecting import without_collector
from catalog.load.vocabularies import vocabulary_texts
from catalog.model import Entries, Entry, Finding, Kind, Severity, Vocabularies
from catalog.report import RULES, Scope
from catalog.rules import Lexicon
from catalog.rules.facts import Whole
from catalog.rules.lexicon import Names
from catalog.stages import Stages

__all__ = ["Checked", "Judged", "Reuse", "check", "check_tree", "judge_tree"]

CATALOG_RULES = [r for r in RULES.values() if r.scope is Scope.CATALOG]


@dataclass(frozen=True)
class Judged:
    """A tree after checking: the ids that have a file, and every finding in order."""

    names: Mapping[Kind, frozenset[str]]
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Files read by folder, sound or not."""
        return {kind.folder: len(self.names[kind]) for kind in Kind}

    @property
    def failed(self) -> bool:
        """True when a finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True)
class Checked(Judged):
    """A tree after checking, with its sound entries."""

    entries: Entries


def check_tree(
    root: Path,
    project: Path,
    paths: Collection[str] | None = None,
    tell: Stages | None = None,
    reuse: Reuse | None = None,
) -> Checked:
    """Load and check a tree. With ``paths`` (labels relative to the root), report only on those.

    References are resolved against everything either way. An entry of a file that has not changed
    since the last call is the same object. ``tell`` keeps account of both steps.
    """
    tell = tell or Stages()
    tell("Leyendo y revisando las fichas")
    judged, verdicts, words = _run(root, project, paths, reuse or Reuse(), entries=True)
    tell.count(len(verdicts))
    tell("Armando las fichas")
    return Checked(judged.names, judged.findings, gather(verdicts, words))


def judge_tree(
    root: Path, project: Path, paths: Collection[str] | None = None, reuse: Reuse | None = None
) -> Judged:
    """The findings of :func:`check_tree` at a lower price: no entry is made."""
    return _run(root, project, paths, reuse or Reuse(), entries=False)[0]


@without_collector
def _run(
    root: Path, project: Path, paths: Collection[str] | None, reuse: Reuse, entries: bool
) -> tuple[Judged, list[Verdict], Vocabularies]:
    """Findings, the verdicts on sound files, and the vocabularies of a tree."""
    listing = list_tree(root)
    texts, misread = vocabulary_texts(root, project)
    provenance, odd = read_provenance(root)
    ledger = ledger_of(root, project, texts, reuse)
    verdicts = ledger.judged(listing.files, listing.names, entries, reuse.processes)
    findings = [*listing.findings, *misread, *odd, *ledger.words.findings]
    findings += [finding for verdict in verdicts for finding in verdict.findings]
    findings += together(verdicts, listing.names, ledger.words.vocabularies, provenance)
    broken = {f.file for f in findings if f.severity is Severity.ERROR}
    whole = [v for v in verdicts if v.facts is not None and v.facts.file not in broken]
    kept = (f for f in findings if paths is None or concerns(f.file, paths))
    judged = Judged(listing.names, tuple(sorted(kept, key=order)))
    return judged, whole, ledger.words.vocabularies


def concerns(file: str, paths: Collection[str]) -> bool:
    """True when a file is one of the paths or lies in a folder among them."""
    return any(file == path or file.startswith(path.rstrip("/") + "/") for path in paths)


def order(finding: Finding) -> tuple[str, int, int, str, str]:
    """Findings by place, so that the same tree always reads the same."""
    return finding.file, finding.line, finding.column, finding.rule, finding.message


@without_collector
def check(sources: Sources) -> tuple[Entries, list[Finding]]:
    """Judge every document; one with an error, here or while it was read, makes no entry."""
    judge = Judge(Lexicon(sources.vocabularies), Names(sources.names))
    verdicts = [judge.document(document, []) for document in sources.documents]
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    findings += judge_vocabularies(sources.vocabulary_files)
    findings += together(verdicts, sources.names, sources.vocabularies, sources.provenance)
    broken = sources.unsound | {f.file for f in findings if f.severity is Severity.ERROR}
    whole = [v for v in verdicts if v.facts is not None and v.facts.file not in broken]
    return gather(whole, sources.vocabularies), sorted(findings, key=order)


def together(
    verdicts: Iterable[Verdict],
    names: Mapping[Kind, frozenset[str]],
    words: Vocabularies,
    provenance: str,
) -> Iterator[Finding]:
    """Findings of the rules that compare documents with each other."""
    facts = tuple(verdict.facts for verdict in verdicts if verdict.facts is not None)
    whole = Whole(facts, names, frozenset(words.by_name), provenance)
    for rule in CATALOG_RULES:
        yield from rule.judge("", whole)


@without_collector
def gather(verdicts: Iterable[Verdict], words: Vocabularies) -> Entries:
    """Entries of sound verdicts by kind and id, in the typed form."""
    by_folder: dict[str, dict[str, Entry]] = {kind.folder: {} for kind in Kind}
    for verdict in verdicts:
        assert verdict.facts is not None
        by_folder[verdict.facts.kind.folder][verdict.facts.id] = verdict.unwrapped()
    ordered = {folder: dict(sorted(entries.items())) for folder, entries in by_folder.items()}
    return Entries(**ordered, vocabularies=words)  # type: ignore[arg-type]
