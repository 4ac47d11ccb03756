"""Floor 4: runs the rules and makes typed entries of the sound documents."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from catalog.check.entries import make_entry
from catalog.load import Sources, load_tree
from catalog.load.collecting import without_collector
from catalog.model import Document, Entries, Entry, Finding, Kind, Severity
from catalog.report import RULES, Scope
from catalog.rules import Lexicon, Sheet
from catalog.rules.lexicon import Names
from catalog.rules.vocabulary import Terms
from catalog.stages import Stages

__all__ = ["Checked", "check", "check_tree"]


@dataclass(frozen=True)
class Checked:
    """A tree after checking: what was read, the sound entries, and every finding in order."""

    sources: Sources
    entries: Entries
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Files read by folder, sound or not."""
        return {kind.folder: len(self.sources.names[kind]) for kind in Kind}

    @property
    def failed(self) -> bool:
        """True when a finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def check_tree(
    root: Path,
    project: Path,
    paths: Collection[str] | None = None,
    tell: Stages | None = None,
) -> Checked:
    """Load and check a tree. With ``paths`` (labels relative to the root), report only on those.

    References are resolved against everything either way. ``tell`` keeps account of both steps.
    """
    tell = tell or Stages()
    tell("Leyendo las fichas")
    sources, loaded = load_tree(root, project)
    tell.count(len(sources.documents))
    tell("Revisando las fichas")
    entries, found = check(sources)
    kept = (f for f in [*loaded, *found] if paths is None or concerns(f.file, paths))
    return Checked(sources, entries, tuple(sorted(kept, key=order)))


def concerns(file: str, paths: Collection[str]) -> bool:
    """True when a file is one of the paths or lies in a folder among them."""
    return any(file == path or file.startswith(path.rstrip("/") + "/") for path in paths)


def order(finding: Finding) -> tuple[str, int, int, str, str]:
    """Findings by place, so that the same tree always reads the same."""
    return finding.file, finding.line, finding.column, finding.rule, finding.message


@without_collector
def check(sources: Sources) -> tuple[Entries, list[Finding]]:
    """Judge every document; one with an error, here or while it was read, makes no entry."""
    lexicon = Lexicon(sources.vocabularies)
    names = Names(sources.names)
    findings: list[Finding] = []
    for document in sources.documents:
        if document.fields is not None:
            findings += judge(Sheet(document, lexicon, names))
    findings += judge_vocabularies(sources)
    findings += judge_together(sources)
    broken = sources.unsound | {f.file for f in findings if f.severity is Severity.ERROR}
    entries = {kind: dict(sound(sources.of(kind), broken, lexicon)) for kind in Kind}
    return gather(entries, sources), sorted(findings, key=order)


def judge(sheet: Sheet) -> Iterator[Finding]:
    """Findings of all rules on one document, the first ``MOST`` of each."""
    file = sheet.document.file
    for rule in DOCUMENT_RULES:
        for fault in islice(rule.function(sheet), MOST):
            yield rule.finding(fault, fault.file or file)


MOST = 100
"""Findings of one rule on one document: nobody reads more, and a hostile file could make many."""
DOCUMENT_RULES = [r for r in RULES.values() if r.scope in (Scope.DOCUMENT, Scope.BODY)]
VOCABULARY_RULES = [r for r in RULES.values() if r.scope is Scope.VOCABULARY]
CATALOG_RULES = [r for r in RULES.values() if r.scope is Scope.CATALOG]


def judge_vocabularies(sources: Sources) -> Iterator[Finding]:
    """Findings of the rules on vocabulary files."""
    for label, (_, node) in sources.vocabulary_files.items():
        for rule in VOCABULARY_RULES:
            yield from rule.judge(label, Terms.of(node))


def judge_together(sources: Sources) -> Iterator[Finding]:
    """Findings of the rules that compare documents with each other."""
    for rule in CATALOG_RULES:
        yield from rule.judge("", sources)


def sound(
    documents: Collection[Document], broken: Collection[str], lexicon: Lexicon
) -> Iterator[tuple[str, Entry]]:
    """Entries of the documents that have fields and no error, by id."""
    for document in sorted(documents, key=lambda document: document.id):
        if document.fields is not None and document.file not in broken:
            yield document.id, make_entry(document, lexicon)


def gather(entries: Mapping[Kind, Mapping[str, Entry]], sources: Sources) -> Entries:
    """Entries by kind, in the typed form."""
    by_folder = {kind.folder: entries[kind] for kind in Kind}
    return Entries(**by_folder, vocabularies=sources.vocabularies)  # type: ignore[arg-type]
