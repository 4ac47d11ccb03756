"""A route or a sector as one document for paper: cover, contents, sheets one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from catalog.model import Case, Kind, Payback, Practice, Term
from catalog.render import citations, dates, format, links
from catalog.render.block import Block, block
from catalog.render.figures import Figures
from catalog.render.pages.common import HOME, imprint, relative
from catalog.render.pages.narrative import Narrative
from catalog.render.pages.training.routes import TRAINING, by_title, route_of
from catalog.render.pages.training.steps import named, on_paper
from catalog.render.prose import html, sections
from catalog.render.site import ID, Site
from catalog.render.view import Citation, Link, Page, Part, Remark, Sheet, Verification

FOLDER = "dossier/"
MOST_CASES = 24
"""More would not be read as one document; the page of the sector lists the rest."""
MOST_PRACTICES = 8
MARGIN = "datos/dossier.css"
"""The name of the catalog in the margin of every sheet: style sheets know no settings."""
STYLES = ["assets/formacion/formacion.css", "assets/formacion/dossier.css", MARGIN]
UNSAFE_IN_CSS = re.compile(r'[\\"<\x00-\x1f\x7f]')
DONE = ("technique", "management")


@dataclass(frozen=True, slots=True)
class Entry:
    """One sheet of the document."""

    anchor: str
    kind: str
    title: str
    summary: str
    address: str
    public: str
    qr: str
    qr_side: int
    kick: tuple[str, ...]
    verification: Verification | None = None
    reading: str = ""
    outcome: str = ""
    ending: str = ""
    block: Block | None = None
    warnings: tuple[Remark, ...] = ()
    parts: tuple[Part, ...] = ()
    safety: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


def pages(site: Site) -> Iterator[Sheet]:
    """The dossier of every route, and of every sector with cases."""
    for route in site.part.share(by_title(site), ID):
        address = f"{links.entry(Kind.COLLECTION, route.id)}{FOLDER}"
        yield Sheet(address, partial(_of_route, site, route.id))
    for term in site.part.share(site.term_pages["sectors"], links.term_slug):
        if site.facet("sectors", term.id):
            yield Sheet(f"{links.term('sectors', term)}{FOLDER}", partial(_of_sector, site, term))


def _of_route(site: Site, id: str) -> Page:
    entry = site.catalog.collections[id]
    route = route_of(site, id)
    address = f"{route.address}{FOLDER}"
    entries = [named(site, item) for item in entry.items]
    found = [
        case_entry(site, one, address)
        if isinstance(one, Case)
        else practice_entry(site, one, address)
        for one in entries
        if one
    ]
    view = {
        **route.view(address),
        "heading": entry.title,
        "kicker": "Dossier de la ruta",
        "lede": entry.summary,
        "note": "",
        "entries": found,
    }
    crumbs = (HOME, TRAINING, Link(entry.title, route.address))
    return _page(address, entry.title, entry.summary, "formacion", crumbs, view)


def _of_sector(site: Site, term: Term) -> Page:
    ids = site.facet("sectors", term.id)
    base = links.term("sectors", term)
    address = f"{base}{FOLDER}"
    cases = [site.cases[id] for id in _best(site, ids)[:MOST_CASES]]
    practices = _practices(site, ids)
    entries = [practice_entry(site, p, address) for p in practices]
    entries += [case_entry(site, case, address) for case in cases]
    lede = (
        f"{format.capital(format.cases(len(cases)))} y las prácticas que más se repiten en ellos."
    )
    left = len(ids) - len(cases)
    note = (
        f"El catálogo tiene {len(ids)} casos de este sector. Aquí están los {len(cases)} con más "
        "cifras; los demás están en la página del sector."
        if left
        else ""
    )
    view = {
        **imprint(site, address),
        "heading": term.name,
        "kicker": "Dossier del sector",
        "lede": lede,
        "note": note,
        "entries": entries,
        "base": base,
        "route": None,
        "steps": (),
        "questions": (),
        "exercises": (),
        "citations": (),
    }
    crumbs = (HOME, Link("Sectores", "sectores/"), Link(term.name, base))
    return _page(address, f"{term.name}: dossier", lede, "sectores", crumbs, view)


def margin(site: Site) -> Iterator[tuple[str, str]]:
    """The style sheet that prints the name of this catalog below each page of a dossier."""
    name = UNSAFE_IN_CSS.sub(lambda sign: f"\\{ord(sign[0]):x} ", site.settings.site_name)
    font = '8pt system-ui,"Noto Sans",sans-serif'
    yield (
        MARGIN,
        (
            f'@page{{@bottom-left{{content:"{name}";font:{font}}}}}\n'
            '@page :first{@bottom-left{content:""}}\n'
        ),
    )


def _page(
    address: str,
    title: str,
    description: str,
    section: str,
    crumbs: tuple[Link, ...],
    view: dict[str, object],
) -> Page:
    return Page(
        address=address,
        template="formacion/dossier.html.j2",
        title=title if "dossier" in title else f"{title}: dossier",
        description=description,
        section=section,
        crumbs=crumbs,
        view=view,
        meta={"styles": STYLES, "hide": ["colophon"], "robots": "noindex"},
    )


def _best(site: Site, ids: tuple[str, ...]) -> list[str]:
    """Cases with most figures first; then the best verified, then by id."""
    return sorted(
        ids, key=lambda id: (-len(site.cases[id].reached), -ord(site.cases[id].verification[1]), id)
    )


def _practices(site: Site, ids: tuple[str, ...]) -> list[Practice]:
    """What enterprises of the sector did, most often first."""
    counts: dict[str, int] = {}
    for id in ids:
        for practice in site.cases[id].practices:
            counts[practice] = counts.get(practice, 0) + 1
    known = site.catalog.practices
    ranked = sorted(counts, key=lambda id: (-counts[id], id))
    found = [known[id] for id in ranked if id in known]
    return [practice for practice in found if practice.kind in DONE][:MOST_PRACTICES]


def case_entry(site: Site, case: Case, here: str) -> Entry:
    """A case as a sheet of the document whose address is ``here``."""
    address = links.entry(Kind.CASE, case.id)
    text = Narrative(case, relative(site, here))
    public, drawing, side = on_paper(site, address)
    sector = site.label("sectors", case.sector[0]) if case.sector else ""
    made = text.made_possible()
    parts = [*text.parts(), *text.applicability(site)]
    return Entry(
        anchor=f"caso-{case.id}",
        kind="Caso",
        title=case.title,
        summary=case.summary,
        address=address,
        public=public,
        qr=drawing,
        qr_side=side,
        kick=(site.label("levels", case.level), site.place(case), sector, dates.years(case.period)),
        verification=site.verification(case.verification),
        reading=format.lower(site.label("readings", case.source_read)),
        outcome=format.lower(site.label("outcomes", case.outcome)),
        ending=case.outcome_note,
        block=block(Figures(site, case)),
        warnings=text.warnings(site.catalog.payback.get(case.id, Payback())),
        parts=(*parts, made) if made.html else tuple(parts),
        related=tuple(
            site.catalog.practices[id].title
            for id in case.practices
            if id in site.catalog.practices
        ),
        citations=citations.references(site, case.sources),
    )


def practice_entry(site: Site, practice: Practice, here: str) -> Entry:
    """A practice as a sheet of the document whose address is ``here``."""
    address = links.entry(Kind.PRACTICE, practice.id)
    public, drawing, side = on_paper(site, address)
    link = relative(site, here)
    board = site.board("practice", practice.id)
    maturity = site.catalog.maturity.get(practice.id)
    names = [site.label("resources", id) for id in practice.resource]
    return Entry(
        anchor=f"practica-{practice.id}",
        kind="Práctica",
        title=practice.title,
        summary=practice.summary,
        address=address,
        public=public,
        qr=drawing,
        qr_side=side,
        kick=(site.label("practice_kinds", practice.kind), format.listed(names)),
        outcome=format.cases(board.n),
        ending=f"{maturity.reason} {maturity.missing}".strip() if maturity else "",
        parts=tuple(Part(s.heading, html(s.text, link)) for s in sections(practice.body)),
        safety=practice.safety,
        steps=practice.steps,
        avoid=practice.not_suited_when,
        related=tuple(site.cases[id].title for id in board.cases[:MOST_PRACTICES]),
        citations=citations.supports(site, practice.supported_by, practice.sources),
    )
