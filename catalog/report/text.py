"""Findings as a good compiler prints them: place, source line, fault underlined, remedy."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from catalog.model import Finding, Severity
from catalog.report.registry import RULES

NAMES = {Severity.ERROR: "error", Severity.WARNING: "aviso", Severity.NOTICE: "nota"}
COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTICE: "36;1"}
WIDEST = 100
SHOWN = 12

LineOf = Callable[[str, int], str]
"""The text of a line, given the file's label and the 1-based line; empty when unknown."""


def as_text(findings: Iterable[Finding], line_of: LineOf, colour: bool = False) -> Iterator[str]:
    """One block of lines for each finding."""
    for finding in findings:
        yield "\n".join(block(finding, line_of(finding.file, finding.line), colour)) + "\n"


def block(finding: Finding, row: str, colour: bool) -> Iterator[str]:
    """The lines about one finding."""
    ink = COLOURS[finding.severity]
    yield (
        paint(f"{NAMES[finding.severity]}[{finding.rule}]", ink, colour)
        + f" {shown(finding.message)}"
    )
    number = str(finding.line)
    margin = " " * len(number)
    yield f"{margin}--> {shown(finding.file)}:{finding.line}:{finding.column}"
    if row.strip():
        text, caret = underline(row, finding.column, finding.end_column)
        yield f"{margin} |"
        yield f"{number} | {text}"
        yield f"{margin} | {paint(caret, ink, colour)}"
    for note in notes(finding, row):
        yield f"{margin} = {note}"


def notes(finding: Finding, row: str) -> Iterator[str]:
    """What to do about it."""
    if finding.hint:
        yield shown(finding.hint)
    if finding.allowed:
        more = len(finding.allowed) - SHOWN
        tail = f" … y {more} más" if more > 0 else ""
        yield "admitidos: " + shown(", ".join(finding.allowed[:SHOWN])) + tail
    paste = finding.paste or corrected(finding, row)
    if paste:
        yield f"para pegar: {shown(paste)}"
    if finding.rule in RULES:
        yield f"por qué: {RULES[finding.rule].address}"


def corrected(finding: Finding, row: str) -> str:
    """The source line with the suggestion in place of what is underlined."""
    if not finding.suggestion or finding.end_column <= finding.column or len(row) > WIDEST:
        return ""
    return f"{row[: finding.column - 1]}{finding.suggestion}{row[finding.end_column - 1 :]}"


def underline(row: str, column: int, end_column: int) -> tuple[str, str]:
    """The source line, cut to a window around the fault, and the carets below it."""
    start = column - 1
    end = max(end_column - 1, start + 1)
    offset = max(0, start - WIDEST // 2) if len(row) > WIDEST else 0
    window = row[offset : offset + WIDEST]
    left, right = ("…" if offset else ""), ("…" if offset + WIDEST < len(row) else "")
    before = left + window[: start - offset]
    fault = window[start - offset : end - offset]
    return (
        left + shown(window) + right,
        " " * width(before) + "^" * max(1, width(fault)),
    )


def width(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in shown(text))


def shown(text: str) -> str:
    """Text with invisible, direction-changing and control characters made visible."""
    return "".join(
        c if unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp") else "·"
        for c in text
    )


def paint(text: str, ink: str, colour: bool) -> str:
    """Text in a colour of the terminal."""
    return f"\x1b[{ink}m{text}\x1b[0m" if colour else text
