"""One file judged by itself: the same bytes, words and neighbours always get the same verdict."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from catalog.check import codec
from catalog.check.entries import make_entry
from catalog.load import read_document
from catalog.load.files import Listed, decode, read_bytes
from catalog.model import Document, Entry, Finding, Kind, Severity
from catalog.report import RULES, Scope
from catalog.rules import Lexicon, Sheet
from catalog.rules.facts import Facts, facts_of
from catalog.rules.lexicon import Names

MOST = 100
"""Findings of one rule on one document: nobody reads more, and a hostile file could make many."""
DOCUMENT_RULES = [r for r in RULES.values() if r.scope in (Scope.DOCUMENT, Scope.BODY)]


@dataclass(slots=True)
class Verdict:
    """What is known of one file: everything that the rest of the program ever asks about it.

    ``digest`` is that of its bytes, empty when they could not be read; ``facts`` are ``None``
    without readable fields. ``found`` and ``missed`` are the names (``sources/onudi-informe``) that
    a rule has asked for. The entry is there only if it was wanted, as it is or as ``data``.
    """

    digest: str
    findings: tuple[Finding, ...] = ()
    facts: Facts | None = None
    found: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    entry: Entry | None = None
    data: str = ""

    @property
    def sound(self) -> bool:
        """True when the file by itself can be an entry."""
        return self.facts is not None and not any(
            finding.severity is Severity.ERROR for finding in self.findings
        )

    @property
    def lasting(self) -> bool:
        """True when the verdict depends on the names only by what was asked: no advice in it."""
        return bool(self.digest) and not (self.findings and self.missed)

    def unwrapped(self) -> Entry:
        """The entry, made out of its data the first time."""
        if self.entry is None:
            assert self.facts is not None
            self.entry, self.data = codec.decode(self.facts.kind, self.data), ""
        return self.entry

    def as_data(self) -> str:
        """The entry as data; empty when there is none."""
        return self.data if self.entry is None else codec.encode(self.entry)

    def wrapped(self) -> Verdict:
        """The same with its entry as data, which travels between processes at a low price."""
        self.entry, self.data = None, self.as_data()
        return self


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges files with the words and the names of one tree."""

    lexicon: Lexicon
    names: Names
    entries: bool = True

    def file(self, kind: Kind, file: Listed) -> Verdict:
        """The verdict on a file of the disk."""
        data, findings = read_bytes(file)
        if data is None:
            return Verdict("", tuple(findings))
        text, findings = decode(file.label, data)
        if text is None:
            return Verdict(digest(data), tuple(findings))
        document, findings = read_document(kind, file.label, text)
        verdict = self.document(document, findings)
        verdict.digest = digest(data)
        return verdict

    def document(self, document: Document, read: list[Finding]) -> Verdict:
        """The verdict on a document, given what was found while it was read."""
        if document.fields is None:
            return Verdict("", tuple(read))
        found = judge(Sheet(document, self.lexicon, self.names))
        verdict = Verdict("", (*read, *found), facts_of(document), *self.names.answers())
        if self.entries and verdict.sound:
            verdict.entry = make_entry(document, self.lexicon)
        return verdict


def judge(sheet: Sheet) -> Iterator[Finding]:
    """Findings of all rules on one document, the first ``MOST`` of each."""
    file = sheet.document.file
    for rule in DOCUMENT_RULES:
        for fault in islice(rule.function(sheet), MOST):
            yield rule.finding(fault, fault.file or file)


def digest(data: bytes) -> str:
    """What tells bytes apart, also those that somebody chose to look alike."""
    return hashlib.sha256(data).hexdigest()


def holds(verdict: Verdict, data: bytes, known: frozenset[str]) -> bool:
    """True when a verdict given earlier is that of these bytes among the files ``known`` now."""
    return (
        verdict.lasting
        and verdict.digest == digest(data)
        and known.issuperset(verdict.found)
        and known.isdisjoint(verdict.missed)
    )
