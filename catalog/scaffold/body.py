"""A text written elsewhere, laid under the headings that an entry may have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalog.scaffold.slugs import plain_words
from catalog.schema import SPOKEN_HEADINGS

BULLET = re.compile(r"^[ \t]*[•·▪‣◦–—\uf0a7\uf0b7][ \t]+", re.MULTILINE)
SPACES = re.compile(r"[ \t\u00a0\u2007\u202f]+$", re.MULTILINE)
HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens, zero-width and direction marks, which word processors and web pages leave."""
NUMBERED = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{1,4}|[a-zA-Z])\s*[.)–-]+\s*")
ITEM = re.compile(r"\s*(?:[-*+]|\d{1,2}[.)])\s")
LONGEST_LINE = 100
"""A longer line is a whole paragraph, as word processors save them."""


def arranged(text: str, headings: Sequence[str]) -> str:
    """The text with its headings as ``## …``, in their order; without any it goes under the second.

    A line that says no more than a heading, or one of its usual names, is that heading: with or
    without number, signs and accents. Bullets of word processors become those of Markdown, a line
    that is a paragraph gets its empty line, hidden characters go. Nothing else is changed.
    """
    known = heading_words(headings)
    parts: dict[str, list[str]] = {}
    now = ""
    for row in separated(cleaned(text)):
        heading = known.get(words(row))
        if heading:
            now = heading
        parts.setdefault(now, []).extend([""] if heading else [row])
    before = parts.pop("", [])
    if any(before):
        first = headings[0] if parts else headings[1]
        parts[first] = [*before, *parts.get(first, [])]
    return "\n".join(
        f"## {heading}\n\n{tidy(parts[heading])}\n"
        for heading in headings
        if tidy(parts.get(heading, []))
    )


def heading_words(headings: Sequence[str]) -> dict[tuple[str, ...], str]:
    """Headings by the words that stand for them; its own name is surest."""
    known = {
        tuple(plain_words(name)): heading
        for heading in reversed(headings)
        for name in SPOKEN_HEADINGS.get(heading, ())
    }
    return known | {tuple(plain_words(heading)): heading for heading in headings}


def words(row: str) -> tuple[str, ...]:
    """The words of a line without the number of a chapter."""
    return tuple(plain_words(NUMBERED.sub("", row)))


def cleaned(text: str) -> list[str]:
    """Lines with LF ends, Markdown bullets, and no character that nobody sees."""
    text = HIDDEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    return SPACES.sub("", BULLET.sub("- ", text)).replace("\u00a0", " ").split("\n")


def separated(rows: list[str]) -> list[str]:
    """An empty line where a paragraph, or a list, ends and the next line does not say so."""
    found: list[str] = []
    for row in rows:
        before = found[-1] if found else ""
        items = [bool(ITEM.match(line)) for line in (before, row)]
        long = max(len(before), len(row)) > LONGEST_LINE
        apart = items == [False, True] or (long and items != [True, True])
        if before and row and apart and not row[0].isspace():
            found.append("")
        found.append(row)
    return found


def tidy(rows: list[str]) -> str:
    """Paragraphs with one empty line between them."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip("\n")
