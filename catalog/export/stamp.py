"""The version of the whole: a hash of the hashes, and the date of the latest change."""

from __future__ import annotations

import hashlib

from catalog.citation import Version, version
from catalog.citation.version import DIGITS
from catalog.model import Catalog, Kind


def catalog_version(catalog: Catalog) -> Version:
    """Changes exactly when an entry does, is added or goes away."""
    whole = hashlib.sha256()
    dates = []
    for kind in Kind:
        for id, entry in catalog.entries(kind).items():
            found = version(entry)
            whole.update(f"{kind.value}/{id} {found.hash}\n".encode())
            dates += [found.date] if found.date else []
    return Version(whole.hexdigest()[:DIGITS], max(dates, key=str, default=None))
