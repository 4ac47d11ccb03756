"""A safe edit really removes its finding, brings no new one, and touches nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.model import Edit, Finding
from catalog.report import RULES
from tests.rules.support import run, with_example
from tests.rules.test_rules import SHOWN, WHOLE

HERE = Path(__file__).parent
EXAMPLES = {code: RULES[code].explanation.bad for code in SHOWN if code not in WHOLE} | {
    f"{file.parent.name}/{file.stem}": re.sub(
        r"^>>>.*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE
    ).strip("\n")
    for file in sorted(HERE.glob("PML-*/bad-*.*"))
}


def applied(text: str, edit: Edit) -> str:
    """The text with one edit."""
    rows = text.split("\n")
    row = rows[edit.line - 1]
    rows[edit.line - 1] = row[: edit.column - 1] + edit.text + row[edit.end_column - 1 :]
    return "\n".join(rows)


def mistakes(findings: list[Finding]) -> list[str]:
    """Rules that are broken, as often as they are."""
    return sorted(finding.rule for finding in findings)


def editable() -> list[str]:
    """Names of the examples of which a finding offers an edit."""
    named = []
    for name, example in EXAMPLES.items():
        _, files = with_example(example)
        if any(finding.edit for finding in run(files)[1]):
            named.append(name)
    return named


@pytest.mark.parametrize("name", editable())
def test_edit(name):
    path, files = with_example(EXAMPLES[name])
    before = run(files)[1]
    finding = next(f for f in before if f.edit)
    assert finding.edit is not None
    after = run({**files, path: applied(files[path], finding.edit)})[1]
    left = mistakes(before)
    left.remove(finding.rule)
    assert mistakes(after) == left


def test_there_are_edits_to_try():
    rules = {
        f.rule for name in editable() for f in run(with_example(EXAMPLES[name])[1])[1] if f.edit
    }
    assert {"PML-V01", "PML-V03", "PML-V05", "PML-D02", "PML-K03", "PML-T04"} <= rules
