"""Floor 9: what is done to a built site so that it also works without a network.

The web edition gets the list that its service worker needs; the offline edition becomes a folder of
files with links that name their file, packed into one archive.
"""

from catalog.editions.app import added, install
from catalog.editions.copy import NAME, current, fingerprint, leave_one, place
from catalog.editions.facts import Facts, facts
from catalog.editions.folder import to_files
from catalog.editions.manifest import MANIFEST, manifest
from catalog.editions.names import EditionError, check_names
from catalog.editions.pack import README, pack, readme
from catalog.editions.prune import drop_online_only, drop_unused, unused
from catalog.editions.sizes import sizes
from catalog.editions.slim import slim

__all__ = [
    "MANIFEST",
    "NAME",
    "README",
    "EditionError",
    "Facts",
    "added",
    "check_names",
    "current",
    "drop_online_only",
    "drop_unused",
    "facts",
    "fingerprint",
    "install",
    "leave_one",
    "manifest",
    "pack",
    "place",
    "readme",
    "sizes",
    "slim",
    "to_files",
    "unused",
]
