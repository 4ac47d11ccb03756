"""A document as its author described it."""

from __future__ import annotations

from dataclasses import dataclass, field

from catalog.model.shared import Event, Tombstone
from catalog.model.values import Name, PartialDate, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """A document, with the variable names of CSL-JSON."""

    id: str
    file: str
    type: str
    title: str
    title_basis: str = "source"
    author: tuple[Name, ...] = ()
    issued: Period = field(default_factory=Period)
    publisher: str = ""
    container_title: str = ""
    event: Event | None = None
    language: str = ""
    DOI: str = ""
    URL: str = ""
    archive_url: str = ""
    accessed: PartialDate | None = None
    license: str = ""
    quality: tuple[str, ...] = ()
    link_status: str = "unchecked"
    copy_of: str = ""
    source_document: str = ""
    summary: str = ""
    note: str = ""
    redirect_from: tuple[str, ...] = ()
    tombstone: Tombstone | None = None
    body: str = field(default="", repr=False)
    updated: PartialDate | None = None
