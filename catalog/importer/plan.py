"""What an import would do: drafts laid over the catalog, judged, compared with the disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from catalog.check import check
from catalog.importer.drafts import Draft, Drafter
from catalog.importer.remarks import Remark, error
from catalog.importer.tables import read_tables
from catalog.importer.tree import Reader
from catalog.load import Sources, load_tree, read_document
from catalog.load.files import Listed, name_findings
from catalog.model import Case, Document, Entries, Entry, Finding, Kind, Severity
from catalog.rules import Lexicon


class Change(StrEnum):
    """What happens to a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Planned:
    """One file: where it goes below the root, what it will hold, and whether that is new."""

    label: str
    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of an import and every remark, in the order of the sheets."""

    files: tuple[Planned, ...]
    remarks: tuple[Remark, ...]

    @property
    def failed(self) -> bool:
        """True when a remark is an error; then nothing is to be written."""
        return any(remark.severity is Severity.ERROR for remark in self.remarks)


def plan_import(path: Path, root: Path, project: Path, overwrite: bool = False) -> Plan:
    """Read a spreadsheet and judge what it would make of the catalog at ``root``."""
    tables, remarks = read_tables(path)
    before, _ = load_tree(root, project)
    drafter = Drafter(Reader(Lexicon(before.vocabularies)))
    drafts = drafter.drafts(tables)
    remarks += drafter.remarks
    documents, unread = documents_of(drafts)
    entries, found = check(overlaid(before, documents))
    remarks += told(drafts, [*unread, *found])
    changes = compared(drafts, before, entries)
    files = tuple(Planned(draft.label, draft.text, changes[draft.label]) for draft in drafts)
    if not overwrite:
        remarks += refused(drafts, changes)
    return Plan(files, tuple(sorted(set(remarks))))


def documents_of(drafts: list[Draft]) -> tuple[list[Document], list[Finding]]:
    """Drafts as the reader of files gives them, names judged too."""
    documents: list[Document] = []
    findings: list[Finding] = []
    for draft in drafts:
        document, found = read_document(draft.kind, draft.label, draft.text)
        name = f"{draft.id}{draft.kind.suffix}"
        found += name_findings([Listed(Path(name), name, draft.label)])
        documents.append(document)
        findings += found
    return documents, findings


def overlaid(before: Sources, documents: list[Document]) -> Sources:
    """The catalog as it would be."""
    new = {document.file for document in documents}
    kept = [document for document in before.documents if document.file not in new]
    names = {
        kind: before.names[kind] | {d.id for d in documents if d.kind is kind} for kind in Kind
    }
    return replace(
        before,
        documents=(*kept, *documents),
        names=names,
        unsound=before.unsound - new,
    )


def told(drafts: list[Draft], findings: list[Finding]) -> Iterator[Remark]:
    """Findings on the drafts, each at the cell that it comes from."""
    by_label = {draft.label: draft for draft in drafts}
    for finding in findings:
        draft = by_label.get(finding.file)
        if draft is None:
            continue
        place = draft.lines[finding.line - 1][1] if finding.line <= len(draft.lines) else None
        if place is not None:  # else the column is missing, or the cell was judged when it was read
            yield Remark(place, finding.severity, finding.message, finding.hint, finding.rule)


def compared(drafts: list[Draft], before: Sources, after: Entries) -> dict[str, Change]:
    """Whether each draft is new, differs from the file, or says the same in other words."""
    here = {document.file for document in before.documents}
    changes = {draft.label: Change.NEW for draft in drafts}
    overlap = [draft for draft in drafts if draft.label in here]
    if not overlap:
        return changes
    old, _ = check(before)
    for draft in overlap:
        pair = (entry_of(entries, draft) for entries in (old, after))
        first, second = (entry and bare(entry) for entry in pair)
        changes[draft.label] = Change.SAME if first and first == second else Change.CHANGED
    return changes


def entry_of(entries: Entries, draft: Draft) -> Entry | None:
    """The typed entry of a draft's id, if it is sound."""
    found: Entry | None = getattr(entries, draft.kind.folder).get(draft.id)
    return found


def bare(entry: Entry) -> Entry:
    """An entry without what only says where it stands in its file."""
    entry = replace(entry, body=entry.body.strip(), updated=None)
    if isinstance(entry, Case):
        return replace(entry, results=tuple(replace(result, line=0) for result in entry.results))
    return entry


def refused(drafts: list[Draft], changes: dict[str, Change]) -> Iterator[Remark]:
    """Files that would be replaced although nobody asked for it."""
    for draft in drafts:
        if changes[draft.label] is Change.CHANGED:
            advice = "Añada --overwrite para reemplazarlo, o cambie el id."
            yield error(draft.place, f"Ya existe {draft.label} y es distinto.", advice)
