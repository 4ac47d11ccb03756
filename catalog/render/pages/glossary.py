"""The glossary: the words of the vocabularies, what they mean and how each country says them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.model import Term
from catalog.render import format, links
from catalog.render.pages.common import HOME
from catalog.render.site import Site
from catalog.render.view import Link, Page

SECTIONS = {
    "verification": "Escala de verificación",
    "maturity": "Madurez de una práctica",
    "bases": "Base de una cifra",
    "outcomes": "Cómo terminó un caso",
    "readings": "Cuánto se leyó",
    "levels": "Niveles",
    "resources": "Recursos",
    "option_types": "Tipos de opción",
    "practice_kinds": "Tipos de práctica",
    "themes": "Temas",
    "instruments": "Instrumentos",
    "sectors": "Sectores",
    "roles": "Papeles de una organización",
    "sizes": "Tamaños",
    "r_strategies": "Estrategias R",
    "indicators": "Indicadores",
    "units": "Unidades y monedas",
}
"""Vocabularies that readers meet on the pages, in the order of the glossary."""


@dataclass(frozen=True, slots=True)
class Word:
    """A term as the glossary shows it."""

    anchor: str
    name: Link
    definition: str
    synonyms: str
    foreign: tuple[Link, ...]
    code: str


def pages(site: Site) -> Iterator[Page]:
    """The one page of the glossary."""
    sections = [
        (
            heading,
            f"v-{links.slug(name)}",
            [_word(site, name, term) for term in site.vocabulary(name)],
        )
        for name, heading in SECTIONS.items()
        if len(site.vocabulary(name))
    ]
    yield Page(
        address="glosario/",
        template="glosario.html.j2",
        title="Glosario",
        description="Qué quiere decir cada palabra del catálogo y cómo se dice en cada país.",
        section="acerca",
        crumbs=(HOME, Link("Glosario")),
        view={"sections": sections},
    )


def _word(site: Site, vocabulary: str, term: Term) -> Word:
    synonyms = [
        f"{s.text} ({site.label('countries', s.country)})" if s.country else s.text
        for s in term.synonyms
    ]
    foreign = [
        Link(term.label[language], language=language)
        for language in ("en", "pt")
        if term.label.get(language, term.name) != term.name
    ]
    anchor = (
        term.id.lower()
        if vocabulary == "verification"
        else f"{links.slug(vocabulary)}-{links.slug(term.id)}"
    )
    return Word(
        anchor=anchor,
        name=Link(term.name, site.term_address(vocabulary, term.id)),
        definition=term.definition,
        synonyms=", ".join(synonyms),
        foreign=tuple(foreign),
        code=_code(site, vocabulary, term),
    )


def _code(site: Site, vocabulary: str, term: Term) -> str:
    """What stands beside the name: class, symbol, unit or id of the scale."""
    if vocabulary == "units":
        return str(term.extra.get("symbol") or "")
    if vocabulary == "indicators":
        unit = str(term.extra.get("unit") or "")
        return format.symbol(site.vocabulary("units"), unit) if unit else ""
    return term.id if vocabulary in ("verification", "r_strategies") else format.term_code(term)
