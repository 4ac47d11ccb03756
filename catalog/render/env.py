"""The template engine: strict, escaping, and with the few helpers that templates may use."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from catalog.citation import closed
from catalog.render import dates, format
from catalog.render.quick import Compiled, Quick

BLANK = re.compile(r"\n\s*\n+")
LONG_WORD = re.compile(r"\S{24,}")
MARK = re.compile(r"([/._-])(?=\w)")
SCHEME = re.compile(r"https?://", re.IGNORECASE)


def environment(templates: Path, engine: type[Environment] = Quick) -> Environment:
    """Templates of ``templates``; an unknown name is an error and every value is escaped.

    ``engine`` is there for Jinja's own, which makes the same of every template.
    """
    env = engine(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled(engine.__name__),
    )
    env.globals["link"] = _link
    env.filters.update(
        number=format.number,
        date=dates.partial_date,
        period=dates.period,
        cases=format.cases,
        capital=format.capital,
        closed=closed,
        soft=soft,
        web=web,
    )
    return env


@cache
def _compiled(engine: str) -> Compiled:
    """What an engine compiled before: `serve` renders again and again."""
    del engine
    return Compiled()


@pass_context
def _link(context: Context, to: str) -> str:
    """The address ``to`` (from the root) relative to the page being written."""
    return str(context["relative"](to))


def web(address: str) -> str:
    """An address of the web as it is, or ``#`` for anything else (``javascript:``, ``data:``)."""
    return address if SCHEME.match(address) else "#"


def soft(text: str) -> Markup:
    """A text whose long words (addresses, identifiers) may be broken where they have a mark."""
    if not LONG_WORD.search(text):
        return escape(text)
    return Markup(MARK.sub(r"\1<wbr>", str(escape(text))))


def tidy(html: str) -> str:
    """No blank lines: to Markdown they would end the block of HTML."""
    return BLANK.sub("\n", html).strip()
