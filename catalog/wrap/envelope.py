"""A generated document taken apart without a YAML or Markdown parser.

``catalog.render.write`` makes them: front matter with one key to a line and its value as JSON, then
one HTML comment. Anything else is left to MkDocs' own parsers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

ENVELOPE = re.compile(r"\A---\n(.*?)\n---\n\n(<!--\n.*\n-->)\n\Z", re.DOTALL)
REWRITTEN = ("\t", "\r", "\x02", "\x03")
SPACES_ALONE = re.compile("\n +\n")
"""What Python-Markdown changes even inside a comment: tabs, its own marks, lines of spaces."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Front matter and the comment that holds the page."""

    meta: Mapping[str, Any]
    content: str


def open_envelope(text: str) -> Envelope | None:
    """The parts of a generated document; ``None`` for any other text."""
    found = ENVELOPE.match(text)
    if not found or any(sign in text for sign in REWRITTEN) or SPACES_ALONE.search(text):
        return None
    meta = {}
    for line in found[1].split("\n"):
        key, colon, value = line.partition(": ")
        try:
            meta[key] = json.loads(value)
        except ValueError:
            return None
        if not colon:
            return None
    return Envelope(meta, found[2])
