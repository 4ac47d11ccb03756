"""Facets of the explorer: their values in the order shown, and which entry has which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from catalog.model import Practice, Term
from catalog.render import links
from catalog.render.dates import NO_DATA
from catalog.render.site import Site

CASE, PRACTICE = "caso", "practica"
SECTOR = "sector"
"""The facet of sectors."""
UNKNOWN = ""
REGION = "region:"
"""Before the id of a subregion, which stands in the facet of countries above its own."""
YEAR = Decimal(12)


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: id, part of the address, label, icon and the id of what it belongs to."""

    id: str
    slug: str
    label: str
    icon: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Facet:
    """``id`` names it in the address; ``members`` are the values of each entry, by its key."""

    id: str
    title: str
    values: tuple[Value, ...]
    members: Mapping[str, tuple[str, ...]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Spec:
    """Name in the address, heading, facet of the catalog, vocabulary; ``whole`` shows zeros too."""

    id: str
    title: str
    facet: str
    vocabulary: str
    whole: bool = False


SPECS = (
    _Spec("tipo", "Tipo de ficha", "", "", whole=True),
    _Spec("recurso", "Recurso", "resource", "resources", whole=True),
    _Spec(SECTOR, "Sector", "sector", "sectors"),
    _Spec("pais", "País", "country", "countries"),
    _Spec("nivel", "Nivel", "level", "levels", whole=True),
    _Spec("pago", "Se paga en", "", "", whole=True),
    _Spec("tamano", "Tamaño", "size", "sizes", whole=True),
    _Spec("resultado", "Resultado", "outcome", "outcomes", whole=True),
    _Spec("verificacion", "Verificación", "verification", "verification", whole=True),
    _Spec("instrumento", "Instrumento", "instrument", "instruments"),
    _Spec("cifras", "Cifras", "figures", "", whole=True),
)
FIXED = {
    "tipo": ((CASE, "Caso"), (PRACTICE, "Práctica")),
    "pago": (
        ("menos-de-1", "menos de 1 año"),
        ("de-1-a-3", "1 a 3 años"),
        ("mas-de-3", "más de 3 años"),
        (UNKNOWN, NO_DATA),
    ),
    "cifras": (("yes", "Con cifras"), ("no", "Sin cifras")),
}
SLUGS = {"yes": "si", UNKNOWN: "sin-dato"}


def key(kind: str, id: str) -> str:
    """What names an entry in ``Facet.members``: a case and a practice may share an id."""
    return f"{kind}:{id}"


def facets(site: Site) -> tuple[Facet, ...]:
    """Every facet of the explorer over cases and practices."""
    return tuple(_facet(site, spec) for spec in SPECS)


def _facet(site: Site, spec: _Spec) -> Facet:
    of_cases = _of_cases(site, spec)
    members = {key(CASE, id): tuple(values) for id, values in of_cases.items()}
    for practice in site.catalog.practices.values():
        members[key(PRACTICE, practice.id)] = _of_practice(site, spec, practice, of_cases)
    return Facet(spec.id, spec.title, tuple(_values(site, spec, _counts(members))), members)


def _counts(members: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for values in members.values():
        for value in values:
            counts[value] = counts.get(value, 0) + 1
    return counts


# -- which values an entry has ----------------------------------------------------------


def _of_cases(site: Site, spec: _Spec) -> dict[str, list[str]]:
    if spec.id == "tipo":
        return {id: [CASE] for id in site.cases}
    if spec.id == "pago":
        return {id: [_bin(_months(site, id))] for id in site.cases}
    found: dict[str, list[str]] = {id: [] for id in site.cases}
    for value, ids in site.catalog.facets.get(spec.facet, {}).items():
        for id in ids:
            if id in found:
                found[id].append(value)
    if spec.id == "pais":
        return {id: _with_regions(site, values) for id, values in found.items()}
    return found


def _with_regions(site: Site, countries: Iterable[str]) -> list[str]:
    """Countries and their subregions."""
    found = list(countries)
    regions = {site.extra("countries", id, "subregion") for id in found}
    return found + [f"{REGION}{id}" for id in sorted(regions) if id and id != "regional"]


def _months(site: Site, case: str) -> Decimal | None:
    payback = site.catalog.payback.get(case)
    return payback.months if payback else None


def _bin(months: Decimal | None) -> str:
    if months is None:
        return UNKNOWN
    if months < YEAR:
        return "menos-de-1"
    return "de-1-a-3" if months <= 3 * YEAR else "mas-de-3"


def _of_practice(
    site: Site, spec: _Spec, practice: Practice, of_cases: Mapping[str, list[str]]
) -> tuple[str, ...]:
    """What the practice says itself; country, size, outcome... are those of its cases."""
    applied = site.catalog.cases_by_practice.get(practice.id, ())
    inherited = {value for case in applied for value in of_cases.get(case, ())}
    own: dict[str, Callable[[], Iterable[str]]] = {
        "tipo": lambda: [PRACTICE],
        "nivel": lambda: practice.levels,
        "recurso": lambda: practice.resource,
        "instrumento": lambda: practice.instruments,
        "sector": lambda: {*_broad(site, practice.sectors), *inherited},
    }
    values = own.get(spec.id, lambda: inherited)()
    if spec.id == "cifras":
        return ("yes",) if "yes" in set(values) else ("no",)
    known = [value for value in values if value != UNKNOWN]
    return tuple(sorted(known)) or ("unknown" if spec.id == "resultado" else UNKNOWN,)


def _broad(site: Site, sectors: Iterable[str]) -> Iterator[str]:
    terms = site.vocabulary("sectors")
    for id in sectors:
        seen: set[str] = set()
        while id and id not in seen:
            seen.add(id)
            yield id
            term = terms.get(id)
            id = term.broader if term else ""


def filtered(chosen: Mapping[str, str]) -> str:
    """Address of the explorer with these terms chosen: segment of its address by vocabulary."""
    names = {spec.vocabulary: spec.id for spec in SPECS}
    query = "&".join(f"{names[vocabulary]}={segment}" for vocabulary, segment in chosen.items())
    return f"{links.EXPLORE}?{query}" if query else links.EXPLORE


# -- in which order values are shown ----------------------------------------------------


def _values(site: Site, spec: _Spec, counts: Mapping[str, int]) -> Iterator[Value]:
    if spec.id in FIXED:
        yield from (Value(id, SLUGS.get(id, id), label) for id, label in FIXED[spec.id])
        return
    terms = [t for t in site.vocabulary(spec.vocabulary) if t.id in counts or spec.whole]
    if spec.id == "pais":
        yield from _by_region(site, terms)
    elif spec.id == SECTOR:
        yield from _tree(terms, counts)
    else:
        yield from (_value(spec, term) for term in _ordered(spec, terms, counts))
    if UNKNOWN in counts or spec.id == "tamano":
        yield Value(UNKNOWN, SLUGS[UNKNOWN], NO_DATA)


def _ordered(spec: _Spec, terms: list[Term], counts: Mapping[str, int]) -> list[Term]:
    """Resources and instruments by number of entries; scales keep the order of the vocabulary."""
    if spec.id not in ("recurso", "instrumento"):
        return terms
    return sorted(terms, key=lambda t: (-counts.get(t.id, 0), links.slug(t.name)))


def _value(spec: _Spec, term: Term, parent: str = "") -> Value:
    label = term.name
    if spec.id == "verificacion":
        label = f"{term.id} {term.extra.get('short') or term.name}"
    icon = term.id if spec.id in ("recurso", "nivel") else ""
    slug = term.id.lower() if spec.id == "verificacion" else links.term_slug(term)
    return Value(term.id, slug, label, icon, parent)


def _tree(terms: list[Term], counts: Mapping[str, int]) -> Iterator[Value]:
    """Broader terms by number of entries, each followed by its narrower ones."""
    known = {term.id for term in terms}
    order = sorted(terms, key=lambda t: (-counts[t.id], links.slug(t.name)))

    def below(parent: str) -> Iterator[Value]:
        for term in order:
            if (term.broader if term.broader in known else "") == parent:
                yield Value(term.id, links.term_slug(term), term.name, parent=parent)
                yield from below(term.id)

    return below("")


def _by_region(site: Site, terms: list[Term]) -> Iterator[Value]:
    """Subregions in the order of their vocabulary, each followed by its countries by name."""
    by_name = sorted(terms, key=lambda t: links.slug(t.name))
    regions = [t for t in site.vocabulary("subregions") if t.id != "regional"]
    for region in regions:
        inside = [t for t in by_name if t.extra.get("subregion") == region.id]
        if inside:
            id = f"{REGION}{region.id}"
            yield Value(id, links.term_slug(region), region.name)
            yield from (Value(t.id, links.term_slug(t), t.name, parent=id) for t in inside)
    grouped = {region.id for region in regions}
    for term in by_name:
        if term.extra.get("subregion") not in grouped:
            yield Value(term.id, links.term_slug(term), term.name)
