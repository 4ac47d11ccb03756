"""Entries as the explorer lists them: what a card shows and what a list is sorted by."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from catalog.model import Case, Derived, Money, Practice
from catalog.render import format
from catalog.render.cards import cards
from catalog.render.explore.facets import CASE, PRACTICE, key
from catalog.render.figures import NOT_DONE
from catalog.render.pages.common import best_saving, spread_fig
from catalog.render.site import Site
from catalog.render.view import Fig

Number = Decimal | None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the explorer.

    ``payback`` in months, ``saving`` in percent, ``investment`` in ``currency`` as printed; each
    ``None`` when unknown. ``projected`` marks a payback, ``planned`` a saving, that was not reached
    but foreseen. ``step`` is the place on the verification scale, -1 without one. ``group`` is the
    main sector of a case and the theme of a practice.
    """

    key: str
    kind: str
    id: str
    title: str
    summary: str
    facts: tuple[str, ...]
    figure: Fig
    badge: tuple[str, str]
    words: str = ""
    payback: Number = None
    projected: bool = False
    investment: Number = None
    currency: str = ""
    saving: Number = None
    planned: bool = False
    year: int | None = None
    step: int = -1
    group: str = ""


def items(site: Site) -> list[Item]:
    """Cases and then practices, those of which most is known first: the order of «relevancia»."""
    of_cases = sorted((_case(site, case) for case in site.cases.values()), key=_known)
    of_practices = sorted(
        (_practice(site, p) for p in site.catalog.practices.values()), key=_backed(site)
    )
    return [*of_cases, *of_practices]


def _known(item: Item) -> tuple[bool, int, int, str]:
    """Cases with a payback or a saving first, then better verified, then newer."""
    silent = item.payback is None and item.saving is None
    return (silent, -item.step, -(item.year or 0), item.id)


class _backed:  # noqa: N801 - used as a function
    """Order of practices: number of cases, number of documents, id."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def __call__(self, item: Item) -> tuple[int, int, str]:
        practice = self._site.catalog.practices[item.id]
        return (-self._site.board("practice", item.id).n, -len(practice.supported_by), item.id)


def _case(site: Site, case: Case) -> Item:
    card = cards(site, [case.id])[0]
    payback = site.catalog.payback.get(case.id)
    investment = _sortable(case.economics.investment)
    saving, planned = best(site.catalog.derived.get(case.id, ()), case)
    return Item(
        key=key(CASE, case.id),
        kind=CASE,
        id=case.id,
        title=card.title,
        summary=card.summary,
        facts=card.facts,
        figure=card.figure,
        badge=(card.verification.id, card.verification.short),
        words=case.place,
        payback=payback.months if payback else None,
        projected=bool(payback and payback.projected),
        investment=investment.value.central if investment else None,
        currency=investment.currency if investment else "",
        saving=saving,
        planned=planned,
        year=case.period.last_year,
        step=_step(site, case.verification),
        group=case.sector[0] if case.sector else "",
    )


def _sortable(amount: Money | None) -> Money | None:
    """An amount for the whole; one «por hectárea» cannot be set beside it."""
    return amount if amount and not amount.per and not amount.per_of else None


def best(derived: tuple[Derived, ...], case: Case) -> tuple[Number, bool]:
    """Largest improvement in percent, and whether it is only foreseen. Reached ones come first."""
    found: dict[bool, Decimal] = {}
    for item in derived:
        saving = item.saving_percent
        planned = item.result.basis == "projected" or case.outcome in NOT_DONE
        if saving is not None and saving > found.get(planned, Decimal(0)):
            found[planned] = saving
    planned = False not in found
    return found.get(planned), planned and bool(found)


def _step(site: Site, verification: str) -> int:
    ids = [term.id for term in site.vocabulary("verification")]
    return ids.index(verification) if verification in ids else -1


def _practice(site: Site, practice: Practice) -> Item:
    board = site.board("practice", practice.id)
    saving = best_saving(board)
    maturity = site.catalog.maturity.get(practice.id)
    theme = site.label("themes", practice.theme) if practice.theme else ""
    level = maturity.level if maturity else ""
    return Item(
        key=key(PRACTICE, practice.id),
        kind=PRACTICE,
        id=practice.id,
        title=practice.title,
        summary=practice.summary,
        facts=tuple(f for f in (site.label("practice_kinds", practice.kind), theme) if f),
        figure=_practice_figure(site, practice),
        badge=("", site.label("maturity", level) if level else ""),
        words=" ".join(alias.text for alias in practice.aliases),
        payback=board.payback.median if board.payback.comparable else None,
        saving=saving[1].median if saving and saving[1].comparable else None,
        group=practice.theme,
    )


def _practice_figure(site: Site, practice: Practice) -> Fig:
    """The payback of its cases when three or more tell it, else how many cases there are."""
    board = site.board("practice", practice.id)
    if board.payback.comparable:
        return spread_fig(board.payback, "Se pagó en", "month")
    if not board.n:
        return Fig("Sin casos todavía")
    countries = format.countries(len(board.countries))
    return Fig("Casos", format.Figure(format.number(board.n)), basis=f"en {countries}")
