"""What several kinds of entry have in common.

Field names are those of the front matter; what a field means and which values it takes is said
once, in :mod:`catalog.schema`.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalog.model.values import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReference:
    """Where in which document something stands."""

    id: str
    pages: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A short text with its source; ``basis`` is ``editor`` where the words are the editor's."""

    text: str
    source: str = ""
    pages: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated step of a case (timeline), or the event a source comes from."""

    date: Period | None = None
    text: str = ""
    name: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """Why an entry was withdrawn, and the address that replaces it."""

    reason: str
    successor: str = ""
