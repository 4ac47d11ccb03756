"""The sheet of a case."""

from __future__ import annotations

import json
from collections.abc import Iterator

from catalog.model import Case, Catalog, Kind, Note
from catalog.render import citations, dates, format, links, prose, qr
from catalog.render.cards import cards
from catalog.render.figures import Figures, block
from catalog.render.pages.chain import chain
from catalog.render.pages.common import HOME, edition_year, license_url, relative
from catalog.render.pages.facts import case_facts
from catalog.render.site import Site
from catalog.render.view import Group, Link, Page, Part, Remark

CASES = Link("Casos", "casos/")
ORDER: dict[str, tuple[tuple[str, str], ...]] = {
    "state": (
        ("Marco y actores", ""), ("Por qué se hizo", "drivers"), ("Instrumento", ""), ("Cobertura", ""),
        ("Resultados", ""), ("Continuidad", ""), ("Dificultades", "barriers"), ("Lecciones", "lessons"),
    ),
    "": (
        ("Situación inicial", ""), ("Por qué se hizo", "drivers"), ("Qué se hizo", ""),
        ("Resultados", ""), ("Dificultades", "barriers"), ("Lecciones", "lessons"),
        ("Cómo replicarlo", ""),
    ),
}  # fmt: skip
"""Sections of the running text and the field whose short texts belong there."""
POSSIBLE = "Qué lo hizo posible"
NOT_SUITED = "No conviene cuando"


def pages(site: Site) -> Iterator[Page]:
    """One page for each living case."""
    return (page(site, case) for case in site.cases.values())


def page(site: Site, case: Case) -> Page:
    """The sheet of ``case``."""
    address = links.entry(Kind.CASE, case.id)
    stub = case.verification == "V0" and not case.results
    figures = Figures(site, case)
    numbers = {source.id: n for n, source in enumerate(case.sources, 1)}
    drawing, side = qr.path(site.public(address))
    view = {
        "case": case,
        "stub": stub,
        "kick": [site.place(case), *_sectors(site, case), dates.years(case.period)],
        "level_label": site.label("levels", case.level),
        "verification": site.verification(case.verification),
        "reading": format.lower(site.label("readings", case.source_read)),
        "outcome": format.lower(site.label("outcomes", case.outcome)),
        "status": site.label("statuses", case.status_now),
        "block": block(figures),
        "warnings": _warnings(site, case, numbers),
        "parts": _parts(site, case, address, numbers),
        "made_possible": _possible(case, address, site),
        "chain": chain(site, case),
        "practices": _practices(site, case),
        "citations": citations.references(site, case.sources),
        "related": _related(site, case),
        "facts": case_facts(site, case),
        "case_resources": site.resources(case.resource),
        "followups": _followups(site, case, numbers),
        "correct": correct(site, case.file),
        "advice": _advice(site, case),
        "meanwhile": _meanwhile(site, case) if stub else (),
        "public": site.public(address),
        "qr": drawing,
        "qr_side": side,
        "settings": site.settings,
        "edition_year": edition_year(site),
        "edition": site.settings.edition,
    }
    return Page(
        address=address,
        template="caso.html.j2",
        title=case.title,
        description=case.summary,
        section="explorar",
        crumbs=(HOME, CASES, *_sector_crumb(site, case)),
        view=view,
        meta=_meta(site, case, address),
    )


def correct(site: Site, file: str) -> str:
    """Where to propose a correction: the file in the repository, empty when there is none."""
    settings = site.settings
    return f"{settings.repository}/edit/{settings.branch}/{file}" if settings.repository else ""


def _sectors(site: Site, case: Case) -> list[str]:
    return [site.label("sectors", case.sector[0])] if case.sector else []


def _sector_crumb(site: Site, case: Case) -> tuple[Link, ...]:
    return (site.term_link("sectors", case.sector[0]),) if case.sector else ()


def _warnings(site: Site, case: Case, numbers: dict[str, int]) -> tuple[Remark, ...]:
    """Contradictions that the build found, then the editor's warnings."""
    payback = site.catalog.payback.get(case.id)
    found = [c for c in (payback.contradictions if payback else ())]
    computed = [Remark(c.text, (numbers[c.source],) if c.source in numbers else ()) for c in found]
    return (*computed, *(citations.remark(note, numbers) for note in case.caveats))


def _parts(site: Site, case: Case, address: str, numbers: dict[str, int]) -> tuple[Part, ...]:
    """Running text in the order of its level; sections with nothing to say are left out."""
    link = relative(site, address)
    texts = {s.heading: prose.html(s.text, link) for s in prose.sections(case.body)}
    texts.pop(POSSIBLE, None)
    order = dict(ORDER.get(case.level, ORDER[""]))
    order |= {heading: "" for heading in texts if heading not in order}
    found = []
    for heading, field in order.items():
        notes: tuple[Note, ...] = getattr(case, field) if field else ()
        remarks = tuple(citations.remark(note, numbers) for note in notes)
        if heading in texts or remarks:
            found.append(Part(heading, texts.get(heading, Part("").html), remarks))
    return (*found, *_applicability(site, case))


def _applicability(site: Site, case: Case) -> Iterator[Part]:
    suits = case.applicability
    conditions = [Remark(text) for text in suits.conditions]
    if suits.sizes:
        sizes = format.listed([format.lower(s) for s in site.labels("sizes", suits.sizes)], "o")
        conditions.insert(0, Remark(f"Empresa {sizes}."))
    if conditions:
        yield Part("A quién le sirve", remarks=tuple(conditions))
    if suits.not_suited_when:
        yield Part(NOT_SUITED, remarks=tuple(Remark(text) for text in suits.not_suited_when))


def _possible(case: Case, address: str, site: Site) -> Part:
    text = next((s.text for s in prose.sections(case.body) if s.heading == POSSIBLE), "")
    return Part(POSSIBLE, prose.html(text, relative(site, address)) if text else Part("").html)


def _practices(site: Site, case: Case) -> tuple[Link, ...]:
    """Practices applied, each with how much else is known of it."""
    found = []
    for id in case.practices:
        practice = site.catalog.practices.get(id)
        if practice is None or practice.tombstone:
            continue
        board = site.board("practice", id)
        known = f"{format.cases(board.n)}, {format.plural(len(board.countries), 'país', 'países')}"
        link = Link(
            practice.title,
            links.entry(Kind.PRACTICE, id),
            practice.summary,
            known if board.n else "",
        )
        found.append(link)
    return tuple(found)


def _related(site: Site, case: Case) -> tuple[Group, ...]:
    """Other entries by the reason for which they are offered."""
    groups: dict[str, list[Link]] = {}
    for related in site.catalog.related.get(case.id, ()):
        link = site.entry_link(
            related.kind, related.id, _note(site.catalog, site, related.kind, related.id)
        )
        if link:
            groups.setdefault(related.reason, []).append(link)
    return tuple(
        Group(format.capital(reason), f"relacion-{n}", links=tuple(found))
        for n, (reason, found) in enumerate(groups.items(), 1)
    )


def _note(catalog: Catalog, site: Site, kind: Kind, id: str) -> str:
    case = catalog.cases.get(id) if kind is Kind.CASE else None
    return site.place(case) if case and not case.place else _country(site, case) if case else ""


def _country(site: Site, case: Case) -> str:
    return ", ".join(site.labels("countries", case.country[:3]))


def _followups(site: Site, case: Case, numbers: dict[str, int]) -> tuple[Remark, ...]:
    found = []
    for followup in case.followups:
        status = format.lower(site.label("statuses", followup.status))
        text = f"{dates.partial_date(followup.date)}: {status}. {followup.note}".strip()
        refs = (numbers[followup.source],) if followup.source in numbers else ()
        found.append(Remark(format.capital(text), refs))
    return tuple(found)


def _advice(site: Site, case: Case) -> Link | None:
    """The one next step: what to watch before investing, or the steps for this sector."""
    practice = next((p for id in case.practices if (p := site.catalog.practices.get(id))), None)
    failed = case.outcome in ("discontinued", "not_implemented", "partial")
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
    others = [id for id in ids if id != case.id and site.cases[id].results]
    return cards(site, others[:3])


def _meta(site: Site, case: Case, address: str) -> dict[str, object]:
    jsonld = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": case.title,
        "description": case.summary,
        "inLanguage": case.language,
        "license": license_url(site),
        "url": site.public(address),
        "isBasedOn": [
            found.URL
            for s in case.sources
            if (found := site.catalog.sources.get(s.id)) and found.URL
        ],
    }
    meta: dict[str, object] = {
        "source_path": case.file,
        "hide": ["colophon"],
        "jsonld": json.dumps(jsonld, ensure_ascii=False, sort_keys=True),
    }
    if case.updated:
        meta["updated"] = str(case.updated)
    return meta
