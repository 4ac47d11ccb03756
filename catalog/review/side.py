"""One side of a comparison: a tree with everything that can be worked out of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from catalog.model import Catalog, Finding, Kind
from catalog.options import Options
from catalog.permanence import addresses, read
from catalog.pipeline import gather
from catalog.render import links, render
from catalog.render.site import Site
from catalog.settings import load_settings

FOLDERS = (*(kind.folder for kind in Kind), "vocab")


@dataclass(frozen=True)
class Side:
    """A tree: its catalog, its findings, a digest of every file, and the addresses it answers."""

    site: Site
    findings: tuple[Finding, ...]
    files: Mapping[str, str]
    answers: frozenset[str]
    listed: frozenset[str]

    @property
    def catalog(self) -> Catalog:
        """Everything computed."""
        return self.site.catalog

    @property
    def owed(self) -> frozenset[str]:
        """Addresses that readers may have: those answered and those ever published."""
        return self.answers | self.listed

    def written(self) -> frozenset[str]:
        """Addresses of files that are there, sound or not."""
        pairs = (name.rsplit(".", 1)[0].split("/") for name in self.files)
        kinds = {kind.folder: kind for kind in Kind}
        return frozenset(
            f"/{links.entry(kinds[parts[0]], parts[1])}"
            for parts in pairs
            if len(parts) == 2 and parts[0] in kinds
        )


def side(options: Options) -> Side:
    """Read, judge and compute a tree. Writes nothing."""
    catalog, findings = gather(replace(options, cached=False))  # a cache would be written
    settings = load_settings(options.root, options.project)
    pages, _ = render(catalog, settings)
    known = read(options.root)
    return Side(
        site=Site(catalog, settings),
        findings=tuple(findings),
        files=_digests(options),
        answers=addresses(pages),
        listed=known.sound if known else frozenset(),
    )


def _digests(options: Options) -> dict[str, str]:
    return {
        path.relative_to(options.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in FOLDERS
        for path in sorted((options.root / folder).rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
