"""An organization as its author wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field

from catalog.model.shared import Tombstone
from catalog.model.values import PartialDate
from catalog.model.vocabulary import Synonym


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationEntry:
    """An organization that an entry names."""

    id: str
    file: str
    name: str
    type: str
    country: tuple[str, ...]
    acronym: str = ""
    former_names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    url: str = ""
    status: str = "unknown"
    checked: PartialDate | None = None
    successor: str = ""
    summary: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    aliases: tuple[Synonym, ...] = ()
    redirect_from: tuple[str, ...] = ()
    tombstone: Tombstone | None = None
    body: str = field(default="", repr=False)
    updated: PartialDate | None = None
