"""The three-level chain: State instrument, NGO programme, enterprise case, both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from catalog.link.facets import Index, index
from catalog.model import Case, Chain, Entries, Kind, Practice

Link = tuple[Kind, str]
LEVELS = ("state", "ngo", "enterprise")
LEVEL_OF_KIND = {"instrument": "state", "programme": "ngo"}


def chains(entries: Entries) -> dict[str, Chain]:
    """The chain of every case that has one: what made it possible and what it made possible."""
    enabled = index(
        (parent, case.id) for case in entries.cases.values() for parent in case.enabled_by
    )
    found = {id: _chain(case, entries, enabled) for id, case in entries.cases.items()}
    return {id: chain for id, chain in found.items() if chain is not None}


def _chain(case: Case, entries: Entries, enabled: Index) -> Chain | None:
    if not case.enabled_by and case.id not in enabled:
        return None
    above = _walk(case.enabled_by, lambda id: _parents(entries.cases, id))
    below = _walk(enabled.get(case.id, ()), lambda id: enabled.get(id, ()))
    boxes: dict[str, list[Link]] = {level: [] for level in LEVELS}
    boxes[case.level].append((Kind.CASE, case.id))
    for id in (*above, *below):
        level, link = _place(id, entries)
        if level in boxes and link not in boxes[level]:
            boxes[level].append(link)
    state, ngo, enterprise = (tuple(boxes[level]) for level in LEVELS)
    return Chain(state, ngo, enterprise, enabled.get(case.id, ()))


def _walk(start: Iterable[str], following: Callable[[str], Iterable[str]]) -> list[str]:
    """Ids reachable from ``start``, nearest first; a circle is walked once."""
    found: list[str] = []
    waiting = list(start)
    while waiting:
        id = waiting.pop(0)
        if id not in found:
            found.append(id)
            waiting.extend(following(id))
    return found


def _parents(cases: Mapping[str, Case], id: str) -> tuple[str, ...]:
    return cases[id].enabled_by if id in cases else ()


def _place(id: str, entries: Entries) -> tuple[str, Link]:
    if id in entries.cases:
        return entries.cases[id].level, (Kind.CASE, id)
    practice: Practice | None = entries.practices.get(id)
    level = LEVEL_OF_KIND.get(practice.kind, "") if practice else ""
    return level, (Kind.PRACTICE, id)
