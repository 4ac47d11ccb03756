"""The vocabularies as the search knows them: names, other names, pages, what is part of what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.model import Term
from catalog.render import links
from catalog.render.search.rows import FILED, Codes
from catalog.render.site import Site

MEANINGS = "words"
"""The vocabulary whose terms only stand for each other in a query."""
FOREIGN = "~"
"""Before words of other languages, which are searched but not shown."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A term: its code, the code of what it is part of, its label and then its other names.

    Other names only lead to the term, by the lexicon; pages that hold its label are found with it.
    """

    code: str
    broader: str
    phrases: tuple[str, ...]
    slug: str
    page: bool
    cases: int

    @property
    def label(self) -> str:
        """The Spanish label."""
        return self.phrases[0]


class Terms:
    """All terms that entries are filed under, in the order of their codes."""

    def __init__(self, site: Site) -> None:
        codes = Codes(site.catalog)
        self._filed = {name: list(_filed(name, codes, site)) for name in codes.terms}
        self._broader = {term.code: term.broader for term in self}

    def __iter__(self) -> Iterator[Filed]:
        return (term for terms in self._filed.values() for term in terms)

    def widened(self, codes: str) -> list[str]:
        """Codes with those of everything that they are part of."""
        found: dict[str, None] = {}
        for code in codes.split():
            while code and code not in found:
                found[code] = None
                code = self._broader.get(code, "")
        return list(found)

    def tables(self) -> dict[str, dict[str, str]]:
        """By the letter of their codes: folder of the pages, and columns with a line each.

        A term without a page (a theme, a country out of the region without cases) has no slug.
        """
        return {
            FILED[name][0]: {
                "folder": FILED[name][2],
                "label": _lines(term.label for term in terms),
                "slug": _lines(term.slug if term.page else "" for term in terms),
                "n": _lines(str(term.cases) for term in terms),
            }
            for name, terms in self._filed.items()
        }


def _lines(texts: Iterator[str]) -> str:
    return "\n".join(" ".join(text.split()) for text in texts)


def _filed(name: str, codes: Codes, site: Site) -> Iterator[Filed]:
    facet = FILED[name][1]
    paged = {term.id for term in site.term_pages.get(name, ())}
    for term in codes.terms[name]:
        yield Filed(
            code="".join(codes.of(name, [term.id])),
            broader="".join(codes.of(name, [term.broader])),
            phrases=(term.name, *_others(term)),
            slug=links.term_slug(term),
            page=term.id in paged,
            cases=len(site.catalog.facets.get(facet, {}).get(term.id, ())),
        )


def _others(term: Term, foreign: str = "") -> list[str]:
    """Synonyms, and labels in other languages after the mark ``foreign``."""
    spoken = [synonym.text for synonym in term.synonyms]
    spoken += [foreign + word for word in (term.label.get("en"), term.label.get("pt")) if word]
    others = dict.fromkeys(spoken)
    return [word for word in others if word.removeprefix(foreign) != term.name]


def meaning(term: Term) -> str:
    """Every way to say it, the mark of other languages included."""
    return "|".join((term.name, *_others(term, FOREIGN)))
