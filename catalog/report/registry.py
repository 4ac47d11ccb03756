"""What a rule is: a code, a severity, and a docstring that is its published explanation.

The registry stands on floor 1 because the reader of files (floor 2) already finds mistakes, and
each of its mistakes is a rule with an explanation like any other.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from textwrap import dedent
from typing import Any

from catalog.model import Edit, Finding, Severity, Spot


class Scope(StrEnum):
    """What a rule looks at: a file being read, a document, a vocabulary, all of them, the site."""

    FILE = "file"
    DOCUMENT = "document"
    BODY = "body"
    VOCABULARY = "vocabulary"
    CATALOG = "catalog"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule has found, before its code and severity are stamped on it.

    ``file`` stays empty where the rule judges a single document, whose file is known.
    """

    spot: Spot
    message: str
    hint: str = ""
    allowed: tuple[str, ...] = ()
    suggestion: str = ""
    paste: str = ""
    edit: Edit | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The parts of a rule's docstring: what it asks, why, a wrong and a right example.

    ``says`` is the message about the wrong one; a test holds it to what the program prints.
    """

    title: str
    why: str
    bad: str
    good: str
    says: str = ""
    """The message that the program prints about the wrong example."""

    def __str__(self) -> str:
        """The whole explanation as text for a terminal."""
        bad, good = (f"    {part}".replace("\n", "\n    ") for part in (self.bad, self.good))
        says = f"\n\nDice: {self.says}" if self.says else ""
        return f"{self.title}\n\nPor qué: {self.why}\n\nMal:\n\n{bad}{says}\n\nBien:\n\n{good}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Calling ``judge`` with what the rule looks at yields its findings."""

    code: str
    severity: Severity
    scope: Scope
    function: Callable[..., Iterator[Fault]] = field(repr=False)

    @property
    def explanation(self) -> Explanation:
        """The published explanation, read from the docstring."""
        return explain(inspect.getdoc(self.function) or "")

    @property
    def summary(self) -> str:
        """The first sentence of the explanation: what the rule asks."""
        return self.explanation.title

    @property
    def address(self) -> str:
        """Where the site explains the rule."""
        return f"/reglas/{self.code.lower()}/"

    def judge(self, file: str, *subject: Any) -> Iterator[Finding]:  # noqa: ANN401 - as the rule asks
        """Findings of this rule in ``subject``, which belongs to ``file``."""
        for fault in self.function(*subject):
            yield self.finding(fault, fault.file or file)

    def finding(self, fault: Fault, file: str) -> Finding:
        """A fault with file, code and severity."""
        spot = fault.spot
        return Finding(
            file=file,
            line=spot.line,
            column=spot.column,
            rule=self.code,
            severity=self.severity,
            message=fault.message,
            hint=fault.hint,
            end_column=spot.end_column or spot.column,
            allowed=fault.allowed,
            suggestion=fault.suggestion,
            paste=fault.paste,
            edit=fault.edit,
        )


RULES: dict[str, Rule] = {}
"""Every rule by code, in the order of registration."""


def rule(
    code: str, severity: Severity = Severity.ERROR, scope: Scope = Scope.DOCUMENT
) -> Callable[[Callable[..., Iterator[Fault]]], Rule]:
    """Register the decorated generator under ``code``; two rules with one code are a bug."""

    def register(function: Callable[..., Iterator[Fault]]) -> Rule:
        if code in RULES:
            raise ValueError(f"two rules with the code {code}")
        RULES[code] = Rule(code, severity, scope, function)
        return RULES[code]

    return register


PARTS = re.compile(
    r"(?P<title>.+?)\n\nPor qué: (?P<why>.+?)\n\nMal:\n\n(?P<bad>.+?)\n\n"
    r"(?:Dice: (?P<says>.+?)\n\n)?Bien:\n\n(?P<good>.+)",
    re.DOTALL,
)


def explain(docstring: str) -> Explanation:
    """Split a docstring into its parts; ``ValueError`` when one is missing."""
    parts = PARTS.fullmatch(docstring.strip("\n"))
    if not parts:
        raise ValueError("a rule's docstring needs a title, «Por qué:», «Mal:» and «Bien:»")
    return Explanation(
        title=" ".join(parts["title"].split()),
        why=" ".join(parts["why"].split()),
        bad=dedent(parts["bad"]).strip(),
        good=dedent(parts["good"]).strip(),
        says=" ".join((parts["says"] or "").split()),
    )
