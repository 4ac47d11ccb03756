"""Words to ids: terms found without regard to case, and the nearest one when there is none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from catalog.model import Kind, Term, Vocabularies, Vocabulary

ENOUGH = 0.6
LIKE = 0.75
"""Ids share many words; only a misspelling is worth suggesting."""
MOST = 60
"""Ids that are compared letter by letter."""


def fold(text: str) -> str:
    """Text without accents, case and separators, for comparing."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else " " for c in bare if not unicodedata.combining(c))
    return " ".join(kept.split())


def nearest(text: str, options: Iterable[str], enough: float = ENOUGH) -> str:
    """The option most like ``text``, or nothing when none is like it."""
    folded: dict[str, str] = {}
    for option in options:
        folded.setdefault(fold(option), option)
    found = get_close_matches(fold(text)[:80], folded, n=1, cutoff=enough)
    return folded[found[0]] if found else ""


class Names:
    """Ids that have a file, by kind, and the nearest one to a misspelled id.

    It notes what it was asked: a verdict on a file holds as long as the answers would be the same.
    """

    def __init__(self, by_kind: Mapping[Kind, frozenset[str]]) -> None:
        self.by_kind = by_kind
        self.found: set[str] = set()
        """What was asked for and is there, as ``cases/co-caso``."""
        self.missed: set[str] = set()
        """What was asked for and is not there."""
        self._prefix = {kind: f"{kind.folder}/" for kind in Kind}
        self._by_word: dict[Kind, dict[str, list[str]]] = {}

    def has(self, kind: Kind, id: str) -> bool:
        """True when an entry of this kind has a file of this name."""
        known = id in self.by_kind[kind]
        (self.found if known else self.missed).add(self._prefix[kind] + id)
        return known

    def answers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What was found and what was missed since the last time this was asked, sorted."""
        asked = tuple(sorted(self.found)), tuple(sorted(self.missed))
        self.found, self.missed = set(), set()
        return asked

    def like(self, text: str, kinds: Iterable[Kind], own: str = "") -> str:
        """The id most like ``text`` among those that share a word with it, or nothing.

        Comparing with every id would make a catalog full of wrong references quadratic.
        """
        words = sorted(id_words(text[:80]))
        found = {id for kind in kinds for word in words for id in self.words(kind).get(word, ())}
        found.discard(own)
        return nearest(text, sorted(found)[:MOST], LIKE)

    def words(self, kind: Kind) -> dict[str, list[str]]:
        """Ids by the beginnings of their words."""
        if kind not in self._by_word:
            table: dict[str, list[str]] = {}
            for id in sorted(self.by_kind[kind]):
                for word in id_words(id):
                    table.setdefault(word, []).append(id)
            self._by_word[kind] = {word: ids for word, ids in table.items() if len(ids) <= MOST}
        return self._by_word[kind]


def id_words(id: str) -> set[str]:
    """The first four letters of each word of an id; shorter words tell nothing apart."""
    return {word[:4] for word in fold(id).split() if len(word) > 2}


class Lexicon:
    """The vocabularies, with the tables that make finding a term fast."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self.vocabularies = vocabularies
        self._by_case: dict[str, dict[str, Term]] = {}
        self._words: dict[str, dict[str, str]] = {}

    def vocabulary(self, name: str) -> Vocabulary | None:
        """A vocabulary, or ``None`` when its file is missing."""
        return self.vocabularies.by_name.get(name)

    def term(self, name: str, text: str) -> Term | None:
        """The term with this id, without regard to case."""
        vocabulary = self.vocabularies.by_name.get(name)
        if vocabulary is None:
            return None
        exact = vocabulary.terms.get(text)
        return exact or self.by_case(name).get(text.casefold())

    def by_case(self, name: str) -> dict[str, Term]:
        """Terms by their case-folded id."""
        if name not in self._by_case:
            terms = self.vocabularies.by_name.get(name) or ()
            self._by_case[name] = {term.id.casefold(): term for term in terms}
        return self._by_case[name]

    def words(self, name: str) -> dict[str, str]:
        """Ids by every folded word that may stand for them; the first term to claim a word wins."""
        if name not in self._words:
            words: dict[str, str] = {}
            for term in self.vocabularies.by_name.get(name) or ():
                spoken = [term.id, term.slug, *term.label.values()]
                spoken += [synonym.text for synonym in term.synonyms]
                spoken += extra_words(term)
                for word in spoken:
                    words.setdefault(fold(word), term.id)
            words.pop("", None)
            self._words[name] = words
        return self._words[name]

    def meant(self, name: str, text: str) -> tuple[str, bool]:
        """The id that ``text`` stands for, and whether it is certain (a label or a synonym)."""
        words = self.words(name)
        if certain := words.get(fold(text)):
            return certain, True
        if not any(c.isalpha() for c in text):
            return "", False  # codes are not misspelled words: 15.5 is not nearly 5.5
        close = nearest(text, words)
        return (words[fold(close)], False) if close else ("", False)


def extra_words(term: Term) -> list[str]:
    """Symbols, plurals and other spellings that only some vocabularies have."""
    words: list[str] = []
    for key in ("symbol", "plural", "iso3", "aliases"):
        value = term.extra.get(key, ())
        words += value if isinstance(value, tuple) else [str(value)]
    return words
