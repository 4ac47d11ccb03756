"""The two editions: the site for a server, and the same site packed to be read from a folder."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from catalog import editions
from catalog.options import Options
from catalog.pipeline.engines import ENGINES, Order
from catalog.publish import Spare, keep
from catalog.settings import Settings, config_file

EDITIONS = ("web", "offline")
OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Edition:
    """What is made and where it goes.

    ``version``: hash of what a packed copy is made from; ``archive``: the packed copy to offer.
    """

    options: Options
    version: str = ""
    archive: Path | None = None

    @property
    def offline(self) -> bool:
        """True for the packed copy."""
        return self.options.edition == OFFLINE

    @property
    def work(self) -> Path:
        """Folder of the generated tree and of the engine's settings."""
        return self.options.build / OFFLINE if self.offline else self.options.build

    @property
    def site(self) -> Path:
        """Where the built site is left."""
        return self.options.site or self.work / "site"

    @property
    def again(self) -> bool:
        """True where what the last build left may be used for this one, page by page."""
        options = self.options
        whole = options.full or options.plain or options.engine != ENGINES[0]
        return not whole and not self.offline

    @property
    def spare(self) -> Spare | None:
        """The site before the last one, for a site below our folder: others may not want it."""
        if self.site.is_relative_to(self.work):
            return Spare(self.site, self.ledger.parent)
        return None

    @property
    def ledger(self) -> Path:
        """What the last site was made from."""
        return self.work / "cache" / "sitio.json"

    @property
    def extra(self) -> Mapping[str, object]:
        """What the theme and the pages have to know. Nobody shares a link to a file on a disk."""
        offered = editions.NAME if self.archive else ""
        found = {"app": not self.offline, "offline_copy": offered}
        return found | {"previews": False} if self.offline else found

    def settings(self, settings: Settings) -> Settings:
        """The settings of the catalog with those of the edition."""
        return replace(settings, extra={**settings.extra, **self.extra})

    def files(self, settings: Settings) -> dict[str, str]:
        """What this edition publishes besides pages and data."""
        return {} if self.offline else {editions.MANIFEST: editions.manifest(settings)}


@dataclass(frozen=True, slots=True)
class Made:
    """What came out: a site or an archive, and lines for people."""

    target: Path
    notes: tuple[str, ...] = ()


def edition_of(options: Options) -> Edition:
    """The edition that ``options`` ask for."""
    if options.edition == OFFLINE:
        return Edition(options, version=editions.fingerprint(options))
    site = options.site or options.build / "site"
    return Edition(options, archive=editions.current(options, site))


def order_of(edition: Edition, fresh: Path) -> Order:
    """What an engine has to know to build ``edition`` into ``fresh``."""
    options = edition.options
    return Order(
        config=config_file(options.root, options.project).resolve(),
        docs=(edition.work / "docs").resolve(),
        site=fresh.resolve(),
        theme=options.folder("theme").resolve(),
        build=edition.work.resolve(),
        extra=edition.extra,
    )


def finish(
    edition: Edition, settings: Settings, fresh: Path, facts: Mapping[str, editions.Facts]
) -> Made:
    """Complete the site in ``fresh`` and put it in its place. ``facts`` spare reading it again.

    Raises EditionError for names that some disk refuses, and OSError.
    """
    if edition.offline:
        return _packed(edition, settings, fresh)
    editions.install(fresh, facts)
    editions.place(edition.archive, edition.options.build, edition.site, fresh)
    _published(edition, fresh, {*facts, *editions.added(fresh)} if facts else set())
    editions.leave_one(edition.archive, edition.options.build, edition.site)
    return Made(edition.site)


def _published(edition: Edition, fresh: Path, names: set[str]) -> None:
    """Put the site in ``fresh`` in its place, and its predecessor where the next build wants it.

    ``names``: of all its files, if they are known.
    """
    spare = edition.spare
    if spare is None:
        keep(fresh, edition.site)
    elif edition.again and names:
        keep(fresh, edition.site, lambda former: spare.leave(former, without=(editions.NAME,)))
    else:
        spare.drop()
        keep(fresh, edition.site)
    if spare and names:
        spare.know(names)


def _packed(edition: Edition, settings: Settings, fresh: Path) -> Made:
    """Turn the built site into a folder of files, and that into the one archive."""
    options = edition.options
    editions.drop_online_only(fresh)
    editions.slim(fresh)
    editions.to_files(fresh, settings.site_url)
    (fresh / editions.README).write_bytes(editions.readme(settings, edition.version))
    editions.check_names(f.relative_to(fresh).as_posix() for f in fresh.rglob("*") if f.is_file())
    archive = options.build / editions.NAME
    editions.pack(fresh, archive, edition.version)
    (options.build / "site" / editions.NAME).unlink(missing_ok=True)
    if options.site:
        keep(fresh, options.site)
    else:
        shutil.rmtree(fresh)
    return Made(archive, editions.sizes(archive))
