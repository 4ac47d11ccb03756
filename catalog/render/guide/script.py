"""Choices of the guide and helpers of every country, as one classic script."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from catalog.render import links
from catalog.render.explore.script import Json, script
from catalog.render.guide.advice import places, worries
from catalog.render.guide.helpers import helpers
from catalog.render.site import Site

DATA = "datos/guia.js"


def files(site: Site) -> Iterator[tuple[str, str]]:
    """The script by its path from the root of the site."""
    yield DATA, script("catalogoGuia", data(site))


def data(site: Site) -> dict[str, Json]:
    """Sectors with the worries that have a page, sizes, countries, and who helps in each."""
    slugs = {worry: slug for worry, slug, _ in worries(site)}
    names: dict[str, str] = {}
    answers: dict[str, list[str]] = {}
    for place in chain.from_iterable(places(site).values()):
        slug = links.term_slug(place.sector)
        names[slug] = place.sector.name
        answers.setdefault(slug, []).append(slugs[place.worry])
    countries = [t for t in site.term_pages["countries"] if site.facet("countries", t.id)]
    by_name = sorted(countries, key=lambda t: links.slug(t.name))
    return {
        "sectors": [
            [slug, names[slug], answers[slug]]
            for slug in sorted(names, key=lambda s: links.slug(names[s]))
        ],
        "worries": [[slug, label] for _, slug, label in worries(site)],
        "sizes": [[t.id, links.term_slug(t), t.name] for t in site.vocabulary("sizes")],
        "countries": [[links.term_slug(t), t.name] for t in by_name],
        "helpers": {
            links.term_slug(t): [
                [h.id, h.name, h.words] for h in helpers(site, site.facet("countries", t.id))
            ]
            for t in by_name
        },
    }
