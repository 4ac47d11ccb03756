"""Other entries worth reading after this one, each with its reason.

Every list of candidates is cut to a window, so that the work grows with the number of cases and
not with its square: at 10,000 cases a large sector would otherwise be compared with itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from catalog.lazy import Lazy
from catalog.link.facets import Index, index, sources_of
from catalog.model import Case, Entries, Kind, Practice, Related

SHOWN = 6
WINDOW = 24
PRACTICE = "practice:"
NAMED = 1000
EDITOR, SAME_PRACTICE, SAME_SOURCE, SAME_PARTY, SAME_SECTOR, OTHER_COUNTRY, DOCUMENTED = (
    NAMED, 8, 3, 3, 6, 2, 1,
)  # fmt: skip

Scores = dict[str, list[tuple[int, str]]]


class _Neighbours:
    """Ids that share a key, a window of them starting after a given id."""

    def __init__(self, groups: Index) -> None:
        self._groups = groups
        self._places = {
            key: {id: place for place, id in enumerate(ids)} for key, ids in groups.items()
        }

    def of(self, key: str, id: str) -> Iterable[str]:
        ids = self._groups.get(key, ())
        if len(ids) <= WINDOW:
            return (other for other in ids if other != id)
        start = self._places[key].get(id, 0)
        return (ids[(start + step) % len(ids)] for step in range(1, WINDOW + 1))


class _Lists:
    """Makes the list of related entries of one key."""

    def __init__(self, entries: Entries) -> None:
        cases = entries.cases
        groups = {
            "practice": index((key, case.id) for case in cases.values() for key in case.practices),
            "sector": index((c.sector[0], c.id) for c in cases.values() if c.sector),
            "source": index((key, case.id) for case in cases.values() for key in sources_of(case)),
            "party": index(
                (who.id, case.id) for case in cases.values() for who in case.organizations
            ),
        }
        self._entries = entries
        self._near = {name: _Neighbours(group) for name, group in groups.items()}
        self._backwards = index((other, c.id) for c in cases.values() for other in c.related)
        self._by_practice = groups["practice"]
        self._practices = {f"{PRACTICE}{id}": id for id in entries.practices}

    @property
    def keys(self) -> dict[str, None]:
        """Case ids, and practices as ``practice:<id>``."""
        return dict.fromkeys((*self._entries.cases, *self._practices))

    def of(self, key: str) -> tuple[Related, ...]:
        if key in self._practices:
            practice = self._entries.practices[self._practices[key]]
            return _related_practices(practice, self._entries, self._by_practice)
        case = self._entries.cases[key]
        named_by = self._backwards.get(key, ())
        return _best(_scores(case, self._near, named_by, self._entries), self._entries.cases)


def related(entries: Entries) -> Mapping[str, tuple[Related, ...]]:
    """Related entries by case id, and by ``practice:<id>``; worked out when asked for."""
    lists = _Lists(entries)
    return Lazy(lists.keys, lists.of)


def _scores(
    case: Case, near: Mapping[str, _Neighbours], named_by: tuple[str, ...], entries: Entries
) -> Scores:
    scores: Scores = defaultdict(list)
    for other in (*case.related, *named_by):
        if other != case.id:
            scores[other].append((EDITOR, "Véase también"))
    for practice in case.practices:
        title = entries.practices[practice].title if practice in entries.practices else practice
        for other in near["practice"].of(practice, case.id):
            scores[other].append((SAME_PRACTICE, f"Misma práctica: {title}"))
    if case.sector:
        for other in near["sector"].of(case.sector[0], case.id):
            away = not set(case.country) & set(entries.cases[other].country)
            reason = "Mismo sector, otro país" if away else "Mismo sector"
            scores[other].append((SAME_SECTOR + OTHER_COUNTRY * away, reason))
    for source in sources_of(case):
        for other in near["source"].of(source, case.id):
            scores[other].append((SAME_SOURCE, "Misma fuente"))
    for party in case.organizations:
        for other in near["party"].of(party.id, case.id):
            scores[other].append((SAME_PARTY, "Misma organización"))
    return scores


def _best(scores: Scores, cases: Mapping[str, Case]) -> tuple[Related, ...]:
    ranked: list[tuple[int, str, str]] = []
    for id, marks in scores.items():
        if id not in cases:
            continue
        weight = sum(mark for mark, _ in marks) + DOCUMENTED * bool(cases[id].reached)
        ranked.append((-weight, id, max(marks)[1]))
    return tuple(
        Related(id, Kind.CASE, reason, -weight) for weight, id, reason in sorted(ranked)[:SHOWN]
    )


WORDS = (
    ("requires", "La requiere"),
    ("part_of", "Forma parte de ella"),
    ("broader", "Es más general"),
    ("alternatives", "Se usa en su lugar"),
)


def _related_practices(
    practice: Practice, entries: Entries, by_practice: Index
) -> tuple[Related, ...]:
    found: dict[str, Related] = {}
    for field, reason in WORDS:
        for id in getattr(practice, field):
            if id in entries.practices and id != practice.id:
                found.setdefault(id, Related(id, Kind.PRACTICE, reason, EDITOR))
    together: dict[str, int] = defaultdict(int)
    for case in by_practice.get(practice.id, ())[:WINDOW]:
        for id in entries.cases[case].practices:
            together[id] += 1
    for id, times in sorted(together.items(), key=lambda pair: (-pair[1], pair[0])):
        if id != practice.id and id in entries.practices:
            reason = f"Juntas en {times} caso{'s' if times > 1 else ''}"
            found.setdefault(id, Related(id, Kind.PRACTICE, reason, times))
    return tuple(found.values())[:SHOWN]
