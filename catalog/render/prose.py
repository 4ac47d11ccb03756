"""Author's Markdown to HTML that is safe to publish.

CommonMark without HTML, then an allow list: two independent barriers, because anyone may send text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup

TAGS = {
    "p",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "a",
    "h3",
    "h4",
    "blockquote",
    "code",
    "pre",
    "br",
    "hr",
}
ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}}
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
    strip_comments=True,
)
HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)

Link = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a body under one second-level heading; the first may have none."""

    heading: str
    text: str


def sections(body: str) -> list[Section]:
    """The body cut at its second-level headings, empty parts left out."""
    parts = HEADING.split(body)
    heads = ["", *parts[1::2]]
    found = [Section(head, text.strip()) for head, text in zip(heads, parts[0::2], strict=True)]
    return [section for section in found if section.text]


def html(text: str, link: Link) -> Markup:
    """Markdown as safe HTML. ``link`` turns «casos/x/» into an address relative to the page."""
    raw = _parser().render(text, {"link": link})
    return Markup(CLEANER.clean(raw).strip())


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable("image")
    parser.add_render_rule("link_open", _link_open)
    return parser


def _link_open(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: MutableMapping[str, Any],
) -> str:
    """Links out of the site pass no reputation and no window; «/casos/x/» becomes relative."""
    token = tokens[index]
    target = str(token.attrGet("href") or "")
    if target.startswith("/") and not target.startswith("//"):
        token.attrSet("href", env["link"](target.lstrip("/")))
    elif ":" in target or target.startswith("//"):
        token.attrSet("rel", "nofollow noopener")
    return renderer.renderToken(tokens, index, options, env)
