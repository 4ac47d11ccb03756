"""The Markdown of a document as a flat list of tokens with lines of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from catalog.model import Spot

PARSER = MarkdownIt("commonmark").enable("table")
BLOCKS = MarkdownIt("commonmark").enable("table").disable("inline")
"""Finds blocks only, at half the cost; few bodies have links or images to look into."""
LONGEST_BODY = 60_000
"""Characters of a body. What goes beyond is refused unread: parsing may cost its square."""
MOST_BRACKETS = 5000
"""Opening brackets of a body, for the same reason."""
INLINE = re.compile(r"[\[<]|https?:|www\.")

COMPLICATED = re.compile(
    r"```|~~~|[|\r\t]"  # code, tables, tabs
    r"|\n {0,3}(?:=+|-+) *(?=\n|\Z)"  # an underlined heading
    r"|\n[^#\n]*<"  # HTML may hide what follows
    r"|\n *\[[^\n]*\]:"  # the definition of a link is nothing to see
    r"|\n[ >*+0-9.)-]+#"  # a heading inside something else, or nearly one
    r"|\n#{7}|\n#+(?=\n|\Z)|\n#+ [^\n]*[#<\\]"  # more signs than those of a plain heading
)
"""Markdown whose headings only a parser can tell. The usual body has none of this."""
PLAIN_HEADING = re.compile(r"(#{1,6}) +(.*)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its level, its plain text, and whether anything stands below it."""

    level: int
    text: str
    line: int
    empty: bool


def plain_headings(rows: Sequence[str], first: int) -> Iterator[Heading]:
    """Headings of a text in which nothing is :data:`COMPLICATED`, without parsing it."""
    found = [(number, PLAIN_HEADING.fullmatch(row)) for number, row in enumerate(rows)]
    places = [(number, match) for number, match in found if match]
    for (number, match), (end, after) in pairwise([*places, (len(rows), None)]):
        assert match is not None
        bare = not any(row.strip(" ") for row in rows[number + 1 : end])
        closes = after is None or len(after[1]) <= len(match[1])
        yield Heading(len(match[1]), match[2].strip(), number + first, bare and closes)


@dataclass(eq=False)
class Body:
    """Markdown judged on its tokens, so that code and text are told apart as a browser would."""

    text: str
    first: int

    @cached_property
    def tokens(self) -> list[Token]:
        """Block tokens."""
        return BLOCKS.parse(self.text) if self.text.strip() else []

    @cached_property
    def rows(self) -> list[str]:
        """Lines of the body."""
        return self.text.split("\n")

    @cached_property
    def inline(self) -> list[tuple[Token, int]]:
        """Every inline token with the 1-based line of the file on which it stands.

        A body without any link, image or address gives none.
        """
        found: list[tuple[Token, int]] = []
        readable = self.text.count("[") <= MOST_BRACKETS and INLINE.search(self.text)
        for block in PARSER.parse(self.text) if readable else ():
            line = (block.map[0] if block.map else 0) + self.first
            for child in block.children or ():
                found.append((child, line))
                line += child.type in ("softbreak", "hardbreak")
        return found

    @cached_property
    def headings(self) -> list[Heading]:
        """Headings of every level in order."""
        complicated = COMPLICATED.search("\n" + self.text)
        found = self.parsed_headings() if complicated else plain_headings(self.rows, self.first)
        return list(found)

    def parsed_headings(self) -> Iterator[Heading]:
        """Headings among the tokens of the parser."""
        for i, token in enumerate(self.tokens):
            if token.type != "heading_open":
                continue
            after = self.tokens[i + 3] if i + 3 < len(self.tokens) else None
            level = int(token.tag[1])
            ends = after is None or (after.type == "heading_open" and int(after.tag[1]) <= level)
            line = (token.map[0] if token.map else 0) + self.first
            yield Heading(level, self.tokens[i + 1].content.strip(), line, ends)

    def spot(self, line: int, needle: str = "") -> Spot:
        """The place of ``needle`` on a line of the file, or the whole line."""
        row = self.rows[line - self.first] if 0 <= line - self.first < len(self.rows) else ""
        column = row.find(needle) if needle else -1
        if column >= 0:
            return Spot(line, column + 1, column + 1 + len(needle))
        indent = len(row) - len(row.lstrip())
        return Spot(line, indent + 1, max(len(row.rstrip()), indent) + 1)
