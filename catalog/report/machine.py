"""Findings for programs: annotations of GitHub Actions, and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from catalog.model import Finding
from catalog.report.registry import RULES


def as_github(findings: Iterable[Finding], below: str = "") -> Iterator[str]:
    """One workflow command for each finding; GitHub shows it at its line of a pull request.

    ``below``: the folder of the repository that holds the catalog, with its slash.
    """
    for finding in findings:
        place = {
            "file": below + finding.file,
            "line": str(finding.line),
            "col": str(finding.column),
            "title": f"{finding.rule} {title(finding.rule)}".strip(),
        }
        properties = ",".join(f"{key}={escape_property(value)}" for key, value in place.items())
        text = f"{finding.message} {finding.hint}".strip()
        yield f"::{finding.severity.value} {properties}::{escape(text)}"


def title(code: str) -> str:
    """The first sentence of a rule's explanation."""
    return RULES[code].summary if code in RULES else ""


def escape(text: str) -> str:
    """Text as the value of a workflow command (the toolkit's own escapes)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Text as a property of a workflow command, where colon and comma have a meaning."""
    return escape(text).replace(":", "%3A").replace(",", "%2C")


def as_json(findings: Iterable[Finding], counts: Mapping[str, int]) -> str:
    """One object: ``{"findings": [...], "counts": {...}}``."""
    rows = [
        {
            "file": finding.file,
            "line": finding.line,
            "column": finding.column,
            "rule": finding.rule,
            "severity": finding.severity.value,
            "message": finding.message,
            "hint": finding.hint,
        }
        for finding in findings
    ]
    whole = {"findings": rows, "counts": dict(counts)}
    return json.dumps(whole, ensure_ascii=False, indent=1)
