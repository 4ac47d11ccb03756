"""Everything that is published, made part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from catalog.export import citations, data_page, weigh, whole_files
from catalog.model import Catalog
from catalog.options import Options
from catalog.pipeline.editions import Edition, edition_of
from catalog.pipeline.makers import of_texts
from catalog.preview import previews, sweep
from catalog.publish import Page
from catalog.reads import Later
from catalog.render import documents
from catalog.render.site import Part, Site
from catalog.settings import Settings, load_settings
from catalog.stages import Stages

PICTURES = "vista"


@dataclass(frozen=True)
class Contents:
    """A catalog as files: path below the documents, and content."""

    catalog: Catalog
    settings: Settings
    edition: Edition
    site: Site = field(init=False)

    def __post_init__(self) -> None:
        urls = not self.edition.offline
        base = partial(of_texts, self.catalog.vocabularies, self.settings, directory_urls=urls)
        site = Site(self.catalog, self.settings, directory_urls=urls, base=base)
        object.__setattr__(self, "site", site)

    @classmethod
    def of(cls, catalog: Catalog, options: Options) -> Contents:
        """What ``options`` want published of a catalog."""
        edition = edition_of(options)
        settings = edition.settings(load_settings(options.root, options.project))
        return cls(catalog, settings, edition)

    def part(self, tell: Stages, number: int = 0, of: int = 1) -> Iterator[tuple[str, Page]]:
        """One of ``of`` shares of the generated files. Whole tables go with the first."""
        site = self.site
        site.part = Part(number, of)
        tell("Exportando los datos")
        if site.part.has(0):
            yield from self._tables(tell)
        yield from tell.counted(citations(site.catalog, self.settings, site.reads, self._share))
        yield from documents(site, tell)
        tell("Dibujando las imágenes")
        yield from tell.counted(previews(site, self._pictures))

    def _share(self, ids: Iterable[str]) -> Iterable[str]:
        return self.site.part.share(ids, str)

    def _tables(self, tell: Stages) -> Iterator[tuple[str, Page]]:
        """Files about the whole, the JSON of entries, and the page that offers them with sizes."""
        site, urls = self.site, self.site.directory_urls
        weights: dict[str, int] = {}
        for path, content in tell.counted(whole_files(site.catalog, self.settings, site.reads)):
            if not isinstance(content, Later):
                weights[path] = weigh(content)
            yield path, content
        yield from data_page(self.catalog, self.settings, weights, directory_urls=urls).items()
        yield from self.edition.files(self.settings).items()

    def by_hand(self) -> dict[str, Path]:
        """Hand-written pages and their files; a generated file of the same path hides one."""
        docs = self.edition.options.folder("docs")
        return {
            path.relative_to(docs).as_posix(): path
            for path in sorted(docs.rglob("*"))
            if path.is_file() and not path.is_symlink()
        }

    def whole(self, tell: Stages) -> dict[str, Page]:
        """All of it at once, sorted by path."""
        made = {**self.by_hand(), **dict(self.part(tell))}
        return dict(sorted(made.items()))

    def sweep(self, paths: Iterator[Path]) -> None:
        """Remove pictures that none of ``paths`` is. Raises OSError from the disk."""
        if self._pictures.is_dir():
            sweep(self._pictures, set(paths))

    @property
    def _pictures(self) -> Path:
        return self.edition.options.build / PICTURES
