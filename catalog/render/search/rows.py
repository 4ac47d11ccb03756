"""What the search knows of each entry: one row per entry, from its typed fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalog.model import (
    Case,
    Catalog,
    Collection,
    Kind,
    Note,
    OrganizationEntry,
    Practice,
    SourceEntry,
)
from catalog.render.cards import cards
from catalog.render.search.words import distinct
from catalog.render.site import Site

FILED = {
    "sectors": ("s", "sector", "sectores"),
    "resources": ("r", "resource", "recursos"),
    "countries": ("c", "country", "paises"),
    "instruments": ("i", "instrument", "instrumentos"),
    "levels": ("l", "level", "niveles"),
    "themes": ("t", "", ""),
    "standards": ("d", "", ""),
    "option_types": ("o", "", ""),
}
"""Vocabularies that entries are filed under: letter of their codes, name of the facet and folder of
their pages (empty for those without pages)."""
MOST_AUTHORS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One entry in the index. ``words`` are found at once, ``text`` when little else is found."""

    id: str
    title: str
    codes: str = ""
    aliases: str = ""
    words: str = ""
    line: str = ""
    text: str = ""


class Codes:
    """Short names of the terms of vocabularies, as they stand in the columns."""

    def __init__(self, catalog: Catalog) -> None:
        known = catalog.vocabularies
        self.terms = {name: tuple(known[name]) for name in FILED if name in known}
        self._codes = {
            (name, term.id): f"{FILED[name][0]}{number}"
            for name, terms in self.terms.items()
            for number, term in enumerate(terms)
        }
        self._practices = {id: f"p{number}" for number, id in enumerate(catalog.practices)}

    def of(self, vocabulary: str, ids: Iterable[str]) -> list[str]:
        """Codes of the known ids, in order."""
        found = (self._codes.get((vocabulary, id)) for id in ids)
        return [code for code in found if code]

    def practices(self, ids: Iterable[str]) -> list[str]:
        """Codes of practices: their place in the table of practices."""
        return [self._practices[id] for id in ids if id in self._practices]


def rows(site: Site) -> dict[Kind, list[Row]]:
    """The rows of every kind."""
    catalog = site.catalog
    codes = Codes(catalog)
    lines = dict(zip(site.cases, (card.line for card in cards(site, site.cases)), strict=True))
    return {
        Kind.PRACTICE: [_practice(p, codes, catalog) for p in catalog.practices.values()],
        Kind.CASE: [_case(c, codes, catalog, lines) for c in site.cases.values()],
        Kind.ORGANIZATION: [
            _organization(o, codes, catalog) for o in catalog.organizations.values()
        ],
        Kind.SOURCE: [_source(s) for s in catalog.sources.values()],
        Kind.COLLECTION: [_collection(c) for c in catalog.collections.values()],
    }


def _notes(*groups: Iterable[Note]) -> list[str]:
    return [note.text for group in groups for note in group]


def _counted(n: int) -> str:
    return f"{n} caso" if n == 1 else f"{n} casos" if n else ""


def _practice(practice: Practice, codes: Codes, catalog: Catalog) -> Row:
    """A practice: its aliases are searched like its title; steps and body are full text."""
    board = catalog.scoreboards.get(f"practice:{practice.id}")
    cost = catalog.vocabularies.label("cost_classes", practice.cost_class)
    facts = (_counted(board.n if board else 0), f"costo {cost.lower()}" if cost else "")
    shown = [practice.title, *(alias.text for alias in practice.aliases)]
    words = distinct([practice.summary], shown)
    full = [*practice.steps, practice.body, *practice.suited_when, *practice.prerequisites]
    full += [*practice.safety, *practice.risks, *practice.not_suited_when]
    return Row(
        id=practice.id,
        title=practice.title,
        codes=" ".join(
            codes.of("sectors", practice.sectors)
            + codes.of("resources", practice.resource)
            + codes.of("instruments", practice.instruments)
            + codes.of("themes", (practice.theme,))
            + codes.of("option_types", practice.option_type)
        ),
        aliases="|".join(alias.text for alias in practice.aliases),
        words=words,
        line=" · ".join(fact for fact in facts if fact),
        text=distinct(full, [*shown, words]),
    )


def _case(case: Case, codes: Codes, catalog: Catalog, lines: Mapping[str, str]) -> Row:
    """A case: place, acronyms of who took part and what was measured count like the summary."""
    who = [o for i in case.organizations if (o := catalog.organizations.get(i.id))]
    named = [case.place, *(o.acronym for o in who)]
    measured = [text for result in case.results for text in (result.label, result.of) if text]
    words = distinct([case.summary, *named, *measured], [case.title])
    full = [
        *(o.name for o in who),
        case.body,
        case.outcome_note,
        *_notes(case.drivers, case.barriers, case.lessons),
    ]
    verification = case.verification
    return Row(
        id=case.id,
        title=case.title,
        codes=" ".join(
            codes.of("countries", case.country)
            + codes.of("sectors", case.sector)
            + codes.of("resources", case.resource)
            + codes.of("instruments", (*case.instruments, *case.financing))
            + codes.of("levels", (case.level,))
            + codes.of("standards", case.standards)
            + codes.of("option_types", case.option_type)
            + codes.practices(case.practices)
        ),
        words=words,
        line=" · ".join(part for part in (lines.get(case.id, ""), verification) if part),
        text=distinct(full, [case.title, words]),
    )


def _organization(entry: OrganizationEntry, codes: Codes, catalog: Catalog) -> Row:
    """An organization under all its names."""
    others = [entry.acronym, *entry.former_names, *(alias.text for alias in entry.aliases)]
    n = len(catalog.cases_by_organization.get(entry.id, ()))
    acronym = entry.acronym if entry.acronym and entry.acronym not in entry.name else ""
    return Row(
        id=entry.id,
        title=f"{entry.name} ({acronym})" if acronym else entry.name,
        codes=" ".join(codes.of("countries", entry.country)),
        aliases="|".join(name for name in others if name),
        line=_counted(n),
        text=distinct([entry.summary, entry.note], [entry.name]),
    )


def _source(source: SourceEntry) -> Row:
    """A document; its authors are searched with the full text."""
    names = [a.literal or a.family for a in source.author[:MOST_AUTHORS]]
    return Row(
        id=source.id,
        title=source.title,
        line=str(source.issued.last_year or ""),
        text=distinct([*names, source.publisher, source.summary, source.note], [source.title]),
    )


def _collection(collection: Collection) -> Row:
    """A training route."""
    return Row(
        id=collection.id,
        title=collection.title,
        words=distinct([collection.summary, collection.audience], [collection.title]),
        line="ruta de formación",
        text=distinct([*collection.objectives, collection.body], [collection.title]),
    )
