"""Verdicts of a tree from one run to the next: in this process, and on the disk with a store.

A verdict is given again only for the same bytes under the same name, by the same program with the
same words, and only while every name it asked for is still there or still missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from catalog.check.fingerprint import fingerprint
from catalog.check.judge import Judge, Verdict, holds
from catalog.check.pool import Brief, File, judge_files
from catalog.check.store import Store, storable, user_key
from catalog.load.files import read_bytes
from catalog.load.vocabularies import parse_vocabularies
from catalog.model import Finding, Kind, Node, Vocabularies
from catalog.options import Options
from catalog.report import RULES, Scope
from catalog.rules import Lexicon
from catalog.rules.lexicon import Names
from catalog.rules.vocabulary import Terms

VOCABULARY_RULES = [r for r in RULES.values() if r.scope is Scope.VOCABULARY]
TREES = 2
"""Trees of which this process remembers the last verdicts: the two sides of a review."""
WORTH = 100
"""A store is written again when more than one in this many of its verdicts is out of date."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """What earlier runs may lend: nothing at all, this process, or also a folder on the disk."""

    fresh: bool = False
    folder: Path | None = None
    processes: int | None = None
    """How many processes judge; by itself as many as it pays."""

    @classmethod
    def by(cls, options: Options) -> Reuse:
        """What a command may reuse: everything, unless it was told to begin anew."""
        return cls(folder=options.build / "cache") if options.cached else cls(fresh=True)


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabularies, the tables that find a word in them, and what is wrong with them."""

    vocabularies: Vocabularies
    lexicon: Lexicon
    findings: tuple[Finding, ...]


@lru_cache(maxsize=TREES)
def words_of(texts: tuple[tuple[str, str | None], ...]) -> Words:
    """What the texts of the vocabulary files say; the same texts give the same objects."""
    vocabularies, raw, found = parse_vocabularies(dict(texts))
    return Words(vocabularies, Lexicon(vocabularies), (*found, *judge_vocabularies(raw)))


class Ledger:
    """The words of a tree, and the verdicts on its files."""

    def __init__(self, texts: Mapping[str, str | None], made_by: str) -> None:
        self.texts = texts
        self.fingerprint = made_by
        self.words = words_of(tuple(texts.items()))
        self.verdicts: dict[str, Verdict] = {}
        self.store: Store | None = None
        self._stored: dict[bool, dict[str, str]] = {}

    def attach(self, folder: Path | None) -> None:
        """Let a folder on the disk lend its verdicts, once."""
        key = user_key() if folder is not None and self.store is None else None
        if folder is not None and key is not None:
            self.store = Store(folder, self.fingerprint, key)
            self.verdicts = self.store.verdicts() | self.verdicts
            self._stored[False] = digests(self.verdicts, entries=False)

    def judged(
        self,
        files: Sequence[File],
        names: Mapping[Kind, frozenset[str]],
        entries: bool,
        processes: int | None = None,
    ) -> list[Verdict]:
        """The verdict on each file, with its entry if wanted; old ones where they still hold."""
        if entries and self.store is not None and True not in self._stored:
            self.store.entries(self.verdicts)
            self._stored[True] = digests(self.verdicts, entries=True)
        known = frozenset(f"{kind.folder}/{id}" for kind, ids in names.items() for id in ids)
        kept = [self._kept(file, known, entries) for file in files]
        todo = [file for file, verdict in zip(files, kept, strict=True) if verdict is None]
        judge = Judge(self.words.lexicon, Names(names), entries)
        made = judge_files(judge, Brief(self.texts, dict(names), entries), todo, processes)
        verdicts = [next(made) if verdict is None else verdict for verdict in kept]
        labels = (file.label for _, file in files)
        self.verdicts = dict(zip(labels, verdicts, strict=True))
        self._save(entries)
        return verdicts

    def _kept(self, file: File, known: frozenset[str], entries: bool) -> Verdict | None:
        old = self.verdicts.get(file[1].label)
        if old is None or (entries and old.sound and old.entry is None and not old.data):
            return None
        data, _ = read_bytes(file[1])
        return old if data is not None and holds(old, data, known) else None

    def _save(self, entries: bool) -> None:
        if self.store is None:
            return
        for kind_of in (False, True) if entries else (False,):
            now, before = digests(self.verdicts, kind_of), self._stored.get(kind_of, {})
            stale = sum(before.get(label) != made_of for label, made_of in now.items())
            stale += sum(label not in now for label in before)
            if stale > len(now) // WORTH:
                if kind_of:
                    self.store.save_entries(
                        (label, made_of, self.verdicts[label].as_data())
                        for label, made_of in now.items()
                    )
                else:
                    self.store.save_verdicts(self.verdicts)
                self._stored[kind_of] = now


def digests(verdicts: Mapping[str, Verdict], entries: bool) -> dict[str, str]:
    """Digests by label of what can be stored: verdicts, or verdicts that have their entry."""
    return {
        label: verdict.digest
        for label, verdict in verdicts.items()
        if storable(verdict) and (not entries or verdict.entry is not None or verdict.data)
    }


def judge_vocabularies(files: Mapping[str, tuple[str, Node | None]]) -> Iterator[Finding]:
    """Findings of the rules on vocabulary files."""
    for label, (_, node) in files.items():
        for rule in VOCABULARY_RULES:
            yield from rule.judge(label, Terms.of(node))


_ledgers: dict[tuple[Path, Path], Ledger] = {}


def ledger_of(root: Path, project: Path, texts: Mapping[str, str | None], reuse: Reuse) -> Ledger:
    """The ledger of a tree: the one of the last run here while program and words are the same."""
    made_by = fingerprint(texts)
    if reuse.fresh:
        return Ledger(texts, made_by)
    place = (root, project)
    known = _ledgers.pop(place, None)
    if known is None or known.fingerprint != made_by:
        known = Ledger(texts, made_by)
    _ledgers[place] = known  # the latest last
    for other in list(_ledgers)[:-TREES]:
        del _ledgers[other]
    known.attach(reuse.folder)
    return known
