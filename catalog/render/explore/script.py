"""The two scripts of data: what every visit of the explorer needs, and what a comparison adds.

Classic scripts that set one global each, so that they load from a folder (``file://``) and under
``script-src 'self'``. Rows instead of objects, because names repeated 10,000 times weigh.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from catalog.render.explore.compare import figures
from catalog.render.explore.facets import Facet, facets
from catalog.render.explore.items import Item, items
from catalog.render.site import Site
from catalog.render.view import Fig

DATA = "datos/explorar.js"
FIGURES = "datos/explorar-cifras.js"
FIELDS = (
    "kind", "id", "title", "summary", "facts", "figure", "badge", "words", "payback", "projected",
    "investment", "currency", "saving", "planned", "year", "step", "values",
)  # fmt: skip
DIGITS = Decimal("0.01")

Json = object


def files(site: Site) -> Iterator[tuple[str, str]]:
    """The scripts by path from the root of the site."""
    yield DATA, script("catalogoExplorar", data(site))
    yield FIGURES, script("catalogoCifras", figures(site))


def script(name: str, value: Json) -> str:
    """``window.name = value;``, without anything that could leave a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for sign, escape in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(sign, escape)
    return f"window.{name}={text};\n"


def data(site: Site) -> dict[str, Json]:
    """Facets with their values, and one row for each entry (names in ``fields``)."""
    found = facets(site)
    places = [{value.id: n for n, value in enumerate(facet.values)} for facet in found]
    return {
        "site": site.public(""),
        "fields": FIELDS,
        "facets": [_facet(facet) for facet in found],
        "rows": [_row(item, _places(item, found, places)) for item in items(site)],
    }


def _facet(facet: Facet) -> dict[str, Json]:
    places = {value.id: n for n, value in enumerate(facet.values)}
    return {
        "id": facet.id,
        "title": facet.title,
        "values": [
            [v.slug, v.label, v.icon, places.get(v.parent, -1) if v.parent else -1]
            for v in facet.values
        ],
    }


def _places(item: Item, found: tuple[Facet, ...], places: list[dict[str, int]]) -> list[list[int]]:
    return [
        sorted(place[value] for value in facet.members[item.key] if value in place)
        for facet, place in zip(found, places, strict=True)
    ]


def _row(item: Item, values: list[list[int]]) -> list[Json]:
    return [
        item.kind, item.id, item.title, item.summary, item.facts, _figure(item.figure), item.badge,
        item.words, number(item.payback), int(item.projected), number(item.investment),
        item.currency, number(item.saving), int(item.planned), item.year, item.step, values,
    ]  # fmt: skip


def _figure(fig: Fig) -> list[str]:
    """Label, bound, sign before, number, unit, word, basis; without trailing empties."""
    figure = fig.figure
    parts = [fig.label, "", "", "", "", fig.word, fig.basis]
    if figure:
        parts[1:5] = [figure.bound, figure.before, figure.number, figure.unit]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return parts


def number(value: Decimal | None) -> float | int | None:
    """A number to sort by; two decimals are enough for that."""
    if value is None:
        return None
    short = value.quantize(DIGITS)
    return int(short) if short == short.to_integral() else float(short)
