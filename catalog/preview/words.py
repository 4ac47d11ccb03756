"""What the picture of each entry says: where, what, and its main figure."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Case, Kind, Practice
from catalog.preview.draw import Words
from catalog.render import format, links
from catalog.render.cards import cards
from catalog.render.site import ID, Site
from catalog.render.typeset import typeset_text
from catalog.render.view import Fig

SEPARATOR = "  ·  "


def words(site: Site) -> Iterator[tuple[str, Words]]:
    """Path of the picture and its words, for every case and practice."""
    for case in site.part.share(site.cases.values(), ID):
        yield links.preview(links.entry(Kind.CASE, case.id)), _case(site, case)
    for practice in site.part.share(site.catalog.practices.values(), ID):
        yield links.preview(links.entry(Kind.PRACTICE, practice.id)), _practice(site, practice)


def _case(site: Site, case: Case) -> Words:
    (told,) = cards(site, [case.id])
    return Words(
        site=site.settings.site_name,
        kicker=SEPARATOR.join((told.level_label, *told.facts)),
        title=typeset_text(case.title, site.number_spaces),
        **_figure(told.figure),
    )


def _figure(shown: Fig) -> dict[str, str]:
    if shown.figure is None:
        return {"label": shown.label, "value": shown.word} if shown.word else {"note": shown.label}
    number = shown.figure
    return {
        "label": shown.label,
        "value": f"{number.before} {number.number}".strip(),
        "unit": number.unit,
        "note": shown.basis,
    }


def _practice(site: Site, practice: Practice) -> Words:
    board = site.board("practice", practice.id)
    number = format.cases(board.n)
    places = format.countries(len(board.countries))
    return Words(
        site=site.settings.site_name,
        kicker=SEPARATOR.join(("Práctica", site.label("practice_kinds", practice.kind))),
        title=typeset_text(practice.title, site.number_spaces),
        note=f"{number} en {places}" if board.n else "Todavía sin casos",
    )
