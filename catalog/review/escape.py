"""Texts of strangers inside Markdown that a forge will show.

A title may try to mention people, close a table, link elsewhere, load an image or write HTML. Every
character with a meaning is escaped, and a word joiner (invisible, breaks nothing) follows those
that a forge reads after Markdown is done: mentions, references, addresses.
"""

from __future__ import annotations

import re
import unicodedata

JOINER = "\u2060"
SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
REFERENCE = re.compile(r"([@#!$%^~])(?=[\w\"'{(\[⁠`\\])")
WRITTEN = re.compile(r"(?<=[a-z]):(?=//)|(?<=www)\.|\bGH-(?=\d)", re.IGNORECASE)
LONGEST = 300


def escape(text: str) -> str:
    """Text as one line of Markdown that shows itself and does nothing else."""
    plain = "".join(map(_shown, text[:LONGEST] + ("…" if len(text) > LONGEST else "")))
    marked = REFERENCE.sub(rf"\1{JOINER}", plain.replace("&", "&amp;"))
    marked = WRITTEN.sub(lambda found: f"{found[0]}{JOINER}", marked)
    return SPECIAL.sub(r"\\\1", marked).replace("&amp;", f"&amp;{JOINER}").strip()


def code(text: str) -> str:
    """Text as code: nothing in it has a meaning. Used for paths, ids and lines to paste."""
    plain = "".join(map(_shown, text[:LONGEST])).replace("|", "\\|")
    longest = max((len(run) for run in re.findall("`+", plain)), default=0)
    fence = "`" * (longest + 1)
    inner = f" {plain} " if longest or not plain.strip() else plain
    return f"{fence}{inner}{fence}"


def _shown(character: str) -> str:
    """Line ends become spaces; what cannot be seen or turns the text around, a dot."""
    if character in "\n\r\t\u2028\u2029\x0b\x0c\x85":
        return " "
    return character if unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs") else "·"
