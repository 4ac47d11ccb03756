"""Spaces that neither break nor gape, where authors typed common ones: «12 000 kg», «47 %»."""

from __future__ import annotations

import re

from catalog.model import Vocabulary
from catalog.render.format import HARD, THIN

VERBATIM = re.compile(r"<(pre|code|textarea)\b.*?</\1>", re.DOTALL)
PERCENT = "%"
NOTHING = "(?!)"
"""What no text matches: a catalog may have no units."""


def typeset(html: str, spaces: re.Pattern[str]) -> str:
    """The same HTML with fixed spaces in its numbers, outside of tags and of what is verbatim.

    ``spaces``: what :func:`spaces_of` makes of the units of the catalog, once for all pages.
    """
    kept = [found.span() for found in VERBATIM.finditer(html)]

    def fixed(found: re.Match[str]) -> str:
        start = found.start()
        inside_tag = html.rfind("<", 0, start) > html.rfind(">", 0, start)
        if inside_tag or any(low <= start < high for low, high in kept):
            return found[0]
        return _space(found)

    return spaces.sub(fixed, html)


def typeset_text(text: str, spaces: re.Pattern[str]) -> str:
    """The same text, which has no markup, with fixed spaces in its numbers."""
    return spaces.sub(_space, text)


def _space(found: re.Match[str]) -> str:
    return HARD if found.lastgroup == "unit" else THIN


def spaces_of(units: Vocabulary) -> re.Pattern[str]:
    """Thousands in groups of three; a number and its «%»; a number and the symbol of a unit."""
    found = {str(term.extra.get("symbol") or "") for term in units}
    symbols = (each for each in found if each and " " not in each and each != PERCENT)
    longest_first = sorted(symbols, key=lambda each: (-len(each), each))
    unit = "|".join(map(re.escape, longest_first)) or NOTHING
    # Begins with the space itself: a pattern that may begin with anything is tried at every sign.
    return re.compile(
        r" (?<=\d )(?:(?P<groups>)(?<!\d{4} )(?=\d{3}(?!\d))"
        rf"|(?P<percent>)(?={PERCENT})"
        rf"|(?P<unit>)(?=(?:{unit})(?!\w)))"
    )
