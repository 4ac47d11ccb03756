"""The figures of a case as a small data set."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Case, Derived, Kind, Quantity
from catalog.render import links
from catalog.render.figures import Figures
from catalog.render.jsonld.shared import Node, filled, publisher
from catalog.render.site import Site


def figures(site: Site, entry: Case) -> Node | None:
    """The figures of a case as a small data set."""
    found = Figures(site, entry).derived
    variables = [node for item in found for node in _variables(site, item)]
    if not variables:
        return None
    return {
        "@type": "Dataset",
        "name": f"Cifras de «{entry.title}»",
        "description": f"Cifras que las fuentes dan de este caso. {entry.summary}",
        "license": str(site.settings.extra.get("license_url") or ""),
        "creator": publisher(site),
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
            yield filled({**head, **_amount(quantity), "unitText": words})


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
