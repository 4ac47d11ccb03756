"""Which figures of a case are shown, in which order and in which words."""

from __future__ import annotations

import re
from decimal import Decimal

from catalog.model import Case, Derived, Money, Payback, Quantity, Result
from catalog.render import dates, format
from catalog.render.format import Figure
from catalog.render.site import Site
from catalog.render.view import Fig

NOT_DONE = {"planned", "not_implemented"}
MOST_BARS = 8
UNKNOWN = "unknown"
USE = re.compile("^(Consumo|Uso) de ")
SHORT_NAME = 40


class Figures:
    """The figures of one case: ``derived`` are its results, ``context`` only shows its size."""

    def __init__(self, site: Site, case: Case) -> None:
        self.site = site
        self.case = case
        self.units = site.vocabulary("units")
        every = site.catalog.derived.get(case.id, ())
        self.derived = tuple(d for d in every if not d.result.context)
        self.context = tuple(d for d in every if d.result.context)
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
        if not result.of or result.of.lower() in label.lower():
            return label
        if result.indicator.startswith("other_"):
            return format.capital(result.of)
        return f"{label}: {result.of}"

    def short_name(self, result: Result) -> str:
        """A name that fits beside a bar: «Sal común», «Agua»."""
        if result.label or result.indicator.startswith("other_"):
            return self.name(result)
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
        """The first share of the whole that says how well something went, not of one group."""
        split = {id(d) for d in self.shares()}
        found = (d for d in self.derived if self._is_share(d.result) and id(d) not in split)
        return next(found, None)

    def level(self) -> Derived | None:
        """The first result with a value or a change in its own unit."""
        return next(iter(self.levels()), None) or next((d for d in self.derived if d.change), None)

    def reductions(self) -> list[Derived]:
        """Results drawn as bars: less of something of which less is better."""
        found = [d for d in self.derived if is_reduction(d)]
        return sorted(found, key=lambda d: d.percent.central if d.percent else Decimal(0))[
            :MOST_BARS
        ]

    def shares(self) -> list[Derived]:
        """Shares of the same indicator, when two or more can be compared."""
        found = [d for d in self.derived if self._is_share(d.result)]
        counts = [d.result.indicator for d in found]
        return [d for d in found if counts.count(d.result.indicator) > 1][:MOST_BARS]

    def _is_share(self, result: Result) -> bool:
        value = result.value
        share = value is not None and result.unit == "%" and 0 <= value.central <= 100
        return share and self.directed(result)

    def directed(self, result: Result) -> bool:
        """True when more or less of it is better."""
        return self.site.extra("indicators", result.indicator, "direction") in ("lower", "higher")

    def levels(self) -> list[Derived]:
        """Results told as a level: first those that say how well it went, totals before groups."""
        found = [d for d in self.derived if d.result.value is not None]
        names = [d.result.indicator for d in found]
        return sorted(
            found,
            key=lambda d: (not self.directed(d.result), names.count(d.result.indicator) > 1),
        )

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


def is_reduction(d: Derived) -> bool:
    """True for less of something of which less is better: it can be drawn as a bar."""
    return bool(d.improves) and d.percent is not None and -100 <= d.percent.central < 0
