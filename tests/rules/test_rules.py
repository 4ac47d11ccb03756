"""Every rule does what it says. Files in tests/rules/<CODE>/ are picked up by themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.model import Severity
from catalog.report import RULES, Scope
from tests.rules.messages import WHOLE, printed
from tests.rules.support import run, with_example

HERE = Path(__file__).parent
ON_DISK = {f"PML-F{n:02d}" for n in range(3, 13)}
"""Rules about files rather than their text: tests/load makes those files."""
OF_SITE = {code for code, rule in RULES.items() if rule.scope is Scope.SITE}
"""Rules about the site that would be published: tests/permanence makes it."""
TOLD = {"PML-T04", "PML-T07", "PML-B09"}
"""Rules whose wrong example is described, not shown: tests/rules/<CODE>/ has it."""
SHOWN = sorted(set(RULES) - ON_DISK - TOLD - OF_SITE)
FIXTURES = sorted(HERE.glob("PML-*/*.*"))


@pytest.mark.parametrize("code", sorted(RULES))
def test_docstring_has_every_part(code):
    explanation = RULES[code].explanation
    assert explanation.title.endswith(".")
    assert len(explanation.title) <= 110
    assert not explanation.why[0].isupper()
    assert explanation.why.endswith(".")
    assert explanation.bad != explanation.good


@pytest.mark.parametrize("code", sorted(RULES))
def test_the_message_in_the_docs_is_the_one_that_is_printed(code):
    assert RULES[code].explanation.says in printed(code)


@pytest.mark.parametrize("code", SHOWN)
def test_wrong_example_breaks_its_rule(code):
    path, files = with_example(RULES[code].explanation.bad, code in WHOLE)
    _, findings = run(files)
    assert code in {f.rule for f in findings if f.file == path}


@pytest.mark.parametrize("code", SHOWN)
def test_right_example_breaks_no_rule(code):
    path, files = with_example(RULES[code].explanation.good, code in WHOLE)
    _, findings = run(files)
    assert code not in {f.rule for f in findings}
    if code not in WHOLE:
        assert not [f for f in findings if f.file == path and f.severity is Severity.ERROR]


@pytest.mark.parametrize("file", FIXTURES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_fixture(file):
    """``ok-*`` breaks no rule; ``bad-*`` lists after ``>>> `` what is underlined, in order."""
    code = file.parent.name
    text = file.read_text(encoding="utf-8")
    expected = re.findall(r"^>>> ?(.*)\n", text, re.MULTILINE)
    path, files = with_example(re.sub(r"^>>>.*\n", "", text, flags=re.MULTILINE).strip("\n"))
    _, findings = run(files)
    rows = files[path].split("\n")
    found = [
        rows[f.line - 1][f.column - 1 : f.end_column - 1]
        for f in findings
        if f.rule == code and f.file == path
    ]
    if file.name.startswith("ok-"):
        assert not [f for f in findings if f.rule == code or f.severity is Severity.ERROR]
    else:
        assert expected, "a bad example says what is underlined"
        assert found == expected


def test_codes_have_family_and_number():
    assert all(re.fullmatch(r"PML-[FYKVNDUREPSLTBX]\d\d", code) for code in RULES)


def test_every_rule_has_a_scope_that_is_run():
    assert {rule.scope for rule in RULES.values()} <= set(Scope)
