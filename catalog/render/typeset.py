"""Spaces that neither break nor gape, where authors typed common ones: «12 000 kg», «47 %»."""

from __future__ import annotations

import re
from functools import cache

from catalog.model import Vocabulary
from catalog.render.format import HARD, THIN

VERBATIM = re.compile(r"<(pre|code|textarea)\b.*?</\1>", re.DOTALL)
PERCENT = "%"
NOTHING = "(?!)"
"""What no text matches: a catalog may have no units."""


def typeset(html: str, units: Vocabulary) -> str:
    """The same HTML with fixed spaces in its numbers, outside of tags and of what is verbatim."""
    kept = [found.span() for found in VERBATIM.finditer(html)]

    def fixed(found: re.Match[str]) -> str:
        start = found.start()
        inside_tag = html.rfind("<", 0, start) > html.rfind(">", 0, start)
        if inside_tag or any(low <= start < high for low, high in kept):
            return found[0]
        return found[0].replace(" ", HARD if found.lastgroup == "unit" else THIN)

    return _spaces(tuple(_symbols(units))).sub(fixed, html)


def _symbols(units: Vocabulary) -> list[str]:
    found = {str(term.extra.get("symbol") or "") for term in units}
    return sorted(symbol for symbol in found if symbol and " " not in symbol and symbol != PERCENT)


@cache
def _spaces(symbols: tuple[str, ...]) -> re.Pattern[str]:
    """Thousands in groups of three; a number and its «%»; a number and the symbol of a unit."""
    unit = "|".join(map(re.escape, sorted(symbols, key=len, reverse=True))) or NOTHING
    return re.compile(
        r"(?<!\d)(?P<groups>\d{1,3}(?: \d{3})+)(?!\d)"
        rf"|(?<=\d)(?P<percent> )(?={PERCENT})"
        rf"|(?<=\d)(?P<unit> )(?=(?:{unit})(?!\w))"
    )
