"""Controlled vocabularies: the words that entries may use and what each stands for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Synonym:
    """Another word for a term, with the country that uses it where that matters."""

    text: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary; ``extra`` holds what only some vocabularies have (units...)."""

    id: str
    label: Mapping[str, str]
    definition: str = ""
    slug: str = ""
    synonyms: tuple[Synonym, ...] = ()
    broader: str = ""
    exact_match: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    deprecated: bool = False
    replaced_by: str = ""
    extra: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def name(self) -> str:
        """The Spanish label."""
        return self.label["es"]

    def spoken(self, languages: Collection[str]) -> Term:
        """The same term with labels in these languages only."""
        kept = {code: text for code, text in self.label.items() if code in languages}
        return self if len(kept) == len(self.label) else replace(self, label=kept)


@dataclass(frozen=True)
class Vocabulary:
    """Terms of one file, in file order, found without regard to case."""

    name: str
    terms: Mapping[str, Term]

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms.values())

    def __len__(self) -> int:
        return len(self.terms)

    def __contains__(self, id: object) -> bool:
        return id in self.terms

    def __getitem__(self, id: str) -> Term:
        return self.terms[id]

    def get(self, id: str) -> Term | None:
        """The term with exactly this id, or ``None``."""
        return self.terms.get(id)

    def narrower(self, id: str) -> frozenset[str]:
        """The id itself and every id below it."""
        below = {id}
        grown = True
        while grown:
            found = {term.id for term in self if term.broader in below} | below
            grown, below = found != below, found
        return frozenset(below)


@dataclass(frozen=True)
class Vocabularies:
    """All vocabularies by file name (``sectors``, ``countries``...)."""

    by_name: Mapping[str, Vocabulary]

    def __getitem__(self, name: str) -> Vocabulary:
        return self.by_name[name]

    def __contains__(self, name: object) -> bool:
        return name in self.by_name

    def spoken(self, languages: Collection[str]) -> Vocabularies:
        """The same words with labels in these languages only; Spanish always stays."""
        kept = {"es", *languages}
        return Vocabularies(
            {
                name: Vocabulary(name, {term.id: term.spoken(kept) for term in vocabulary})
                for name, vocabulary in self.by_name.items()
            }
        )

    def label(self, vocabulary: str, id: str, language: str = "es") -> str:
        """The label of a term, or the id itself when the vocabulary lacks it."""
        term = self.by_name[vocabulary].get(id) if vocabulary in self.by_name else None
        return term.label.get(language, term.name) if term else id
