"""Which figures of a case are shown, in which order and in which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from catalog.model import Case, Derived, Money, Payback, Quantity, Result
from catalog.render import dates, format
from catalog.render.format import Figure
from catalog.render.site import Site
from catalog.render.view import Bar, Fig, Row, Table

NOT_DONE = {"planned", "not_implemented"}
MOST_BARS = 8
MOST_FIGURES = 3
UNKNOWN = "unknown"
USE = re.compile("^(Consumo|Uso) de ")
SHORT_NAME = 40


@dataclass(frozen=True, slots=True)
class Block:
    """The result block on top of a case sheet and the table of what did not fit."""

    figs: tuple[Fig, ...] = ()
    bars: tuple[Bar, ...] = ()
    shares: tuple[Bar, ...] = ()
    key: str = ""
    tables: tuple[Table, ...] = ()
    remarks: tuple[Row, ...] = ()

    @property
    def empty(self) -> bool:
        """True when there is nothing to put on top."""
        return not (self.figs or self.bars or self.shares)


class Figures:
    """The figures of one case."""

    def __init__(self, site: Site, case: Case) -> None:
        self.site = site
        self.case = case
        self.units = site.vocabulary("units")
        self.derived = site.catalog.derived.get(case.id, ())
        self.payback = site.catalog.payback.get(case.id, Payback())
        self._numbers = {source.id: n for n, source in enumerate(case.sources, 1)}

    # -- small parts ------------------------------------------------------------------

    def refs(self, *sources: str) -> tuple[int, ...]:
        """Numbers of sources in the list of the sheet."""
        return tuple(sorted({self._numbers[id] for id in sources if id in self._numbers}))

    def basis(self, id: str) -> str:
        """«declarado», «medido»..."""
        return format.lower(self.site.label("bases", id)) if id else ""

    def name(self, result: Result) -> str:
        """What was measured: the author's label, else the indicator with its object."""
        if result.label:
            return format.capital(result.label)
        label = self.site.label("indicators", result.indicator)
        if not result.of:
            return label
        if result.indicator.startswith("other_"):
            return format.capital(result.of)
        return f"{label}: {result.of}"

    def short_name(self, result: Result) -> str:
        """A name that fits beside a bar: «Sal común», «Agua»."""
        if result.label:
            return format.capital(result.label)
        label = self.site.label("indicators", result.indicator)
        kind = self.site.extra("indicators", result.indicator, "kind")
        if result.of and len(result.of) <= SHORT_NAME and kind in ("use", "output"):
            return format.capital(result.of)
        return format.capital(USE.sub("", label))

    def measured(self, result: Result, q: Quantity, *, computed: bool = False) -> Figure:
        """A quantity of a result in its unit."""
        return format.measured(
            self.units, q, result.unit, result.per, result.per_of, computed=computed
        )

    def percent(self, d: Derived) -> Figure:
        """The change in percent, with a plus where it grew."""
        assert d.percent is not None
        figure = format.quantity(d.percent, "%", computed="percent" in d.computed)
        if d.percent.central > 0:
            return Figure(f"+{figure.number}", "%", bound=figure.bound)
        return figure

    # -- what is on top ---------------------------------------------------------------

    def best(self) -> Derived | None:
        """The largest improvement in percent."""
        found = [d for d in self.derived if d.percent and (d.saving_percent or 0) > 0]
        return max(found, key=lambda d: d.saving_percent or Decimal(0), default=None)

    def share(self) -> Derived | None:
        """The first result that is a share of something."""
        return next((d for d in self.derived if _is_share(d.result)), None)

    def level(self) -> Derived | None:
        """The first result with a value or a change in its own unit."""
        return next((d for d in self.derived if d.result.value or d.change), None)

    def reductions(self) -> list[Derived]:
        """Results drawn as bars: less of something of which less is better."""
        found = [d for d in self.derived if _is_reduction(d)]
        return sorted(found, key=lambda d: d.percent.central if d.percent else Decimal(0))[
            :MOST_BARS
        ]

    def shares(self) -> list[Derived]:
        """Shares of the same indicator, when two or more can be compared."""
        found = [d for d in self.derived if _is_share(d.result)]
        counts = [d.result.indicator for d in found]
        return [d for d in found if counts.count(d.result.indicator) > 1][:MOST_BARS]

    def payback_fig(self, *, short: bool = False) -> Fig | None:
        """«La inversión se pagó en 1,3 meses»."""
        if self.payback.months is None:
            return None
        projected = self.payback.projected
        verb = "se pagaría en" if projected else "se pagó en"
        reported = self.case.economics.reported_payback_months
        refs = self.refs(reported.source) if reported and not self.payback.computed else ()
        return Fig(
            format.capital(verb) if short else f"La inversión {verb}",
            format.payback(self.payback.months, self.payback.bound),
            basis=self._payback_basis(short),
            refs=() if short else refs,
            hot=True,
        )

    def _payback_basis(self, short: bool) -> str:
        words = []
        if self.payback.projected:
            words.append("proyectado")
        if self.case.outcome in NOT_DONE:
            words.append("no aplicado")
        if not short:
            source = (
                f"calculado: {self.payback.formula}" if self.payback.computed else "según la fuente"
            )
            words.append(source)
        return ", ".join(words)

    def money_fig(self, label: str, amount: Money | None) -> Fig | None:
        """Investment or saving, with year, basis and source."""
        if amount is None:
            return None
        words = [f"de {amount.year}" if amount.year else "", self.basis(amount.basis), amount.scope]
        basis = ", ".join(word for word in words if word) or "según la fuente"
        return Fig(
            label, format.money(self.units, amount), basis=basis, refs=self.refs(amount.source)
        )

    def result_fig(self, d: Derived, *, hot: bool = False) -> Fig:
        """A result as a figure: its value, else its change, else its percentage."""
        result = d.result
        if result.value is not None:
            figure = self.measured(result, result.value)
        elif d.percent is not None and (hot or d.change is None):
            figure = self.percent(d)
        else:
            assert d.change is not None
            figure = self.measured(result, d.change, computed="change" in d.computed)
        words = [self.basis(result.basis), dates.years(result.period)]
        basis = ", ".join(word for word in words if word)
        return Fig(self.name(result), figure, basis=basis, refs=self.refs(result.source), hot=hot)


def _is_share(result: Result) -> bool:
    value = result.value
    return value is not None and result.unit == "%" and 0 <= value.central <= 100


def _is_reduction(d: Derived) -> bool:
    return bool(d.improves) and d.percent is not None and -100 <= d.percent.central < 0


def block(figures: Figures) -> Block:
    """What the sheet shows of the figures of a case."""
    bars = figures.reductions()
    shares = figures.shares() if not bars else []
    hot, used = _hot(figures)
    figs = [hot] if hot else []
    figs += _economy(figures)
    for d in figures.derived:
        if len(figs) >= MOST_FIGURES:
            break
        if d not in (*bars, *shares, *used) and d.result.value is not None:
            figs.append(figures.result_fig(d))
            used.append(d)
    return Block(
        figs=(*figs, *_missing(figures, figs)),
        bars=tuple(_bar(figures, d, bars) for d in bars),
        shares=tuple(_share_bar(figures, d) for d in shares),
        key=_key(figures, bars),
        tables=_tables(figures, [d for d in figures.derived if d not in (*bars, *shares, *used)]),
        remarks=tuple(
            row for d in (*bars, *shares, *used) if (row := _row(figures, d)).remarks or row.warning
        ),
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
        return figures.result_fig(best, hot=True), [] if _is_reduction(best) else [best]
    share = figures.share()
    return (figures.result_fig(share, hot=True), [share]) if share else (None, [])


def _economy(figures: Figures) -> list[Fig]:
    economics = figures.case.economics
    found = [
        figures.payback_fig() if figures.case.outcome == "discontinued" else None,
        figures.money_fig("Inversión", economics.investment),
        figures.money_fig("Ahorro por año", economics.annual_saving),
        figures.money_fig("Costo de operación", economics.operating_cost),
    ]
    return [Fig(f.label, f.figure, basis=f.basis, refs=f.refs) for f in found if f]


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
        else format.unit_text(figures.units, d.result.unit, d.result.per, d.result.per_of)
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


def _share_bar(figures: Figures, d: Derived) -> Bar:
    assert d.result.value is not None
    value = d.result.value
    detail = d.result.percent_of if d.result.percent_of != UNKNOWN else ""
    return Bar(
        label=figures.short_name(d.result) if not d.result.of else format.capital(d.result.of),
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
    return tuple(Table(name, tuple(groups[id])) for id, name in names.items() if id in groups)


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
