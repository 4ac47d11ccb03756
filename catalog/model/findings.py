"""What is wrong with a file, as a value: where, which rule, what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters. Only ``ERROR`` stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Edit:
    """A safe replacement in one line: columns are 1-based, ``end_column`` is exclusive."""

    line: int
    column: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One mistake of an author, with its place and its remedy (texts in Spanish).

    ``file`` is relative to the root, with ``/``. ``line`` and ``column`` are 1-based and lie inside
    the file; ``end_column`` is exclusive and on the same line (equal to ``column`` when the fault
    has no extent). ``allowed`` lists valid values, ``suggestion`` is the nearest of them and
    ``paste`` a whole line ready to paste. ``edit`` is set only where ``check --fix`` may act alone.
    """

    file: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    hint: str = ""
    end_column: int = 0
    allowed: tuple[str, ...] = ()
    suggestion: str = ""
    paste: str = ""
    edit: Edit | None = field(default=None, compare=False)
