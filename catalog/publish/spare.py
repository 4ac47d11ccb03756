"""The site before the last one, kept to be made into the next.

It has most files in common with it, under two names of the same file, so that only what differs is
touched: putting tens of thousands of files together anew, and removing as many, takes longer than
making the pages of a changed case. Whoever uses it has to know every file in it without reading its
folders, which takes as long: an inventory lists them, and the times of folders tell that nothing
was added or removed since.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog.publish.files import folders, remove

OUTSIDE = re.compile(r"(?:^|/)\.{0,2}(?:/|$)|[\\:]")
"""In a name: a part that is empty, «.» or «..», or a sign with which Windows would start anew."""
OF_SITE, OF_SPARE = "inventario.json", "inventario-reserva.json"


@dataclass(frozen=True, slots=True)
class Inventory:
    """Files of a site, by path with ``/``, and the time in nanoseconds of each of its folders."""

    names: frozenset[str]
    folders: Mapping[str, int]

    def holds(self, site: Path) -> bool:
        """True while nothing was added to the folders, or removed from them.

        Nobody who slips a site and an inventory into a tree that others build knows the times that
        its folders will have there; and no name may lead out of it.
        """
        try:
            known = not site.is_symlink() and all(map(_inside, self.names))
            return known and _times(site, folders(self.names)) == self.folders
        except OSError:
            return False

    def save(self, file: Path) -> None:
        """Write the inventory. Raises OSError."""
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_suffix(".tmp")
        text = json.dumps({"names": sorted(self.names), "folders": self.folders})
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(file)


def inventory(site: Path, names: Iterable[str]) -> Inventory:
    """The inventory of a site that has files of these ``names``. Raises OSError."""
    names = frozenset(names)
    return Inventory(names, _times(site, folders(names)))


def load(file: Path) -> Inventory | None:
    """The inventory in ``file``, if there is one."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        return Inventory(frozenset(data["names"]), dict(data["folders"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


@dataclass(frozen=True, slots=True)
class Spare:
    """The spare of ``site``; ``notes`` is a folder for the inventories."""

    site: Path
    notes: Path

    @property
    def folder(self) -> Path:
        """Where the spare waits."""
        return self.site.with_name(f".{self.site.name}-reserva")

    def take(self, fresh: Path) -> frozenset[str]:
        """Put the spare in the place of ``fresh``, an empty folder; returns the files in it.

        They may be files of the site too: they are to be replaced, never written into. None where
        there is no spare, or not all of it is known. Raises OSError.
        """
        known = load(self.notes / OF_SPARE)
        if known is None or not known.holds(self.folder):
            self.drop()
            return frozenset()
        fresh.rmdir()
        self.folder.rename(fresh)
        return known.names

    def drop(self) -> None:
        """Remove the spare; of a link, only the link. Raises OSError."""
        if self.folder.is_symlink():
            self.folder.unlink()
        shutil.rmtree(self.folder, ignore_errors=True)

    def leave(self, former: Path, without: Collection[str] = ()) -> None:
        """Make the spare of a ``former`` site, ``without`` some of its files; else remove it.

        Raises OSError.
        """
        known = load(self.notes / OF_SITE)
        self.drop()
        if known is None or not known.holds(former):
            shutil.rmtree(former, ignore_errors=True)
            return
        remove(former, without)
        former.rename(self.folder)
        inventory(self.folder, known.names.difference(without)).save(self.notes / OF_SPARE)

    def know(self, names: Iterable[str]) -> None:
        """Note which files the site has. Raises OSError."""
        inventory(self.site, names).save(self.notes / OF_SITE)


def _inside(name: str) -> bool:
    return not OUTSIDE.search(name)


def _times(site: Path, folders: Iterable[str]) -> dict[str, int]:
    return {name: (site / name).stat().st_mtime_ns for name in folders}
