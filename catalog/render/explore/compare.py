"""Figures of cases laid side by side: by indicator, as printed and in the canonical unit."""

from __future__ import annotations

from decimal import Decimal

from catalog.arithmetic import round_to
from catalog.model import Case, Derived, Quantity
from catalog.render import dates, format
from catalog.render.figures import Figures
from catalog.render.format import Figure
from catalog.render.site import Site
from catalog.render.view import Fig

DIGITS = 3
"""Significant digits of a figure that the build converts."""

Json = object


def indicators(site: Site) -> list[list[str]]:
    """Id, label and unit of the indicators that a case has, in the order of the vocabulary."""
    used = {result.indicator for case in site.cases.values() for result in case.reached}
    return [
        [term.id, term.name, _unit(site, term.id)]
        for term in site.vocabulary("indicators")
        if term.id in used
    ]


def _unit(site: Site, indicator: str) -> str:
    """Symbol of the canonical unit; money is never converted, so it has none."""
    units, unit = site.vocabulary("units"), site.extra("indicators", indicator, "unit")
    return "" if format.is_money(units, unit) else format.symbol(units, unit)


def figures(site: Site, case: Case) -> dict[str, Json]:
    """Figures of a case: facts as [name, value], money as [name, value, basis], results as rows."""
    own = Figures(site, case)
    return {
        "facts": _facts(site, case),
        "money": [[fig.label, fig.figure.text, fig.basis] for fig in _money(own) if fig.figure],
        "results": [_result(own, item) for item in own.derived],
    }


def _facts(site: Site, case: Case) -> list[list[str]]:
    def labels(vocabulary: str, ids: tuple[str, ...]) -> str:
        return ", ".join(site.labels(vocabulary, ids))

    return [
        ["Lugar", site.place(case)],
        ["Sector", labels("sectors", case.sector)],
        ["Período", dates.period(case.period)],
        ["Tamaño", site.label("sizes", case.size) if case.size else dates.NO_DATA],
        ["Qué pasó", site.label("outcomes", case.outcome)],
        ["Verificación", f"{case.verification} {site.verification(case.verification).words}"],
        ["Leído", site.label("readings", case.source_read)],
        ["Prácticas", "; ".join(_practices(site, case)) or dates.NO_DATA],
    ]


def _practices(site: Site, case: Case) -> list[str]:
    known = site.catalog.practices
    return [known[id].title for id in case.practices if id in known]


def _money(own: Figures) -> list[Fig]:
    economics = own.case.economics
    roi = own.payback.roi_percent
    percent = Figure(format.number(Decimal(f"{roi.normalize():f}")), "%") if roi else None
    found = [
        own.payback_fig(),
        Fig("Retorno por año", percent, basis="proyectado" if own.payback.projected else ""),
        own.money_fig("Inversión", economics.investment),
        own.money_fig("Ahorro", economics.annual_saving),
        own.money_fig("Costo de operación", economics.operating_cost),
    ]
    named = [fig for fig in found if fig]
    first = named[0]
    return (
        [Fig("Recuperación", first.figure, basis=_verb(first)), *named[1:]] if found[0] else named
    )


def _verb(fig: Fig) -> str:
    """«se pagaría en; proyectado»: whether it happened stays beside the number."""
    return "; ".join(part for part in (fig.label.removeprefix("La inversión "), fig.basis) if part)


def _result(own: Figures, item: Derived) -> list[Json]:
    """Indicator, name, as printed, in the canonical unit, percent, basis; empty texts allowed."""
    result = item.result
    percent = float(item.percent.central) if item.percent is not None else None
    words = [own.basis(result.basis), result.scope, dates.years(result.period)]
    return [
        result.indicator,
        own.name(result),
        printed(own, item),
        canonical(own, item),
        percent,
        ", ".join(word for word in words if word),
    ]


def printed(own: Figures, item: Derived) -> str:
    """«de 3964 a 3409 m³/año; −14 %»: what the source prints, then what follows from it («≈»)."""
    result, words = item.result, []
    if result.value is not None:
        words.append(own.measured(result, result.value).text)
    if item.change is not None and ("change" not in item.computed or not _ends_printed(item)):
        words.append(_quantity(own, item, "change").text)
    if item.baseline is not None and item.after is not None:
        ends = [_quantity(own, item, name).text for name in ("baseline", "after")]
        words.append(f"de {ends[0]} a {ends[1]}")
    elif item.baseline is not None:
        words.append(f"antes {_quantity(own, item, 'baseline').text}")
    elif item.after is not None:
        words.append(f"después {_quantity(own, item, 'after').text}")
    if item.percent is not None:
        words.append(own.percent(item).text)
    return "; ".join(words)


def _ends_printed(item: Derived) -> bool:
    """True when the source gives the quantity before or after by itself."""
    ends = {"baseline"} if item.baseline is not None else set()
    ends |= {"after"} if item.after is not None else set()
    return bool(ends - item.computed)


def _quantity(own: Figures, item: Derived, name: str) -> Figure:
    found: Quantity = getattr(item, name)
    return own.measured(item.result, found, computed=name in item.computed)


def canonical(own: Figures, item: Derived) -> str:
    """The change or the level in the unit of the indicator, where the source prints another."""
    result = item.result
    moved = item.canonical_value if result.value is not None else item.canonical_change
    money = format.is_money(own.units, item.canonical_unit)
    if moved is None or money or item.canonical_unit in ("", result.unit):
        return ""
    short = round_to(moved, DIGITS)
    of = Quantity(value=short)
    unit = format.unit_text(own.units, item.canonical_unit, result.per, result.per_of, of=of)
    return Figure(format.number(short), unit, bound="≈").text
