"""The template engine: strict, escaping, and with the few helpers that templates may use."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from catalog.render import dates, format

BLANK = re.compile(r"\n\s*\n+")
LONG_WORD = re.compile(r"\S{24,}")
MARK = re.compile(r"([/._-])(?=\w)")
SCHEME = re.compile(r"https?://", re.IGNORECASE)


def environment(templates: Path) -> Environment:
    """Templates of ``templates``; an unknown name is an error and every value is escaped."""
    env = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals["link"] = _link
    env.filters.update(
        number=format.number,
        date=dates.partial_date,
        period=dates.period,
        cases=format.cases,
        capital=format.capital,
        soft=soft,
        web=web,
    )
    return env


@pass_context
def _link(context: Context, to: str) -> str:
    """The address ``to`` (from the root) relative to the page being written."""
    return str(context["relative"](to))


def web(address: str) -> str:
    """An address of the web as it is, or ``#`` for anything else (``javascript:``, ``data:``)."""
    return address if SCHEME.match(address) else "#"


def soft(text: str) -> Markup:
    """A text whose long words (addresses, identifiers) may be broken where they have a mark."""
    escaped = str(escape(text))
    if not LONG_WORD.search(text):
        return Markup(escaped)
    return Markup(MARK.sub(r"\1<wbr>", escaped))


def tidy(html: str) -> str:
    """No blank lines: to Markdown they would end the block of HTML."""
    return BLANK.sub("\n", html).strip()
