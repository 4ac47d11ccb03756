"""The sheet of a practice: what its cases add up to, how to do it, when not to."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Kind, Maturity, Practice, Scoreboard
from catalog.render import citations, format, jsonld, links, prose
from catalog.render.cards import cards
from catalog.render.citing import citing
from catalog.render.pages import paper
from catalog.render.pages.common import (
    FEW_CARDS,
    HOME,
    best_saving,
    correct,
    dated,
    dots,
    imprint,
    outcome_counts,
    picture,
    relative,
    sheets,
    spread_fig,
)
from catalog.render.pages.facts import changed, codes, standing
from catalog.render.site import Site
from catalog.render.view import Fact, Group, Link, Page, Part, Remark, Sheet

PRACTICES = Link("Prácticas", "practicas/")
STEPS_BASIS = {
    "source": "Pasos: de las fuentes.",
    "mixed": "Pasos: en parte de las fuentes, en parte del editor.",
    "editor": "Pasos: lectura del editor; las fuentes no los dan en orden.",
}
MOST_NAMES = 6


def pages(site: Site) -> Iterator[Sheet]:
    """One page for each practice."""
    return sheets(site, Kind.PRACTICE, page)


def page(site: Site, practice: Practice) -> Page:
    """The sheet of ``practice``."""
    address = links.entry(Kind.PRACTICE, practice.id)
    board = site.board("practice", practice.id)
    documents = citations.supports(site, practice.supported_by, practice.sources)
    view = {
        "practice": practice,
        "kick": [site.label("practice_kinds", practice.kind), _sectors(site, practice)],
        "resources": site.resources(practice.resource),
        "recommendation": format.lower(site.label("recommendations", practice.recommendation)),
        "board": board,
        "score": _score(site, board, practice),
        "parts": _parts(site, practice, address),
        "steps_basis": STEPS_BASIS.get(practice.steps_basis, ""),
        "cards": cards(site, board.cases),
        "few": board.n <= FEW_CARDS,
        "paper_cases": paper.cases(site, board.cases),
        "citations": documents,
        "paper_documents": paper.documents(documents),
        "facts": _facts(site, practice),
        "groups": _relatives(site, practice),
        "correct": correct(site, practice.file),
        "changed": changed(practice),
        "cite": citing(site, Kind.PRACTICE, practice),
        **imprint(site, address),
    }
    theme = practice.theme
    crumbs = (
        (Link(site.label("themes", theme), f"practicas/#{theme_anchor(site, theme)}"),)
        if theme
        else ()
    )
    return Page(
        address=address,
        template="practica.html.j2",
        title=practice.title,
        description=practice.summary,
        section="practicas",
        crumbs=(HOME, PRACTICES, *crumbs),
        view=view,
        meta=_meta(site, practice, address),
    )


def theme_anchor(site: Site, theme: str) -> str:
    """The anchor of a theme in the list of practices."""
    term = site.vocabulary("themes").get(theme)
    return links.term_slug(term) if term else links.slug(theme)


def _sectors(site: Site, practice: Practice) -> str:
    if practice.cross_sector:
        return "Todos los sectores"
    names = site.labels("sectors", practice.sectors)
    if len(names) > MOST_NAMES:
        return f"{len(names)} sectores"
    return ", ".join([names[0], *(format.lower(name) for name in names[1:])]) if names else ""


def _score(site: Site, board: Scoreboard, practice: Practice) -> dict[str, object]:
    """The cells of the scoreboard."""
    names = site.labels("countries", board.countries)
    shown = ", ".join(names[:MOST_NAMES]) + ("…" if len(names) > MOST_NAMES else "")
    saving = best_saving(board)
    ladder = [term.id for term in site.vocabulary("maturity")]
    maturity = site.catalog.maturity.get(practice.id, Maturity("", ""))
    step = ladder.index(maturity.level) + 1 if maturity.level in ladder else 0
    return {
        "countries": shown,
        "saving": _saving(site, saving[0], board) if saving else None,
        "payback": spread_fig(board.payback, "Se paga en", "month"),
        "payback_n": board.payback.n,
        "maturity": maturity,
        "maturity_label": site.label("maturity", maturity.level)
        if maturity.level
        else "Sin casos todavía",
        "ladder": [n < step for n in range(len(ladder))],
        "step": step,
        "outcomes": outcome_counts(site, board.outcomes),
        "projected": len(board.projected),
    }


def _saving(site: Site, indicator: str, board: Scoreboard) -> dict[str, object]:
    spread = board.savings[indicator]
    resource = site.extra("indicators", indicator, "resource")
    label = f"Mejora en {format.lower(site.label('indicators', indicator))}"
    return {"fig": spread_fig(spread, label, "%"), "dots": dots(spread, resource)}


def _parts(site: Site, practice: Practice, address: str) -> tuple[Part, ...]:
    """Running text in the fixed order, each heading with the short texts that belong there."""
    link = relative(site, address)
    texts = {s.heading: prose.html(s.text, link) for s in prose.sections(practice.body)}
    lists = {
        "Antes hace falta": practice.prerequisites,
        "Cuándo conviene": practice.suited_when,
        "Cuidados" if "Cuidados" in texts else "Riesgos": practice.risks,
    }
    order = ["", "Qué es", "Antes hace falta", "Cuándo conviene", "Cómo hacerlo", "Qué medir"]
    order += [heading for heading in (*texts, *lists) if heading not in order]
    found = []
    for heading in dict.fromkeys(order):
        remarks = tuple(Remark(text) for text in lists.get(heading, ()))
        if heading in texts or remarks:
            found.append(Part(heading, texts.get(heading, Part("").html), remarks))
    return tuple(found)


def _facts(site: Site, practice: Practice) -> tuple[Fact, ...]:
    """Facts of a practice; cost and time say «Sin dato» when unknown."""
    cost = (
        Link(site.label("cost_classes", practice.cost_class), note=practice.cost_note)
        if practice.cost_class
        else None
    )
    always = [
        Fact("Costo", (cost,) if cost else ()),
        Fact("Plazo", (Link(practice.typical_time),) if practice.typical_time else ()),
    ]
    optional = [
        Fact("Nivel", tuple(site.term_link("levels", id) for id in practice.levels)),
        Fact(
            "Tipo", tuple(Link(text) for text in site.labels("option_types", practice.option_type))
        ),
        Fact("Sectores", tuple(site.term_link("sectors", id) for id in practice.sectors)),
        Fact("Actores", tuple(Link(text) for text in site.labels("actors", practice.actors))),
        Fact(
            "Instrumento", tuple(site.term_link("instruments", id) for id in practice.instruments)
        ),
        Fact("Mida", tuple(Link(text) for text in site.labels("indicators", practice.indicators))),
        Fact("También", tuple(_alias(site, a.text, a.country) for a in practice.aliases)),
        *codes(site, practice),
        *standing(site, Kind.PRACTICE, practice),
    ]
    return (*always, *(fact for fact in optional if fact.known))


def _alias(site: Site, text: str, country: str) -> Link:
    return Link(f"{text} ({site.label('countries', country)})" if country else text)


def _relatives(site: Site, practice: Practice) -> tuple[Group, ...]:
    """Practices tied to this one, by the kind of tie, and those that the build found near."""
    ties = {
        "Antes o a la vez": practice.requires,
        "En lugar de": practice.alternatives,
        "Es un caso de": practice.broader,
        "Forma parte de": practice.part_of,
        "Más concretas": _pointing(site, practice.id),
    }
    groups = {
        name: [link for id in ids if (link := site.entry_link(Kind.PRACTICE, id))]
        for name, ids in ties.items()
    }
    told = {link.address for found in groups.values() for link in found}
    for related in site.catalog.related.get(f"practice:{practice.id}", ()):
        link = site.entry_link(related.kind, related.id)
        if link and link.address not in told:
            groups.setdefault(format.capital(related.reason), []).append(link)
    return tuple(Group(name, "", links=tuple(found)) for name, found in groups.items() if found)


def _pointing(site: Site, id: str) -> list[str]:
    others = site.catalog.practices.values()
    return [other.id for other in others if id in other.broader or id in other.part_of]


def _meta(site: Site, practice: Practice, address: str) -> dict[str, object]:
    return {
        **dated(practice),
        **picture(site, address),
        "hide": ["colophon"],
        "jsonld": jsonld.practice(site, practice),
    }
