"""How the computed facts move: scoreboards, maturity, the gap matrix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from catalog.model import Kind, Maturity, Scoreboard
from catalog.render import format
from catalog.render.site import EMPTY, Site
from catalog.review.side import Side

NAMES = {
    "all": "Todo el catálogo", "practice": "Práctica", "sector": "Sector", "country": "País",
    "resource": "Recurso", "level": "Nivel", "instrument": "Instrumento",
}  # fmt: skip
VOCABULARIES = {
    "sector": "sectors", "country": "countries", "resource": "resources", "level": "levels",
    "instrument": "instruments",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Board:
    """A scoreboard that moved: its name, and each number as «antes → después»."""

    name: str
    cases: str
    countries: str
    payback: str
    savings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A practice that went up or down the ladder of maturity."""

    practice: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Cases of one sector and resource, before and after."""

    sector: str
    resource: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Movements:
    """Everything computed that is no longer the same."""

    boards: tuple[Board, ...]
    steps: tuple[Step, ...]
    cells: tuple[Cell, ...]


def movements(base: Side, head: Side) -> Movements:
    """What moves from ``base`` to ``head``."""
    return Movements(
        tuple(_boards(base, head)), tuple(_steps(base, head)), tuple(_cells(base, head))
    )


def _boards(base: Side, head: Side) -> Iterator[Board]:
    before, after = base.catalog.scoreboards, head.catalog.scoreboards
    keys = {*before, *after}
    order = list(NAMES)
    known = [key for key in keys if key == "all:" or _named(key)]
    for key in sorted(known, key=lambda key: (order.index(key.partition(":")[0]), key)):
        board = _moved(head.site, key, before.get(key, EMPTY), after.get(key, EMPTY))
        if board:
            yield board


def _named(key: str) -> bool:
    """True for a board of something; «sin dato» is nothing that can move."""
    facet, _, id = key.partition(":")
    return facet in NAMES and bool(id)


def _moved(site: Site, key: str, old: Scoreboard, new: Scoreboard) -> Board | None:
    savings = tuple(_savings(site, old, new))
    cases = _arrow(str(old.n), str(new.n))
    countries = _arrow(str(len(old.countries)), str(len(new.countries)))
    payback = _arrow(_months(old.payback.median), _months(new.payback.median))
    if not any("→" in part for part in (cases, countries, payback, *savings)):
        return None
    return Board(_name(site, key), cases, countries, payback, savings)


def _savings(site: Site, old: Scoreboard, new: Scoreboard) -> Iterator[str]:
    for indicator in sorted({*old.savings, *new.savings}):
        spreads = [board.savings.get(indicator) for board in (old, new)]
        texts = [_share(spread.median) if spread else "—" for spread in spreads]
        if texts[0] != texts[1]:
            label = format.lower(site.label("indicators", indicator))
            yield f"{label}: {_arrow(texts[0], texts[1])}"


def _arrow(old: str, new: str) -> str:
    return new if old == new else f"{old} → {new}"


def _months(value: Decimal | None) -> str:
    return format.payback(value).text if value is not None else "—"


def _share(value: Decimal | None) -> str:
    return format.percent(value).text if value is not None else "—"


def _name(site: Site, key: str) -> str:
    facet, _, id = key.partition(":")
    if facet == "practice":
        link = site.entry_link(Kind.PRACTICE, id)
        return f"{NAMES[facet]}: {link.text if link else id}"
    return f"{NAMES[facet]}: {site.label(VOCABULARIES[facet], id)}" if id else NAMES[facet]


def _steps(base: Side, head: Side) -> Iterator[Step]:
    nowhere = Maturity("", "")
    for id, new in head.catalog.maturity.items():
        old = base.catalog.maturity.get(id, nowhere)
        if old.level != new.level:
            title = head.catalog.practices[id].title
            yield Step(title, _rung(head.site, old.level), _rung(head.site, new.level), new.reason)


def _rung(site: Site, level: str) -> str:
    return site.label("maturity", level) if level else "sin casos"


def _cells(base: Side, head: Side) -> Iterator[Cell]:
    """Cells that gain or lose cases; gaps that close or open come first."""
    old, new = base.catalog.matrix, head.catalog.matrix
    if old is None or new is None:
        return
    found = []
    for place, cell in new.cells.items():
        before = len(old.cells[place].cases) if place in old.cells else 0
        if before != len(cell.cases):
            sector = head.site.label("sectors", cell.sector)
            resource = head.site.label("resources", cell.resource)
            found.append(Cell(sector, resource, before, len(cell.cases)))
    yield from sorted(found, key=lambda c: (bool(c.before and c.after), c.sector, c.resource))
