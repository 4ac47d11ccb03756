"""What the builders of pages share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from catalog.model import Entry, Kind, Scoreboard, Spread
from catalog.render import dates, format, links, qr
from catalog.render.cards import cards
from catalog.render.format import Figure
from catalog.render.site import Site
from catalog.render.view import Dots, Fig, Group, Link, Page, Sheet

HOME = Link("Inicio", "")
MANY = 100
"""From here on a list shows one line for each entry instead of a card."""
TOO_MANY, FIRST = 500, 20
"""Beyond so many cases a list shows the first of each sector, and its page or filters the rest."""
NO_SECTOR = "Sin sector"
FEW_CARDS = 30
"""The same inside a page that has other things to say."""
NOT_AS_EXPECTED = ("discontinued", "not_implemented", "partial")
"""Outcomes, the one of which least is left first."""


YEAR = re.compile(r"\b\d{4}\b")


def sheets(site: Site, kind: Kind, page: Callable[[Site, Any], Page]) -> Iterator[Sheet]:
    """The entries of one kind in the site's share; ``page`` makes the page of one.

    The entry is looked up when its page is made, so that it counts as something the page was made
    of.
    """
    entries = site.catalog.entries(kind)
    for id in site.part.share(site.ids[kind], str):
        yield Sheet(links.entry(kind, id), partial(_sheet, site, entries, id, page))


def _sheet(
    site: Site, entries: Mapping[str, Entry], id: str, page: Callable[[Site, Any], Page]
) -> Page:
    return page(site, entries[id])


def edition_year(site: Site) -> str:
    """Year of this edition, for citations; empty when the edition has no date."""
    found = YEAR.search(site.settings.edition)
    return found.group() if found else ""


def license_url(site: Site) -> str:
    """Address of the licence of the content."""
    return str(site.settings.extra.get("license_url") or "")


def correct(site: Site, file: str) -> str:
    """Where to propose a correction: the file in the repository, empty when there is none."""
    settings = site.settings
    return f"{settings.repository}/edit/{settings.branch}/{file}" if settings.repository else ""


def dated(entry: Entry) -> dict[str, object]:
    """Front matter of an entry's page: its file and, where Git knows it, its last change."""
    meta: dict[str, object] = {"source_path": entry.file}
    if entry.updated:
        meta["updated"] = str(entry.updated)
        meta["changed"] = dates.partial_date(entry.updated)
    return meta


def imprint(site: Site, address: str) -> dict[str, object]:
    """What a sheet prints at its foot: address, QR code, edition and licence."""
    public = site.public(address)
    drawing, side = qr.path(public)
    return {
        "public": public,
        "qr": drawing,
        "qr_side": side,
        "settings": site.settings,
        "edition": site.settings.edition,
        "edition_year": edition_year(site),
    }


def relative(site: Site, address: str) -> Callable[[str], str]:
    """The function that turns an address from the root into one relative to this page."""
    directory_urls = site.directory_urls
    return lambda to: links.relative(address, to, directory_urls=directory_urls)


def spread_fig(spread: Spread, label: str, unit: str, *, hot: bool = False) -> Fig:
    """A distribution as a figure: median from three cases on, else what there is and its n."""
    if spread.n == 0:
        return Fig(f"{label} (ningún caso con datos)")
    head = f"{label} ({format.cases(spread.n)})"
    if spread.comparable and spread.median is not None:
        basis = f"mediana; de {_amount(spread.low, unit)} a {_amount(spread.high, unit)}"
        return Fig(head, _figure(spread.median, unit), basis=basis, hot=hot)
    return Fig(head, _ends(spread, unit), basis="sin comparables: hacen falta 3", hot=hot)


def _figure(value: Decimal, unit: str) -> Figure:
    if unit == "month":
        return format.payback(value)
    return format.percent(value)


def _amount(value: Decimal | None, unit: str) -> str:
    return _figure(value, unit).text if value is not None else dates.NO_DATA


def _ends(spread: Spread, unit: str) -> Figure:
    low, high = spread.points[0][0], spread.points[-1][0]
    first, last = _figure(low, unit), _figure(high, unit)
    if low == high:
        return first
    if first.unit == last.unit:
        return Figure(f"{first.number}–{last.number}", first.unit)
    return Figure(f"{first.text}–{last.number}", last.unit)


def best_saving(board: Scoreboard) -> tuple[str, Spread] | None:
    """The indicator whose saving most cases tell, with its distribution."""
    found = [(id, spread) for id, spread in sorted(board.savings.items()) if spread.n]
    return max(found, key=lambda pair: pair[1].n, default=None)


def dots(spread: Spread, resource: str = "") -> Dots:
    """Points of a distribution of percentages on an axis of 100."""
    median = spread.median if spread.comparable else None
    return Dots(
        points=tuple(_position(value) for value, _ in spread.points),
        median=_position(median) if median is not None else None,
        resource=resource,
    )


def _position(value: Decimal) -> int:
    return max(0, min(100, round(value)))


def outcome_counts(site: Site, outcomes: Mapping[str, tuple[str, ...]]) -> list[tuple[str, int]]:
    """Every outcome of the vocabulary with its number of cases, «sin dato» included."""
    return [
        (format.lower(term.name), len(outcomes.get(term.id, ())))
        for term in site.vocabulary("outcomes")
    ]


def by_label(site: Site, vocabulary: str, ids: Iterable[str]) -> list[str]:
    """Ids sorted by their Spanish label without regard to accents."""
    return sorted(ids, key=lambda id: (links.slug(site.label(vocabulary, id)), id))


def cases_by_sector(site: Site) -> list[Group]:
    """All cases by main sector; of very many the first ones of each."""
    groups: dict[str, list[str]] = {}
    for id, case in site.cases.items():
        groups.setdefault(case.sector[0] if case.sector else "", []).append(id)
    most = FIRST if len(site.cases) > TOO_MANY else None
    return [
        Group(
            site.label("sectors", sector) if sector else NO_SECTOR,
            anchor(site, "sectors", sector),
            cards=cards(site, groups[sector][:most]),
            address=site.term_address("sectors", sector),
            total=len(groups[sector]),
        )
        for sector in by_label(site, "sectors", groups)
    ]


def anchor(site: Site, vocabulary: str, id: str) -> str:
    """Where the entries of a term stand in a list."""
    term = site.vocabulary(vocabulary).get(id)
    return links.term_slug(term) if term else links.slug(id) or "otros"


def picture(site: Site, address: str) -> dict[str, str]:
    """The front matter key of the preview picture, unless the settings switch pictures off."""
    return {"og_image": links.preview(address)} if site.settings.extra.get("previews", True) else {}
