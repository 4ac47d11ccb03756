"""The steps of a route as pages show them: an activity, a practice or a case, with its minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.model import Case, Collection, Item, Kind, Practice
from catalog.render import dates, format, links, qr
from catalog.render.cards import cards
from catalog.render.pages.common import best_saving, spread_fig
from catalog.render.site import Site
from catalog.render.view import Fig, Resource, Verification

HOUR = 60
MOST_STEPS = 4
"""Steps of a practice that fit the back of a card."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A practice or a case in a few lines, enough for a card, a slide or a handout.

    ``caution`` is a heading and what to know before the first step; both may be empty.
    """

    kind: str
    label: str
    title: str
    summary: str
    address: str
    public: str
    qr: str
    qr_side: int
    figure: Fig
    facts: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    verification: Verification | None = None
    outcome: str = ""
    warning: str = ""
    how: tuple[str, ...] = ()
    caution: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Step:
    """One item of a route. ``sheet`` is ``None`` for an activity, whose ``text`` says it all."""

    number: int
    start: str
    minutes: str
    text: str
    note: str
    question: str
    sheet: Sheet | None

    @property
    def label(self) -> str:
        """«Actividad», «Práctica», «Caso»."""
        return self.sheet.label if self.sheet else "Actividad"

    @property
    def title(self) -> str:
        """What stands in a table of contents."""
        return self.sheet.title if self.sheet else self.text


def duration(minutes: int) -> str:
    """«45 min», «3 h», «3 h 40 min», with spaces that do not break."""
    hours, rest = divmod(minutes, HOUR)
    parts = [f"{hours}{format.HARD}h" if hours else "", f"{rest}{format.HARD}min" if rest else ""]
    return format.HARD.join(part for part in parts if part)


def clock(minutes: int) -> str:
    """Time since the start: 75 -> «1:15»."""
    return f"{minutes // HOUR}:{minutes % HOUR:02d}"


def steps(site: Site, route: Collection) -> tuple[Step, ...]:
    """The steps of ``route``; an entry that was withdrawn meanwhile is left out."""
    return tuple(_steps(site, route))


def _steps(site: Site, route: Collection) -> Iterator[Step]:
    start = 0
    number = 0
    for item in route.items:
        sheet = item_sheet(site, item)
        if sheet is None and not item.activity:
            continue
        number += 1
        yield Step(
            number=number,
            start=clock(start),
            minutes=duration(item.minutes),
            text=item.activity,
            note=item.note,
            question=item.question,
            sheet=sheet,
        )
        start += item.minutes


def named(site: Site, item: Item) -> Case | Practice | None:
    """The entry an item names, or ``None`` for an activity or a withdrawn entry."""
    if item.case in site.cases:
        return site.cases[item.case]
    return site.catalog.practices.get(item.practice)


def item_sheet(site: Site, item: Item) -> Sheet | None:
    """The entry an item names as a sheet, if there is one."""
    entry = named(site, item)
    if entry is None:
        return None
    return case_sheet(site, entry) if isinstance(entry, Case) else practice_sheet(site, entry)


def case_sheet(site: Site, case: Case) -> Sheet:
    """A case: key figure, how well founded it is, how it ended, and its first warning."""
    card = cards(site, [case.id])[0]
    public, drawing, side = on_paper(site, card.address)
    return Sheet(
        kind="case",
        label="Caso",
        title=case.title,
        summary=case.summary,
        address=card.address,
        public=public,
        qr=drawing,
        qr_side=side,
        figure=card.figure,
        facts=(site.place(case), dates.years(case.period)),
        resources=card.resources,
        verification=card.verification,
        outcome=format.lower(site.label("outcomes", case.outcome)),
        warning=case.caveats[0].text if case.caveats else "",
    )


def practice_sheet(site: Site, practice: Practice) -> Sheet:
    """A practice: what its cases add up to, first steps, and when it does not suit."""
    address = links.entry(Kind.PRACTICE, practice.id)
    public, drawing, side = on_paper(site, address)
    return Sheet(
        kind="practice",
        label="Práctica",
        title=practice.title,
        summary=practice.summary,
        address=address,
        public=public,
        qr=drawing,
        qr_side=side,
        figure=_practice_figure(site, practice),
        facts=(format.lower(site.label("practice_kinds", practice.kind)),),
        resources=site.resources(practice.resource),
        how=practice.steps[:MOST_STEPS],
        caution=_caution(practice),
    )


def _caution(practice: Practice) -> tuple[str, str]:
    """What to know before the first step: what could hurt somebody, else when it does not suit."""
    if practice.safety:
        return "Por seguridad", practice.safety[0]
    return ("No conviene si", practice.not_suited_when[0]) if practice.not_suited_when else ("", "")


def on_paper(site: Site, address: str) -> tuple[str, str, int]:
    """The public address of a page, and its QR code: path of the drawing and modules a side."""
    public = site.public(address)
    return (public, *qr.path(public))


def _practice_figure(site: Site, practice: Practice) -> Fig:
    """The median saving where three cases can be compared, else how many cases there are."""
    board = site.board("practice", practice.id)
    saving = best_saving(board)
    if saving and saving[1].comparable:
        label = f"Mejora en {format.lower(site.label('indicators', saving[0]))}"
        return spread_fig(saving[1], label, "%")
    if not board.n:
        return Fig("Todavía sin casos")
    countries = format.countries(len(board.countries))
    noun = "caso" if board.n == 1 else "casos"
    return Fig("En el catálogo", format.Figure(format.number(board.n), noun), basis=countries)
