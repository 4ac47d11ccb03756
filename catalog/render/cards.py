"""A case in a list: one sentence and one figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from catalog.model import Case, Kind
from catalog.render import dates, links
from catalog.render.figures import NOT_DONE, Figures
from catalog.render.format import Figure
from catalog.render.site import Site
from catalog.render.view import Card, Fig

NO_FIGURES = "Sin cifras publicadas"


def cards(site: Site, ids: Iterable[str]) -> tuple[Card, ...]:
    """Cards of cases in the order given; each is made once for the whole site."""
    found = (site.cases[id] for id in ids)
    return tuple(site.reads.once("card", case.id, partial(card, site, case)) for case in found)


def card(site: Site, case: Case) -> Card:
    """The card of ``case``."""
    sector = site.label("sectors", case.sector[0]) if case.sector else ""
    countries = site.labels("countries", case.country)
    country = countries[0] if len(countries) == 1 else f"{len(countries)} países"
    facts = (country, sector, dates.years(case.period))
    return Card(
        address=links.entry(Kind.CASE, case.id),
        title=case.title,
        summary=case.summary,
        level=case.level,
        level_label=site.label("levels", case.level),
        facts=tuple(fact for fact in facts if fact),
        figure=key_figure(Figures(site, case)),
        resources=site.resources(case.resource),
        verification=site.verification(case.verification),
    )


def key_figure(figures: Figures) -> Fig:
    """How it ended when it did not last, else payback, largest saving, share or first amount."""
    case = figures.case
    if case.outcome in ("discontinued", "not_implemented"):
        return Fig("Cómo terminó", word=figures.site.label("outcomes", case.outcome))
    found = figures.payback_fig(short=True)
    if found is None:
        best = figures.best() or figures.share() or figures.level()
        if best is None:
            return Fig(NO_FIGURES)
        full = figures.result_fig(best, hot=True)
        found = Fig(figures.short_name(best.result), full.figure, basis=full.basis)
    basis = found.basis
    if case.outcome in NOT_DONE and "no aplicado" not in basis:
        basis = f"{basis}, no aplicado".lstrip(", ")
    return _bounded(found.label, found.figure, basis)


def _bounded(label: str, figure: Figure | None, basis: str) -> Fig:
    """The bound goes with the label, so that the number of a narrow column stays whole."""
    if figure is None or not figure.bound:
        return Fig(label, figure, basis=basis)
    return Fig(f"{label}: {figure.bound}", replace(figure, bound=""), basis=basis)
