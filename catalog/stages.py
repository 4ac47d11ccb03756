"""Floor 1: what the program is doing, how long each stage takes and how many things it makes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Stage:
    """One stage, or a ``part`` of one. ``number``: things read or made, where it counts any."""

    name: str
    part: str = ""
    seconds: float = 0.0
    number: int | None = None


class Stages:
    """Call it with the name of what begins; whatever ran until then is over.

    ``show`` gets each name as it begins, for a line of progress. ``clock`` counts seconds; the
    usual one never runs backwards, whatever happens to the date of the machine.
    """

    def __init__(
        self,
        show: Callable[[str], None] = lambda _: None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._show = show
        self._clock = clock
        self._since = clock()
        self._running = Stage("")
        self._accounts: dict[tuple[str, str], Stage] = {}

    def __call__(self, name: str, part: str = "") -> None:
        """Begin a stage or a part of one. A name that ran before goes on with its account."""
        self._close()
        self._running = self._accounts.setdefault((name, part), Stage(name, part))
        self._show(f"{name}: {part}" if part else name)

    def count(self, number: int) -> None:
        """Add to what the running stage has read or made."""
        self._running.number = (self._running.number or 0) + number

    def counted(self, things: Iterable[T]) -> Iterator[T]:
        """The same things; each that somebody took counts."""
        for thing in things:
            yield thing
            self.count(1)

    def share(self, accounts: Iterable[Stage]) -> None:
        """Put the time of the running stage down to what other processes did meanwhile.

        They work side by side, so each stage of theirs gets its part of the time by the clock.
        """
        found = list(accounts)
        self._close()
        whole = sum(one.seconds for one in found)
        scale = self._running.seconds / whole if whole else 0.0
        self._running.seconds -= whole * scale
        for one in found:
            own = self._accounts.setdefault((one.name, one.part), Stage(one.name, one.part))
            own.seconds += one.seconds * scale
            if one.number is not None:
                own.number = (own.number or 0) + one.number

    def accounts(self) -> tuple[Stage, ...]:
        """Every stage until now, in the order in which they first ran."""
        self._close()
        return tuple(self._accounts.values())

    def _close(self) -> None:
        now = self._clock()
        self._running.seconds += now - self._since
        self._since = now


def as_table(accounts: Iterable[Stage]) -> list[str]:
    """Lines in Spanish: every stage with seconds, share of the whole and count; parts below."""
    found = list(accounts)
    whole = sum(stage.seconds for stage in found) or 1.0
    lines = [f"{'Etapa':<40}{'segundos':>10}{'parte':>8}{'cuenta':>9}"]
    for name in dict.fromkeys(stage.name for stage in found):
        parts = [stage for stage in found if stage.name == name]
        lines.append(_line(name, parts, whole))
        if len(parts) > 1 or parts[0].part:
            lines += [_line(f"  {stage.part or 'lo demás'}", [stage], whole) for stage in parts]
    return [*lines, _line("Todo", [Stage("", seconds=sum(s.seconds for s in found))], whole)]


def _line(label: str, stages: list[Stage], whole: float) -> str:
    seconds = sum(stage.seconds for stage in stages)
    numbers = [stage.number for stage in stages if stage.number is not None]
    number = f"{sum(numbers):>9}" if numbers else ""
    decimal = f"{seconds:.2f}".replace(".", ",")
    return f"{label:<40}{decimal:>10}{100 * seconds / whole:>6.0f} %{number}"
