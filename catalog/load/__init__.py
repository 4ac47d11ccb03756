"""Floor 2: disk to sources with line and column. Every way of failing is a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from catalog.load import file_faults
from catalog.load.collecting import without_collector
from catalog.load.documents import read_document
from catalog.load.files import Listed, list_folder, name_findings, read_text
from catalog.load.text import stem
from catalog.load.vocabularies import load_vocabularies
from catalog.model import Document, Finding, Kind, Node, Severity, Vocabularies

__all__ = ["PROVENANCE", "Listing", "Sources", "list_tree", "load_tree", "read_document"]

PROVENANCE = "docs/decisiones/procedencia.csv"
"""Which entry carries each record of the inventories that the first edition came from."""


@dataclass(frozen=True)
class Sources:
    """A tree after reading. ``names`` has every id with a file, also of files that cannot be read.

    ``vocabulary_files`` maps the label of each vocabulary file to its text and nodes.
    """

    root: Path
    documents: tuple[Document, ...]
    vocabularies: Vocabularies
    names: Mapping[Kind, frozenset[str]]
    vocabulary_files: Mapping[str, tuple[str, Node | None]] = field(repr=False)
    unsound: frozenset[str] = frozenset()
    """Files in which reading alone has found an error."""
    provenance: str = field(default="", repr=False)
    """The table of ``PROVENANCE``, empty when there is none."""

    @property
    def texts(self) -> Mapping[str, str]:
        """Text of every file that was read, by label."""
        texts = {label: text for label, (text, _) in self.vocabulary_files.items()}
        texts |= {PROVENANCE: self.provenance} if self.provenance else {}
        return texts | {document.file: document.text for document in self.documents}

    def of(self, kind: Kind) -> tuple[Document, ...]:
        """Documents of one kind, by id."""
        return tuple(document for document in self.documents if document.kind is kind)


@dataclass(frozen=True)
class Listing:
    """The files of a tree before any is opened, by kind and name, and what is wrong with names."""

    files: tuple[tuple[Kind, Listed], ...]
    names: Mapping[Kind, frozenset[str]]
    findings: tuple[Finding, ...]


def list_tree(root: Path) -> Listing:
    """Every file below ``root`` that may be an entry."""
    files: list[tuple[Kind, Listed]] = []
    names: dict[Kind, frozenset[str]] = {}
    findings: list[Finding] = []
    for kind in Kind:
        listed, refused = list_folder(root, kind.folder, kind.suffix)
        names[kind] = frozenset(stem(file.name) for file in listed)
        findings += [*refused, *name_findings(listed)]
        files += [(kind, file) for file in listed]
    if not any((root / kind.folder).is_dir() for kind in Kind):
        folders = ", ".join(f"{kind.folder}/" for kind in Kind)
        findings += file_faults.no_tree.judge(root.name or ".", file_faults.TOP, folders)
    return Listing(tuple(files), MappingProxyType(names), tuple(findings))


@without_collector
def load_tree(root: Path, project: Path) -> tuple[Sources, list[Finding]]:
    """Read every file below ``root``; what it lacks in vocab/ comes from ``project``."""
    documents: list[Document] = []
    vocabularies, vocabulary_files, findings = load_vocabularies(root, project)
    listing = list_tree(root)
    findings += listing.findings
    for kind, file in listing.files:
        text, found = read_text(file)
        findings += found
        if text is not None:
            document, found = read_document(kind, file.label, text)
            documents.append(document)
            findings += found
    provenance, found = read_provenance(root)
    findings += found
    unsound = frozenset(f.file for f in findings if f.severity is Severity.ERROR)
    sources = Sources(
        root,
        tuple(documents),
        vocabularies,
        listing.names,
        vocabulary_files,
        unsound,
        provenance,
    )
    return sources, findings


def read_provenance(root: Path) -> tuple[str, list[Finding]]:
    """The text of the table of ``PROVENANCE``, empty when there is none."""
    path = root / PROVENANCE
    if not path.exists():
        return "", []
    text, findings = read_text(Listed(path, path.name, PROVENANCE))
    return text or "", findings
