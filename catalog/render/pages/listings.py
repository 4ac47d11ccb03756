"""The lists: every entry and every term can be reached from here without any script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from catalog.model import REGIONAL, Kind, OrganizationEntry, Practice, SourceEntry, Term
from catalog.render import citations, format, jsonld, links
from catalog.render.pages.common import HOME, MANY, anchor, by_label, cases_by_sector
from catalog.render.pages.facts import short_name
from catalog.render.pages.practice import theme_anchor
from catalog.render.pages.terms import FAMILIES, Family
from catalog.render.site import Site
from catalog.render.view import Group, Link, Page

NO_THEME = "Sin tema"
OTHER_WAYS = (
    Link("Por país", "paises/"),
    Link("Por recurso", "recursos/"),
    Link("Por nivel", "niveles/"),
    Link("Por instrumento", "instrumentos/"),
    Link("Con filtros", links.EXPLORE),
)


BIBLIOGRAPHY = (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "csl.json"))
"""All sources as files for programs that keep references."""


def pages(site: Site) -> Iterator[Page]:
    """Lists of cases, practices, organizations, sources and of each family of terms."""
    yield _cases(site)
    yield _practices(site)
    yield _organizations(site)
    yield _sources(site)
    for family in FAMILIES:
        yield _terms(site, family)


def _list(
    address: str, title: str, lede: str, groups: list[Group], section: str, **more: object
) -> Page:
    view = {"title": title, "lede": lede, "groups": groups, "many": False, "more": (), **more}
    return Page(
        address=address,
        template="lista.html.j2",
        title=title,
        description=lede,
        section=section,
        crumbs=(HOME, Link(title)),
        view=view,
    )


def _cases(site: Site) -> Page:
    """Cases by main sector: cards while they are few, one line each when they are many."""
    places = format.countries(len(site.board("all").countries))
    lede = f"{format.cases(len(site.cases))} de {places}, por sector."
    lede = lede if site.cases else "todavía no hay casos publicados."
    many = len(site.cases) > MANY
    title = format.capital(lede)
    found = cases_by_sector(site)
    return _list("casos/", "Casos", title, found, "explorar", many=many, more=OTHER_WAYS)


def _practices(site: Site) -> Page:
    """Practices by theme, in the order of the vocabulary."""
    groups: dict[str, list[Practice]] = {}
    for practice in site.catalog.practices.values():
        groups.setdefault(practice.theme, []).append(practice)
    order = [term.id for term in site.vocabulary("themes")]
    themes = sorted(groups, key=lambda id: (order.index(id) if id in order else len(order), id))
    found = [
        Group(
            site.label("themes", theme) if theme else NO_THEME,
            theme_anchor(site, theme) or "otras",
            links=tuple(_practice_link(site, practice) for practice in groups[theme]),
        )
        for theme in themes
    ]
    total = sum(len(group) for group in groups.values())
    counted = format.plural(total, "práctica", "prácticas")
    lede = f"{counted} por tema. El número dice cuántos casos la aplicaron."
    return _list("practicas/", "Prácticas", lede, found, "practicas")


def _practice_link(site: Site, practice: Practice) -> Link:
    n = site.board("practice", practice.id).n
    maturity = site.catalog.maturity.get(practice.id)
    note = site.label("maturity", maturity.level) if maturity and maturity.level else ""
    return Link(
        practice.title,
        links.entry(Kind.PRACTICE, practice.id),
        format.lower(note),
        format.number(n),
    )


def _organizations(site: Site) -> Page:
    """Organizations by country; one that works in several stands under each."""
    groups: dict[str, list[OrganizationEntry]] = {}
    for entry in site.catalog.organizations.values():
        for country in entry.country:
            groups.setdefault(country, []).append(entry)
    found = [
        Group(
            site.label("countries", country),
            anchor(site, "countries", country),
            links=tuple(_organization_link(site, o) for o in sorted(groups[country], key=_by_name)),
        )
        for country in by_label(site, "countries", groups)
    ]
    counted = format.plural(len(site.catalog.organizations), "organización", "organizaciones")
    lede = f"{counted} por país. El número dice en cuántos casos aparece cada una."
    return _list("organizaciones/", "Organizaciones", lede, found, "explorar")


def _by_name(entry: OrganizationEntry) -> str:
    return links.slug(entry.name)


def _organization_link(site: Site, entry: OrganizationEntry) -> Link:
    n = len(site.catalog.cases_by_organization.get(entry.id, ()))
    note = format.lower(site.label("organization_types", entry.type))
    return Link(short_name(entry), links.entry(Kind.ORGANIZATION, entry.id), note, format.number(n))


def _sources(site: Site) -> Page:
    """Documents by year of publication, newest first; those without a date at the end."""
    groups: dict[int, list[SourceEntry]] = {}
    for source in site.catalog.sources.values():
        groups.setdefault(source.issued.last_year or 0, []).append(source)
    found = [
        Group(
            str(year) if year else "Sin fecha",
            f"a{year}" if year else "sin-fecha",
            links=tuple(_source_link(site, s) for s in sorted(groups[year], key=_by_title)),
        )
        for year in sorted(groups, reverse=True)
    ]
    counted = format.plural(len(site.catalog.sources), "documento", "documentos")
    lede = f"{counted} por año. El número dice cuántas fichas descansan en cada uno."
    files = tuple(
        Link(f"Descargar en {name}", f"{links.DATA}v1/fuentes.{end}")
        for name, end in BIBLIOGRAPHY
        if site.directory_urls  # the copy read from a folder leaves the data on the web
    )
    return _list("fuentes/", "Fuentes", lede, found, "explorar", more=files)


def _by_title(source: SourceEntry) -> str:
    return links.slug(source.title)


def _source_link(site: Site, source: SourceEntry) -> Link:
    catalog = site.catalog
    n = len(catalog.cases_by_source.get(source.id, ())) + len(
        catalog.practices_by_source.get(source.id, ())
    )
    title = f"[{source.title}]" if source.title_basis == "editor" else source.title
    return Link(
        title,
        links.entry(Kind.SOURCE, source.id),
        citations.authors(source),
        format.number(n),
        citations.foreign(source),
    )


def _terms(site: Site, family: Family) -> Page:
    """The terms of one vocabulary, under their broader term or subregion where there is one."""
    terms = site.term_pages[family.vocabulary]
    groups: dict[str, list[Term]] = {}
    for term in terms:
        groups.setdefault(_parent(family.vocabulary, term), []).append(term)
    found = [
        Group(
            _heading(site, family, id),
            f"grupo-{links.slug(id) or 'general'}",
            links=_counted(site, family, groups[id]),
        )
        for id in groups
    ]
    counted = [term for term in terms if term.id != REGIONAL]
    known = sum(1 for term in counted if site.facet(family.vocabulary, term.id))
    lede = f"{known} de {len(counted)} con casos."
    if known < len(counted):
        lede += " Los que no tienen son huecos: nadie los ha documentado aquí."
    address = f"{links.FACETS[family.vocabulary]}/"
    described = ((term, links.term(family.vocabulary, term)) for term in terms)
    page = _list(address, family.plural, lede, found, family.section)
    return replace(page, meta={"jsonld": jsonld.term_set(site, family.plural, address, described)})


def _parent(vocabulary: str, term: Term) -> str:
    return str(term.extra.get("subregion") or "") if vocabulary == "countries" else ""


def _heading(site: Site, family: Family, id: str) -> str:
    return site.label("subregions", id) if id else family.plural


def _counted(site: Site, family: Family, terms: list[Term]) -> tuple[Link, ...]:
    """Terms with cases first, then the gaps, both by name."""
    counts = {term.id: len(site.facet(family.vocabulary, term.id)) for term in terms}
    order = sorted(terms, key=lambda t: (not counts[t.id], links.slug(t.name)))
    return tuple(
        Link(t.name, links.term(family.vocabulary, t), count=format.number(counts[t.id]),
             note=_broader(site, family.vocabulary, t))
        for t in order
    )  # fmt: skip


def _broader(site: Site, vocabulary: str, term: Term) -> str:
    return format.lower(site.label(vocabulary, term.broader)) if term.broader else ""
