"""An entry of any kind, typed, as its author wrote it. Each kind has a module of its own."""

from __future__ import annotations

from typing import Union

from catalog.model.cases import Case
from catalog.model.collections import Collection
from catalog.model.organizations import OrganizationEntry
from catalog.model.practices import Practice
from catalog.model.sources import SourceEntry

Entry = Union[Case, Practice, OrganizationEntry, SourceEntry, Collection]
