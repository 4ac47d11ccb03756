"""The sheet of a case."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.citation import version
from catalog.model import Case, Kind, Payback
from catalog.render import citations, dates, format, jsonld, links
from catalog.render.block import block
from catalog.render.cards import cards
from catalog.render.citing import citing
from catalog.render.figures import Figures
from catalog.render.pages import paper
from catalog.render.pages.chain import chain
from catalog.render.pages.common import (
    HOME,
    NOT_AS_EXPECTED,
    correct,
    dated,
    imprint,
    picture,
    relative,
    sheets,
)
from catalog.render.pages.facts import case_facts, changed, organizations
from catalog.render.pages.narrative import Narrative
from catalog.render.site import Site
from catalog.render.view import Group, Link, Page, Sheet

CASES = Link("Casos", "casos/")


def pages(site: Site) -> Iterator[Sheet]:
    """One page for each case."""
    return sheets(site, Kind.CASE, page)


def page(site: Site, case: Case) -> Page:
    """The sheet of ``case``."""
    address = links.entry(Kind.CASE, case.id)
    return Page(
        address=address,
        template="caso.html.j2",
        title=case.title,
        description=case.summary,
        section="explorar",
        crumbs=(HOME, CASES, *_sector_crumb(site, case)),
        view={
            **_top(site, case),
            **_middle(site, case, address),
            **_bottom(site, case),
            **imprint(site, address),
        },
        meta=_meta(site, case, address),
    )


def _top(site: Site, case: Case) -> dict[str, object]:
    """Title, trust line and result block."""
    stub = case.verification == "V0" and not case.results
    return {
        "case": case,
        "stub": stub,
        "kick": [site.place(case), *_sectors(site, case), dates.years(case.period)],
        "level_label": site.label("levels", case.level),
        "verification": site.verification(case.verification),
        "reading": format.lower(site.label("readings", case.source_read)),
        "outcome": format.lower(site.label("outcomes", case.outcome)),
        "status": site.label("statuses", case.status_now),
        "block": block(Figures(site, case)),
        "advice": _advice(site, case),
        "correct": correct(site, case.file),
        "meanwhile": _meanwhile(site, case) if stub else (),
    }


def _middle(site: Site, case: Case, address: str) -> dict[str, object]:
    """Warnings and running text."""
    text = Narrative(case, relative(site, address))
    return {
        "warnings": text.warnings(site.catalog.payback.get(case.id, Payback())),
        "parts": (*text.parts(), *text.applicability(site)),
        "made_possible": text.made_possible(),
        "followups": text.followups(site),
        "ending": "" if case.outcome == "discontinued" else case.outcome_note,
    }


def _bottom(site: Site, case: Case) -> dict[str, object]:
    """What it is tied to, where it comes from, and the rail."""
    return {
        "chain": chain(site, case),
        "paper_links": paper.MOST_LINKS,
        "practices": _practices(site, case),
        "citations": citations.references(site, case.sources),
        "cite": citing(site, Kind.CASE, case),
        "related": _related(site, case),
        "facts": case_facts(site, case),
        "organizations": organizations(site, case),
        "paper_facts": _paper_facts(site, case),
        "case_resources": site.resources(case.resource),
    }


def _sectors(site: Site, case: Case) -> list[str]:
    return [site.label("sectors", case.sector[0])] if case.sector else []


def _sector_crumb(site: Site, case: Case) -> tuple[Link, ...]:
    return (site.term_link("sectors", case.sector[0]),) if case.sector else ()


def _paper_facts(site: Site, case: Case) -> str:
    """What the rail says, in one line: the rail does not print."""
    sector = site.vocabulary("sectors").get(case.sector[0]) if case.sector else None
    size = format.lower(site.label("sizes", case.size) if case.size else dates.NO_DATA)
    day = changed(case)
    words = [format.term_code(sector) if sector else "", f"Tamaño: {size}"]
    words.append(f"Última modificación: {day}" if day else "")
    words.append(f"Versión {version(case).hash}")
    return "".join(f"{word}. " for word in words if word).strip()


def _practices(site: Site, case: Case) -> tuple[Link, ...]:
    """Practices applied, each with how much else is known of it."""
    found = []
    for id in case.practices:
        practice = site.catalog.practices.get(id)
        if practice is None:
            continue
        cases, countries = site.reach(id)
        known = f"{format.cases(cases)}, {format.countries(countries)}"
        link = Link(
            practice.title,
            links.entry(Kind.PRACTICE, id),
            practice.summary,
            known if cases else "",
        )
        found.append(link)
    return tuple(found)


def _related(site: Site, case: Case) -> tuple[Group, ...]:
    """Other entries by the reason for which they are offered."""
    groups: dict[str, list[Link]] = {}
    for related in site.catalog.related.get(case.id, ()):
        link = site.entry_link(related.kind, related.id, _country(site, related.kind, related.id))
        if link:
            groups.setdefault(related.reason, []).append(link)
    return tuple(
        Group(format.capital(reason), f"relacion-{n}", links=tuple(found))
        for n, (reason, found) in enumerate(groups.items(), 1)
    )


def _country(site: Site, kind: Kind, id: str) -> str:
    """Where a related case is from."""
    case = site.catalog.cases.get(id) if kind is Kind.CASE else None
    return ", ".join(site.labels("countries", case.country[:3])) if case else ""


def _advice(site: Site, case: Case) -> Link | None:
    """The one next step: what to watch before investing, or the steps for this sector."""
    practice = next((p for id in case.practices if (p := site.catalog.practices.get(id))), None)
    failed = case.outcome in NOT_AS_EXPECTED
    if failed and practice and practice.not_suited_when:
        return Link(
            "Antes de invertir: cuándo no conviene", f"{links.entry(Kind.PRACTICE, practice.id)}#no"
        )
    if case.level == "enterprise" and case.sector:
        address = site.term_address("sectors", case.sector[0])
        return Link("¿Sirve para mi empresa?", address) if address else None
    if practice:
        return Link("Ver la práctica y sus casos", links.entry(Kind.PRACTICE, practice.id))
    return None


def _meanwhile(site: Site, case: Case) -> tuple[object, ...]:
    """For a stub: cases of the same sector that do have figures."""
    ids = site.facet("sectors", case.sector[0]) if case.sector else ()
    others = [id for id in ids if id != case.id and site.cases[id].reached]
    return cards(site, others[:3])


def _meta(site: Site, case: Case, address: str) -> dict[str, object]:
    return {
        **dated(case),
        **picture(site, address),
        "hide": ["colophon"],
        "jsonld": jsonld.case(site, case),
    }
