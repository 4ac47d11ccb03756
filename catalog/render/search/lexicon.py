"""Phrases with what they stand for, and every written word under its stem."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from catalog.render.search import packed
from catalog.render.search.words import STOP, fold, spoken, stem

NONE = "-"
"""Stands for «no words» under a stem whose words stand elsewhere."""


class Dictionary:
    """Written words by stem, with how often each stands in what it was made of.

    A word counts for the first list of words in which it stands, so that what is fetched later
    brings only its new words: ``before`` is the list that came first.
    """

    def __init__(self, before: Dictionary | None = None) -> None:
        self._before = before
        self._words: dict[str, tuple[str, str]] = {}
        self._counts: dict[str, float] = {}

    def stems(self, text: str, weight: float = 1) -> list[str]:
        """Stems of a text without stop words; its words enter the dictionary."""
        found = []
        for written in spoken(text):
            folded = fold(written)
            if folded in STOP:
                continue
            root = stem(folded)
            found.append(root)
            if self._before is None or folded not in self._before:
                self._words.setdefault(folded, (root, written.lower()))
                self._counts[folded] = self._counts.get(folded, 0) + weight
        return found

    def __contains__(self, folded: str) -> bool:
        return folded in self._words

    def forms(self) -> dict[str, str]:
        """For each stem its words, packed (see ``packed.form``)."""
        found: dict[str, list[str]] = {}
        for folded in sorted(self._words):
            root, written = self._words[folded]
            found.setdefault(root, []).append(packed.form(root, written, self._counts[folded]))
        return {root: " ".join(forms) for root, forms in found.items()}


class Lexicon:
    """Phrases, as stems, with the codes of what they mean."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._codes: dict[str, list[str]] = {}
        self.longest = 1

    def mean(self, phrases: Iterable[str], code: str) -> None:
        """Every phrase leads to ``code``."""
        for phrase in phrases:
            stems = self._dictionary.stems(phrase)
            if not stems:
                continue
            self.longest = max(self.longest, len(stems))
            codes = self._codes.setdefault(" ".join(stems), [])
            if code not in codes:
                codes.append(code)

    def lines(self) -> tuple[Sequence[str], Sequence[str]]:
        """Keys in the order of a browser, and the codes of each."""
        keys = sorted(self._codes, key=packed.sort_key)
        return keys, [" ".join(self._codes[key]) for key in keys]
