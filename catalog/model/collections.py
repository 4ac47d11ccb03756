"""A training route as its author wrote it, with its steps and exercises."""

from __future__ import annotations

from dataclasses import dataclass, field

from catalog.model.shared import Event, Note, SourceReference, Tombstone
from catalog.model.values import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One step of a training route: exactly one of ``practice``, ``case`` or ``activity``."""

    minutes: int
    practice: str = ""
    case: str = ""
    activity: str = ""
    note: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A task with figures of a case; the answer goes on a separate sheet."""

    task: str
    answer: str
    case: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A training route through the catalog."""

    id: str
    file: str
    title: str
    summary: str
    audience: str
    objectives: tuple[str, ...]
    items: tuple[Item, ...]
    prepare: tuple[str, ...] = ()
    questions: tuple[Note, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    event: Event | None = None
    sources: tuple[SourceReference, ...] = ()
    redirect_from: tuple[str, ...] = ()
    language: str = "es"
    license: str = "CC-BY-4.0"
    tombstone: Tombstone | None = None
    body: str = field(default="", repr=False)
    updated: PartialDate | None = None

    @property
    def minutes(self) -> int:
        """How long all its steps take."""
        return sum(item.minutes for item in self.items)
