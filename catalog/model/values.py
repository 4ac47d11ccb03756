"""Small values that several entries share: numbers with bounds, dates without a day, names."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a source prints it: exact, a range, a bound, or an approximation.

    Exactly one form: ``value``; ``value`` with ``about``; ``low`` and/or ``high``. Bounds of signed
    changes compare magnitudes, so ``low=-10, high=-15`` reads «de 10 a 15 % menos».
    ``Decimal`` keeps the digits of the source, which fix how far a recomputation may differ.
    """

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    about: bool = False

    @property
    def central(self) -> Decimal:
        """One number to compute with: the value, the middle of a range, or the only bound."""
        if self.value is not None:
            return self.value
        bounds = [bound for bound in (self.low, self.high) if bound is not None]
        return sum(bounds, Decimal(0)) / len(bounds)

    @property
    def is_bound(self) -> bool:
        """True for «más de» and «hasta», where only one side is known."""
        return self.value is None and (self.low is None) != (self.high is None)

    @property
    def is_range(self) -> bool:
        """True for «de 10 a 15»."""
        return self.low is not None and self.high is not None


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar date that may lack its day or month (ISO 8601 reduced precision)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Period:
    """When something happened. Both ends ``None`` means that the source does not say."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    open_start: bool = False
    open_end: bool = False

    @property
    def known(self) -> bool:
        """False for ``unknown``."""
        return self.start is not None or self.end is not None

    @property
    def last_year(self) -> int | None:
        """The latest year named, for sorting by date."""
        end = self.end or self.start
        return end.year if end else None

    def __str__(self) -> str:
        if not self.known:
            return "unknown"
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or '..'}/{self.end or '..'}"


@dataclass(frozen=True, slots=True)
class Name:
    """An author: a person (``family``, ``given``) or an institution (``literal``), as in CSL."""

    literal: str = ""
    family: str = ""
    given: str = ""

    @property
    def text(self) -> str:
        """The name as one string, given name first."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)
