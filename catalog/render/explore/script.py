"""The scripts of data: what every visit of the explorer needs, texts of cards, and figures.

Classic scripts that set one global each, so that they load from a folder (``file://``) and under
``script-src 'self'``. Rows instead of objects, because names repeated 10,000 times weigh. The rows
that every visit needs have what filters and orders look at; what a card says, and what a comparison
adds, stands in blocks, of which a list fetches those of its cards.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from catalog.render.explore.blocks import Group, blocks
from catalog.render.explore.compare import figures, indicators
from catalog.render.explore.facets import CASE, PRACTICE, SECTOR, Facet, facets
from catalog.render.explore.items import Item, items
from catalog.render.site import Site
from catalog.render.typeset import typeset_text
from catalog.render.view import Fig

DATA = "datos/explorar.js"
INDICATORS = "datos/explorar-indicadores.js"
FOLDER = "datos/explorar/"
FIRST_BLOCK = f"{FOLDER}fichas-0.js"
FIELDS = (
    "kind", "id", "payback", "projected", "investment", "currency", "saving", "planned", "year",
    "step", "values", "block",
)  # fmt: skip
TEXTS = ("title", "summary", "facts", "figure", "badge", "words")
"""What the blocks say of an entry; entries of a block stand in the order of the rows."""
DIGITS = Decimal("0.01")

Json = object


@dataclass(frozen=True, slots=True)
class Data:
    """``core`` has facets and a row for each entry; ``texts`` and ``figures`` come in blocks.

    Practices have no figures; a block without cases is ``None``. ``members`` has for each block a
    hash of its entries: blocks set a global with that name and are asked for by it, so that no page
    and no cache takes a block of other entries, and a block changes only when one of its own does.
    """

    core: dict[str, Json]
    texts: list[list[Json]]
    figures: list[list[Json] | None]
    members: list[str]


def files(site: Site) -> Iterator[tuple[str, str]]:
    """The scripts by path from the root of the site."""
    found = data(site)
    yield DATA, script("catalogoExplorar", found.core)
    yield INDICATORS, script("catalogoIndicadores", indicators(site))
    for name, series in (("fichas", found.texts), ("cifras", found.figures)):
        for number, rows in enumerate(series):
            if rows is not None:
                own = f"catalogo_{name}_{found.members[number]}"
                # Spaces stand only in texts here, so those of numbers are found in the whole.
                text = typeset_text(script(own, rows), site.number_spaces)
                yield f"{FOLDER}{name}-{number}.js", text


def script(name: str, value: Json) -> str:
    """``window.name = value;``, without anything that could leave a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for sign, escape in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(sign, escape)
    return f"window.{name}={text};\n"


def data(site: Site) -> Data:
    """The data of the explorer; names of the columns are in ``fields`` and ``texts``."""
    found = facets(site)
    places = [{value.id: n for n, value in enumerate(facet.values)} for facet in found]
    listed = items(site)
    order = blocks(_groups(site, listed, places[[facet.id for facet in found].index(SECTOR)]))
    texts: list[list[Json]] = [[] for _ in range(max(order, default=0) + 1)]
    cases: list[list[Json]] = [[] for _ in texts]
    keys: list[list[str]] = [[] for _ in texts]
    rows = []
    for item, block in zip(listed, order, strict=True):
        rows.append([*_row(item, _places(item, found, places)), block])
        keys[block].append(item.key)
        texts[block].append(_texts(item))
        cases[block].append(figures(site, site.cases[item.id]) if item.kind == CASE else None)
    parted = [block if any(block) else None for block in cases]
    members = [hashlib.sha256(" ".join(block).encode()).hexdigest()[:8] for block in keys]
    core: dict[str, Json] = {
        "site": site.public(""),
        "members": members,
        "folder": FOLDER,
        "fields": FIELDS,
        "texts": TEXTS,
        "facets": [_facet(facet) for facet in found],
        "rows": rows,
    }
    return Data(core, texts, parted, members)


def _groups(site: Site, listed: list[Item], sectors: dict[str, int]) -> list[Group]:
    """Sectors in the order of their filter, where what belongs together stands together."""
    themes = {term.id: n for n, term in enumerate(site.vocabulary("themes"))}
    orders = {CASE: sectors, PRACTICE: themes}
    return [(one.kind, orders[one.kind].get(one.group, len(orders[one.kind]))) for one in listed]


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
        item.kind, item.id, number(item.payback), int(item.projected), number(item.investment),
        item.currency, number(item.saving), int(item.planned), item.year, item.step, values,
    ]  # fmt: skip


def _texts(item: Item) -> list[Json]:
    figure = _figure(item.figure)
    return [item.title, item.summary, item.facts, figure, item.badge, item.words]


def _figure(fig: Fig) -> list[str]:
    """Label, bound, sign before, number, space and unit, word, basis; without trailing empties."""
    figure = fig.figure
    parts = [fig.label, "", "", "", "", fig.word, fig.basis]
    if figure:
        unit = f"{figure.card_gap}{figure.unit}" if figure.unit else ""
        parts[1:5] = [figure.bound, figure.before, figure.number, unit]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return parts


def number(value: Decimal | None) -> float | int | None:
    """A number to sort by; two decimals are enough for that."""
    if value is None:
        return None
    short = value.quantize(DIGITS)
    return int(short) if short == short.to_integral() else float(short)
