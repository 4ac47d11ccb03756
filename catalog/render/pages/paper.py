"""What the printed sheet of a case or a practice shows. The rest is counted, with its address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from catalog.model import Kind
from catalog.render import links
from catalog.render.site import Site
from catalog.render.view import Citation

MOST_CASES = 12
MOST_STATEMENTS = 24
"""Documents and what they say. With so many, a practice fits both sides of a sheet."""
MOST_LINKS = 3
"""In each box of the chain of a case."""


def cases(site: Site, ids: Iterable[str]) -> frozenset[str]:
    """Addresses of the cases that are printed: the best verified first, then those with figures."""
    found = [site.cases[id] for id in ids]
    found.sort(key=lambda case: (case.verification, len(case.reached)), reverse=True)
    return frozenset(links.entry(Kind.CASE, case.id) for case in found[:MOST_CASES])


def documents(found: Sequence[Citation]) -> int:
    """How many documents are printed, in their order; at least one."""
    room = MOST_STATEMENTS
    for number, citation in enumerate(found):
        room -= 1 + len(citation.statements)
        if room < 0 and number:
            return number
    return len(found)
