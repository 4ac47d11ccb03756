"""What a page is about, for search engines and other machines: schema.org as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from catalog.citation import Version, version
from catalog.model import (
    Case,
    Derived,
    Kind,
    Name,
    OrganizationEntry,
    Period,
    Practice,
    Quantity,
    SourceEntry,
    Term,
)
from catalog.render import links
from catalog.render.site import Site

Node = dict[str, object]
CONTEXT = "https://schema.org"
DOI = "https://doi.org/"
MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
}
SOURCE_TYPES = {
    "report": "Report", "book": "Book", "chapter": "Chapter", "thesis": "Thesis",
    "article-journal": "ScholarlyArticle", "article-newspaper": "NewsArticle",
    "article-magazine": "Article", "dataset": "Dataset", "legislation": "Legislation",
    "webpage": "WebPage", "paper-conference": "ScholarlyArticle",
}  # fmt: skip


def text(node: Node) -> str:
    """The node as one line that no ``</script>`` or comment can close.

    The theme escapes ``<`` as well; doing it here keeps the promise whoever prints it.
    """
    found = json.dumps({"@context": CONTEXT, **node}, ensure_ascii=False, sort_keys=True)
    for sign in "<>&\u2028\u2029":
        found = found.replace(sign, f"\\u{ord(sign):04x}")
    return found


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def _publisher(site: Site) -> Node:
    return _filled(
        {"@type": "Organization", "name": site.settings.site_name, "url": site.settings.site_url}
    )


def _work(site: Site, kind: Kind, entry: Case | Practice) -> Node:
    """What every entry of the catalog says of itself."""
    found = version(entry)
    address = site.public(links.entry(kind, entry.id))
    return {
        "@id": address,
        "url": address,
        "description": entry.summary,
        "inLanguage": entry.language,
        "license": str(site.settings.extra.get("license_url") or ""),
        "isAccessibleForFree": True,
        "publisher": _publisher(site),
        "author": _publisher(site),
        "version": found.hash,
        "dateModified": str(found.date or ""),
    }


def term(site: Site, vocabulary: str, id: str) -> Node:
    """A term of a vocabulary."""
    address = site.term_address(vocabulary, id)
    return _filled(
        {
            "@type": "DefinedTerm",
            "name": site.label(vocabulary, id),
            "termCode": id,
            "url": site.public(address) if address else "",
        }
    )


def case(site: Site, entry: Case) -> str:
    """A case as a Report about its sector, resources and practices."""
    about = [term(site, "sectors", id) for id in entry.sector]
    about += [term(site, "resources", id) for id in entry.resource]
    about += [_practice_link(site, id) for id in entry.practices if id in site.catalog.practices]
    node = {
        **_work(site, Kind.CASE, entry),
        "@type": "Report",
        "headline": entry.title,
        "name": entry.title,
        "about": about,
        "spatialCoverage": [_country(site, id) for id in entry.country],
        "temporalCoverage": interval(entry.period),
        "citation": [_source(site, s.id) for s in entry.sources if s.id in site.catalog.sources],
        "hasPart": _figures(site, entry),
    }
    return text(_filled(node))


def _practice_link(site: Site, id: str) -> Node:
    address = site.public(links.entry(Kind.PRACTICE, id))
    return {"@type": "HowTo", "@id": address, "name": site.catalog.practices[id].title}


def _country(site: Site, id: str) -> Node:
    return {"@type": "Place", "name": site.label("countries", id)}


def interval(period: Period) -> str:
    """ISO 8601; open ends as «..», nothing when unknown."""
    return str(period) if period.known else ""


def _source(site: Site, id: str) -> Node:
    return source_node(site, site.catalog.sources[id], short=True)


def _figures(site: Site, entry: Case) -> Node | None:
    """The figures of a case as a small data set."""
    found = site.catalog.derived.get(entry.id, ())
    variables = [node for item in found for node in _variables(site, item)]
    if not variables:
        return None
    return {
        "@type": "Dataset",
        "name": f"Cifras de «{entry.title}»",
        "description": f"Cifras que las fuentes dan de este caso. {entry.summary}",
        "license": str(site.settings.extra.get("license_url") or ""),
        "creator": _publisher(site),
        "url": site.public(f"{links.DATA}v1/{links.FOLDERS[Kind.CASE]}/{entry.id}.json"),
        "variableMeasured": variables,
    }


def _variables(site: Site, item: Derived) -> Iterator[Node]:
    """One property for each quantity that the source prints of a figure."""
    result = item.result
    label = result.label or site.label("indicators", result.indicator)
    name = f"{label}: {result.of}" if result.of else label
    unit = site.extra("units", result.unit, "symbol") or site.label("units", result.unit)
    per = f"/{site.label('units', result.per)}" if result.per else ""
    quantities = {
        "antes": (result.baseline, f"{unit}{per}"),
        "después": (result.after, f"{unit}{per}"),
        "cambio": (result.change, f"{unit}{per}"),
        "cambio porcentual": (result.percent, "%"),
        "": (result.value, f"{unit}{per}"),
    }
    for what, (quantity, words) in quantities.items():
        if quantity is not None:
            head = {"@type": "PropertyValue", "name": f"{name} ({what})" if what else name}
            yield _filled({**head, **_amount(quantity), "unitText": words})


def _amount(quantity: Quantity) -> Node:
    if quantity.value is not None:
        return {"value": float(quantity.value)}
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low > high:
        low, high = high, low
    if (low or high or 0) < 0 and (low is None or high is None):
        low, high = high, low  # bounds of reductions compare magnitudes
    return {
        name: float(bound)
        for name, bound in (("minValue", low), ("maxValue", high))
        if bound is not None
    }


def practice(site: Site, entry: Practice) -> str:
    """A practice: instructions when it has steps, else a term that is defined."""
    common = _work(site, Kind.PRACTICE, entry)
    terms = [term(site, "sectors", id) for id in entry.sectors]
    terms += [term(site, "resources", id) for id in entry.resource]
    cited = dict.fromkeys(s.source for s in entry.supported_by)
    if entry.steps:
        steps = [
            {"@type": "HowToStep", "position": n, "text": step}
            for n, step in enumerate(entry.steps, 1)
        ]
        node = {**common, "@type": "HowTo", "name": entry.title, "step": steps, "about": terms}
        node["citation"] = [_source(site, id) for id in cited if id in site.catalog.sources]
        return text(_filled(node))
    defined: Node = {
        "@type": "DefinedTerm",
        "@id": common["@id"],
        "url": common["url"],
        "name": entry.title,
        "description": entry.summary,
        "alternateName": [word.text for word in entry.aliases],
        "inDefinedTermSet": site.public("practicas/"),
    }
    return text(_filled(defined))


def organization(site: Site, entry: OrganizationEntry) -> str:
    """An organization that entries name."""
    address = site.public(links.entry(Kind.ORGANIZATION, entry.id))
    names = [*entry.former_names, entry.acronym, *(alias.text for alias in entry.aliases)]
    node: Node = {
        "@type": "Organization",
        "@id": address,
        "name": entry.name,
        "alternateName": [name for name in dict.fromkeys(names) if name],
        "description": entry.summary,
        "url": entry.url or address,
        "areaServed": [_country(site, id) for id in entry.country],
    }
    return text(_filled(node))


def source(site: Site, entry: SourceEntry) -> str:
    """A document."""
    return text(source_node(site, entry))


def source_node(site: Site, entry: SourceEntry, *, short: bool = False) -> Node:
    """A document; ``short`` where it is only cited."""
    date = entry.issued.start or entry.issued.end
    node: Node = {
        "@type": SOURCE_TYPES.get(entry.type, "CreativeWork"),
        "@id": site.public(links.entry(Kind.SOURCE, entry.id)),
        "name": entry.title,
        "url": f"{DOI}{entry.DOI}" if entry.DOI else entry.URL,
    }
    if not short:
        node |= {
            "author": [_person(name) for name in entry.author],
            "datePublished": str(date or ""),
            "publisher": {"@type": "Organization", "name": entry.publisher}
            if entry.publisher
            else None,
            "inLanguage": entry.language,
            "description": entry.summary,
        }
    return _filled(node)


def _person(name: Name) -> Node:
    if name.literal or not name.given:
        return {"@type": "Organization", "name": name.literal or name.family}
    return {
        "@type": "Person",
        "name": name.text,
        "givenName": name.given,
        "familyName": name.family,
    }


def term_set(site: Site, name: str, address: str, found: Iterable[tuple[Term, str]]) -> str:
    """A vocabulary with the address of each term."""
    terms = [
        _filled(
            {
                "@type": "DefinedTerm",
                "name": term.name,
                "description": term.definition,
                "termCode": term.id,
                "url": site.public(to),
            }
        )
        for term, to in found
    ]
    public = site.public(address)
    return text(
        {
            "@type": "DefinedTermSet",
            "@id": public,
            "url": public,
            "name": name,
            "hasDefinedTerm": terms,
        }
    )


def dataset(site: Site, stamp: Version, files: Iterable[tuple[str, str]]) -> str:
    """The catalog as data, with its files."""
    address = site.public(links.DATA)
    settings = site.settings
    node = {
        "@type": "Dataset",
        "@id": address,
        "url": address,
        "name": settings.site_name,
        "description": settings.description or settings.site_name,
        "license": str(settings.extra.get("license_url") or ""),
        "creator": _publisher(site),
        "isAccessibleForFree": True,
        "inLanguage": "es",
        "version": str(stamp),
        "dateModified": str(stamp.date or ""),
        "keywords": ["producción más limpia", "América Latina y el Caribe", "casos", "prácticas"],
        "spatialCoverage": {"@type": "Place", "name": "América Latina y el Caribe"},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "contentUrl": site.public(path),
                "encodingFormat": MEDIA[path.rpartition(".")[2]],
            }
            for path, name in files
        ],
    }
    return text(_filled(node))
