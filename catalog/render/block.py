"""The result block on top of a sheet, and the table of what did not fit in it."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.model import Derived, Economics, Result
from catalog.render import dates, format
from catalog.render.figures import UNKNOWN, Figures, is_reduction
from catalog.render.view import Bar, Fig, Row, Table

MOST_FIGURES = 3


@dataclass(frozen=True, slots=True)
class Block:
    """The result block on top of a case sheet and the table of what did not fit."""

    figs: tuple[Fig, ...] = ()
    bars: tuple[Bar, ...] = ()
    shares: tuple[Bar, ...] = ()
    shares_of: str = ""
    key: str = ""
    tables: tuple[Table, ...] = ()
    remarks: tuple[Row, ...] = ()

    @property
    def empty(self) -> bool:
        """True when there is nothing to put on top."""
        return not (self.figs or self.bars or self.shares)


def block(figures: Figures) -> Block:
    """What the sheet shows of the figures of a case."""
    bars = figures.reductions()
    shares = figures.shares() if not bars else []
    hot, used = _hot(figures)
    figs = [hot] if hot else []
    figs += _economy(figures)
    free = [d for d in figures.levels() if d not in (*bars, *shares, *used)]
    for d in free[: max(0, MOST_FIGURES - len(figs))]:
        if figures.directed(d.result) or d.result.unit != "%":
            figs.append(figures.result_fig(d))
            used.append(d)
    told = [*bars, *shares, *(d for d in used if d not in shares)]
    return Block(
        figs=(*figs, *_missing(figures, figs)),
        bars=tuple(_bar(figures, d, bars) for d in bars),
        shares=tuple(_share_bar(figures, d) for d in shares),
        shares_of=_shares_of(figures, shares),
        key=_key(figures, bars),
        tables=_tables(figures, [d for d in figures.derived if d not in told]),
        remarks=tuple(row for d in told if (row := _row(figures, d)).remarks or row.warning),
    )


def _hot(figures: Figures) -> tuple[Fig | None, list[Derived]]:
    """The one warm figure: the end of it when abandoned, else payback, else a percentage."""
    if figures.case.outcome == "discontinued":
        word = figures.site.label("outcomes", "discontinued")
        return Fig("Cómo terminó", word=word, hot=True), []
    paid = figures.payback_fig()
    if paid:
        return paid, []
    best = figures.best()
    if best:
        # A reduction already stands as a bar; only what has no bar counts as told.
        return figures.result_fig(best, hot=True), [] if is_reduction(best) else [best]
    share = figures.share()
    return (figures.result_fig(share, hot=True), [share]) if share else (None, [])


def _economy(figures: Figures) -> list[Fig]:
    economics = figures.case.economics
    found = [
        figures.payback_fig() if figures.case.outcome == "discontinued" else None,
        figures.money_fig("Inversión", economics.investment),
        figures.money_fig(_saving_label(economics), economics.annual_saving),
        figures.money_fig("Costo de operación", economics.operating_cost),
    ]
    return [Fig(f.label, f.figure, basis=f.basis, refs=f.refs) for f in found if f]


def _saving_label(economics: Economics) -> str:
    """«Ahorro» alone when the amount says by itself for which time or product it is."""
    saving = economics.annual_saving
    return (
        "Ahorro"
        if saving and (saving.per not in ("", "year") or saving.per_of)
        else "Ahorro por año"
    )


def _missing(figures: Figures, figs: list[Fig]) -> list[Fig]:
    """Say that money is unknown: an owner looks for it first."""
    economics = figures.case.economics
    if figures.case.level != "enterprise" or economics.investment or economics.annual_saving:
        return []
    if not figs or len(figs) >= MOST_FIGURES:
        return []
    return [Fig("Inversión y ahorro", basis="la fuente no los da")]


def _bar(figures: Figures, d: Derived, all_bars: list[Derived]) -> Bar:
    result = d.result
    assert d.percent is not None
    names = [figures.short_name(other.result) for other in all_bars]
    name = figures.short_name(result)
    one_voice = len({(o.result.basis, o.result.source) for o in all_bars}) == 1
    words = _moved(figures, d)
    if not one_voice:
        words.append(figures.basis(result.basis))
    return Bar(
        label=name if names.count(name) == 1 else figures.name(result),
        width=round(100 + d.percent.central),
        percent=figures.percent(d).text,
        detail=" · ".join(words),
        resource=figures.site.extra("indicators", result.indicator, "resource"),
        refs=() if one_voice else figures.refs(result.source),
    )


def _moved(figures: Figures, d: Derived) -> list[str]:
    """«−555 m³/año», «de ≈ 4000 a 3400»."""
    words = []
    if d.change is not None:
        words.append(figures.measured(d.result, d.change, computed="change" in d.computed).text)
    if d.baseline is not None and d.after is not None:
        words.append(_from_to(figures, d, bare=d.change is not None))
    if d.change is None and d.result.percent_of and d.result.percent_of != UNKNOWN:
        words.append(f"de {d.result.percent_of}")
    return words


def _from_to(figures: Figures, d: Derived, *, bare: bool) -> str:
    assert d.baseline is not None
    assert d.after is not None
    ends = (("baseline", d.baseline), ("after", d.after))
    about = "≈ " if d.computed & {"baseline", "after"} else ""
    first, last = (format.quantity(q) for _, q in ends)
    tail = (
        ""
        if bare
        else format.unit_text(
            figures.units, d.result.unit, d.result.per, d.result.per_of, of=d.after
        )
    )
    return f"de {about}{first.text} a {last.text}{format.HARD if tail else ''}{tail}"


def _key(figures: Figures, bars: list[Derived]) -> str:
    """Where the figures of the bars come from, said once when it is the same for all."""
    if not bars:
        return ""
    words = []
    voices = {(d.result.basis, d.result.source) for d in bars}
    if len(voices) == 1:
        basis, source = voices.pop()
        numbers = "".join(f" [{n}]" for n in figures.refs(source))
        words.append(f"Base de las cifras: {figures.basis(basis)}{numbers}.")
    if any(d.computed for d in bars):
        words.append("«≈»: calculado por el catálogo con los datos de la fuente.")
    return " ".join(words)


def _shares_of(figures: Figures, shares: list[Derived]) -> str:
    """The indicator when all bars are of the same."""
    names = {figures.site.label("indicators", d.result.indicator) for d in shares}
    return names.pop() if len(names) == 1 else "Proporciones"


def _share_bar(figures: Figures, d: Derived) -> Bar:
    assert d.result.value is not None
    value = d.result.value
    detail = d.result.percent_of if d.result.percent_of != UNKNOWN else ""
    return Bar(
        label=format.capital(d.result.label or d.result.of or figures.name(d.result)),
        width=round(value.central),
        percent=format.quantity(value, "%").text,
        detail=f"de {detail}" if detail else figures.basis(d.result.basis),
        refs=figures.refs(d.result.source),
    )


def _tables(figures: Figures, rest: list[Derived]) -> tuple[Table, ...]:
    groups: dict[str, list[Row]] = {}
    for d in rest:
        group = figures.site.extra("indicators", d.result.indicator, "group") or "other"
        groups.setdefault(group, []).append(_row(figures, d))
    names = GROUPS | {group: group for group in groups if group not in GROUPS}
    tables = [Table(name, tuple(groups[id])) for id, name in names.items() if id in groups]
    if figures.context:
        tables.append(Table(CONTEXT, tuple(_row(figures, d) for d in figures.context)))
    return tuple(tables)


CONTEXT = "Para situar el caso (no son resultados)"
GROUPS = {
    "water": "Agua",
    "energy": "Energía",
    "materials": "Materiales",
    "chemicals": "Químicos",
    "waste": "Residuos",
    "emissions": "Emisiones y vertidos",
    "biodiversity": "Suelo y biodiversidad",
    "production": "Producción",
    "economy": "Dinero",
    "reach": "Alcance",
    "other": "Otras",
}
"""Headings of the groups of indicators, in the order of the tables."""


def _row(figures: Figures, d: Derived) -> Row:
    result = d.result
    return Row(
        label=figures.name(result),
        value=" · ".join(_values(figures, d)),
        basis=figures.basis(result.basis),
        refs=figures.refs(result.source),
        remarks=tuple(_remarks(result)),
        warning=d.contradiction.text if d.contradiction else "",
    )


def _values(figures: Figures, d: Derived) -> list[str]:
    words = []
    if d.result.value is not None:
        words.append(figures.measured(d.result, d.result.value).text)
    if d.percent is not None:
        words.append(figures.percent(d).text)
    if d.change is not None:
        words.append(figures.measured(d.result, d.change, computed="change" in d.computed).text)
    if d.baseline is not None and d.after is not None:
        words.append(_from_to(figures, d, bare=d.change is not None))
    else:
        ends = (("antes", d.baseline), ("después", d.after))
        words += [f"{name}: {figures.measured(d.result, q).text}" for name, q in ends if q]
    return words


def _remarks(result: Result) -> list[str]:
    words = []
    if result.of and result.label and result.of.lower() != result.label.lower():
        words.append(format.capital(result.of))
    if result.percent_of == UNKNOWN:
        words.append("La fuente no dice de qué es el porcentaje")
    elif result.percent_of:
        words.append(f"Porcentaje de: {result.percent_of}")
    if result.scope:
        words.append(f"Alcance: {result.scope}")
    if result.n:
        words.append(f"n = {format.number(result.n)}")
    if result.period is not None and result.period.known:
        words.append(format.capital(dates.period(result.period)))
    if result.note:
        words.append(result.note)
    return words
