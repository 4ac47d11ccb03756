"""What went wrong, what got in the way and what was learned, with the case behind each line."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Case, Kind, Note
from catalog.render import links
from catalog.render.cards import cards
from catalog.render.pages.common import HOME, by_label
from catalog.render.site import Site
from catalog.render.view import Card, Group, Link, Page, Remark

FAILED = ("discontinued", "not_implemented", "partial")
MOST_REMARKS = 40
"""Of one sector: more than anybody reads in a row, and the page grows with every case."""


def pages(site: Site) -> Iterator[Page]:
    """The one page of lessons."""
    failed = [_failures(site, outcome) for outcome in FAILED]
    stopped = [id for id, case in site.cases.items() if _stopped(case)]
    barriers, lessons = _grouped(site, "barriers"), _grouped(site, "lessons")
    view = {
        "failed": [group for group in failed if group["cases"]],
        "stopped": cards(site, stopped),
        "barriers": barriers,
        "lessons": lessons,
    }
    yield Page(
        address="lecciones/",
        template="lecciones.html.j2",
        title="Lecciones y tropiezos",
        description="Lo que no salió bien, lo que estorbó y lo que se aprendió, caso por caso.",
        section="evidencia",
        crumbs=(HOME, Link("Lecciones")),
        view=view,
    )


def _stopped(case: Case) -> bool:
    """Done, but seen not to be running any more."""
    return case.outcome not in FAILED and case.status_now == "discontinued"


def _failures(site: Site, outcome: str) -> dict[str, object]:
    ids = [id for id, case in site.cases.items() if case.outcome == outcome]
    return {
        "label": site.label("outcomes", outcome),
        "anchor": links.slug(outcome),
        "cases": [(_card(site, id), _causes(site.cases[id])) for id in ids],
    }


def _card(site: Site, id: str) -> Card:
    return cards(site, [id])[0]


def _causes(case: Case) -> list[str]:
    """Why, as far as the source says: the note on the outcome, else what got in the way."""
    if case.outcome_note:
        return [case.outcome_note]
    return [note.text for note in case.barriers]


def _grouped(site: Site, field: str) -> list[tuple[Group, list[Remark]]]:
    """Short texts by main sector, each with its case; of very many the first."""
    groups: dict[str, list[Remark]] = {}
    for id, case in site.cases.items():
        notes: tuple[Note, ...] = getattr(case, field)
        link = Link(case.title, links.entry(Kind.CASE, id))
        sector = case.sector[0] if case.sector else ""
        for note in notes:
            remark = Remark(note.text, editor=note.basis == "editor", link=link)
            groups.setdefault(sector, []).append(remark)
    return [
        (_group(site, sector, len(groups[sector])), groups[sector][:MOST_REMARKS])
        for sector in by_label(site, "sectors", groups)
    ]


def _group(site: Site, sector: str, total: int) -> Group:
    address = site.term_address("sectors", sector) or "casos/"
    return Group(_name(site, sector), "", address=address, total=total)


def _name(site: Site, sector: str) -> str:
    return site.label("sectors", sector) if sector else "Sin sector"
