"""An inverted index with its scores worked out: for each stem, the documents that hold it.

Every question of the search page is about one stem at a time, with the same weights of the fields,
so the score of a stem in a document never changes and can be computed by the build. BM25+ (Lv and
Zhai, «Lower-bounding term frequency normalization», CIKM 2011) with the constants of MiniSearch.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import log

from catalog.render.search import packed

SATURATION, LENGTH, FLOOR = 1.2, 0.7, 0.5
"""k1, b and delta of BM25+."""
SHIFT = 1 << 8
"""A posting is the number of a document and how often it holds the stem, in one integer."""


class _Field:
    """The documents of one field: postings of each stem, and how many stems each document has."""

    def __init__(self, weight: float) -> None:
        self.weight = weight
        self.postings: dict[str, array[int]] = {}
        self.lengths: dict[int, int] = {}

    def add(self, document: int, stems: Iterable[str]) -> None:
        counts = Counter(stems)
        self.lengths[document] = len(counts)
        for stem, count in counts.items():
            found = self.postings.get(stem)
            if found is None:
                self.postings[stem] = found = array("L")
            found.append(document * SHIFT + min(count, SHIFT - 1))

    def scores(self, stem: str, documents: int, mean: float) -> Iterator[tuple[int, float]]:
        """Documents that hold ``stem`` with its BM25+ score times the weight of the field."""
        postings = self.postings.get(stem, ())
        rarity = log(1 + (documents - len(postings) + 0.5) / (len(postings) + 0.5)) * self.weight
        for posting in postings:
            document, count = divmod(posting, SHIFT)
            slope = SATURATION * (1 - LENGTH + LENGTH * self.lengths[document] / mean)
            yield document, rarity * (FLOOR + count * (SATURATION + 1) / (count + slope))

    @property
    def total(self) -> int:
        """Stems of all documents together."""
        return sum(self.lengths.values())


class Inverted:
    """The index of some fields, given with their weights."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._fields = {name: _Field(weight) for name, weight in weights.items()}
        self._documents = 0

    def add(self, document: int, fields: Mapping[str, Iterable[str]]) -> None:
        """A document; numbers only grow."""
        self._documents += 1
        for name, stems in fields.items():
            self._fields[name].add(document, stems)

    def stems(self) -> set[str]:
        """Every stem of every field."""
        return {stem for field in self._fields.values() for stem in field.postings}

    def lines(self, stems: Iterable[str]) -> Iterator[tuple[str, str]]:
        """For each stem its documents and their scores, packed; both empty for unknown stems."""
        means = {name: f.total / max(1, self._documents) or 1 for name, f in self._fields.items()}
        for stem in stems:
            sums: dict[int, float] = {}
            for name, field in self._fields.items():
                for document, score in field.scores(stem, self._documents, means[name]):
                    sums[document] = sums.get(document, 0.0) + score
            places = sorted(sums)
            yield packed.places(places), packed.scores(sums[place] for place in places)
