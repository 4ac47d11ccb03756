"""Floor 1: findings that carry an edit, applied to the bytes of a file and to nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from catalog.model import Edit, Finding, Severity

BOM = b"\xef\xbb\xbf"
LINE_END = re.compile("(\r\n|\r|\n)")
UNREAD = ("PML-Y", "PML-F")
"""Families of rules on files that cannot be read as they stand: such a file is not touched."""


@dataclass(frozen=True, slots=True)
class Mended:
    """One edit that was made: the rule that asked for it, and the words before and after."""

    line: int
    rule: str
    old: str
    new: str


def mendable(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings with an edit by file, without the files whose YAML or bytes are broken."""
    listed = list(findings)
    broken = {f.file for f in listed if f.rule.startswith(UNREAD) and f.severity is Severity.ERROR}
    by_file: dict[str, list[Finding]] = {}
    for finding in listed:
        if finding.edit is not None and finding.file not in broken:
            by_file.setdefault(finding.file, []).append(finding)
    return by_file


def mend(data: bytes, findings: Iterable[Finding]) -> tuple[bytes, list[Mended]]:
    """The bytes with every edit made, and what was done. BOM, line ends and the rest stay.

    Of two edits that overlap only the first is made; a later check finds the other again. Raises
    UnicodeDecodeError when the bytes are not UTF-8.
    """
    bom, text = (BOM if data.startswith(BOM) else b""), data.decode("utf-8-sig")
    parts = LINE_END.split(text)  # rows at even places, their line ends between them
    done: list[Mended] = []
    for rule, edit in reversed(list(apart(findings))):
        place = 2 * (edit.line - 1)
        if place < len(parts):
            parts[place], old = replaced(parts[place], edit)
            done.append(Mended(edit.line, rule, old, edit.text))
    return bom + "".join(parts).encode("utf-8"), done[::-1]


def apart(findings: Iterable[Finding]) -> Iterable[tuple[str, Edit]]:
    """Edits in order of place, without those that touch one before."""
    edits = [(finding.rule, finding.edit) for finding in findings if finding.edit is not None]
    edits.sort(key=lambda pair: (pair[1].line, pair[1].column, pair[1].end_column))
    line, end = 0, 0
    for rule, edit in edits:
        if edit.line == line and edit.column < end:
            continue
        line, end = edit.line, max(edit.end_column, edit.column + 1)
        yield rule, edit


def replaced(row: str, edit: Edit) -> tuple[str, str]:
    """The row after an edit, and what stood there."""
    start, end = edit.column - 1, edit.end_column - 1
    return row[:start] + edit.text + row[end:], row[start:end]
