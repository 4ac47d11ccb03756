"""``explain``: what a rule asks, why, and how to comply."""

from __future__ import annotations

import difflib

import click

from catalog.cli.common import fail
from catalog.report import Rule
from catalog.rules import RULES


@click.command("explain")
@click.argument("rule", required=False)
def explain_command(rule: str | None = None) -> int:
    """Explica una regla por su código; sin código, las enumera."""
    if rule is None:
        for code, known in sorted(RULES.items()):
            click.echo(f"{code}  {known.explanation.title}")
        return 0
    found = RULES.get(rule.upper())
    if found is None:
        near = difflib.get_close_matches(rule.upper(), RULES, n=1)
        hint = f" ¿Quiso decir {near[0]}?" if near else " «explain» sin código las enumera."
        return fail(f"No existe la regla «{rule}».{hint}")
    click.echo(as_words(found))
    return 0


def as_words(rule: Rule) -> str:
    """The explanation of a rule for a terminal."""
    told = rule.explanation
    parts = [rule.code, told.title, f"Por qué: {told.why}", f"Mal:\n\n{told.bad}"]
    parts += [f"El programa dice: {told.says}"] if told.says else []
    return "\n\n".join([*parts, f"Bien:\n\n{told.good}"])
