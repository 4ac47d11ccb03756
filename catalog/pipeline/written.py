"""What is known of a site once it has been written aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from catalog.editions import Facts
from catalog.publish import Ledger


@dataclass(frozen=True)
class Written:
    """A site that lies aside.

    ``paths`` of all documents and files; how many are not as they were (``written``), how many went
    (``removed``); ``facts`` by path in the site and the ``ledger`` for the next build, where they
    are known.
    """

    paths: frozenset[str]
    written: int
    removed: int
    facts: Mapping[str, Facts] = field(default_factory=dict)
    ledger: Ledger | None = None
