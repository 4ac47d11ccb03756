"""A text written elsewhere, laid under the headings that an entry may have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalog.scaffold.slugs import plain_words

BULLET = re.compile(r"^[ \t]*[•·▪‣◦–—][ \t]+", re.MULTILINE)
SPACES = re.compile(r"[ \t\u00a0\u2007\u202f]+$", re.MULTILINE)


def arranged(text: str, headings: Sequence[str]) -> str:
    """The text with its headings as ``## …``, in their order; without any it goes under the second.

    A line that says no more than a heading is that heading, with or without signs and accents.
    Bullets of word processors become those of Markdown. Nothing else is changed.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    text = SPACES.sub("", BULLET.sub("- ", text)).replace("\u00a0", " ")
    known = {tuple(plain_words(heading)): heading for heading in headings}
    parts: dict[str, list[str]] = {}
    now = ""
    for row in text.split("\n"):
        heading = known.get(tuple(plain_words(row)))
        if heading:
            now = heading
        parts.setdefault(now, []).extend([] if heading else [row])
    before = parts.pop("", [])
    if any(before):
        first = headings[0] if parts else headings[1]
        parts[first] = [*before, *parts.get(first, [])]
    return "\n".join(
        f"## {heading}\n\n{tidy(parts[heading])}\n"
        for heading in headings
        if tidy(parts.get(heading, []))
    )


def tidy(rows: list[str]) -> str:
    """Paragraphs with one empty line between them."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip("\n")
