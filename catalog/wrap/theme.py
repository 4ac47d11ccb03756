"""MkDocs' theme as a function from a document to the file that `mkdocs build` would write."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn, overload
from urllib.parse import urlsplit

from mkdocs import utils
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from catalog.wrap.envelope import open_envelope

HOME = "index.md"
MAIN = "main.html"
LEFT_OUT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


class UnsuitedError(Exception):
    """A configuration that needs the whole engine; the message says why (Spanish)."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the map of the site has to know of a page."""

    document: str
    canonical_url: str
    location: str
    robots: str
    updated: str


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A page: its path in the site, its bytes, its line in the map of the site."""

    target: str
    content: bytes
    listed: Listed


class Theme:
    """The theme, set up once from an engine configuration as `mkdocs build` does it.

    Raises UnsuitedError when the configuration has what only a whole build can honour.
    """

    def __init__(self, config_file: Path) -> None:
        logging.getLogger("mkdocs").setLevel(logging.ERROR)  # its advice is for its own users
        self.config: MkDocsConfig = load_config(str(config_file))
        _require_plain(self.config)
        self.env = self.config.theme.get_env()
        home = self._file(HOME)
        self.nav: Navigation = get_navigation(Files([home]), self.config)
        self.home = home

    def target(self, document: str) -> str:
        """Path in the site of a Markdown document or of a file that is copied as it is."""
        return str(self._file(document).dest_uri)

    def included(self, path: str) -> bool:
        """False for files that the engine leaves out (hidden ones, ``exclude_docs``)."""
        file = self._file(path)
        set_exclusions([file], self.config)
        return file.inclusion not in LEFT_OUT

    def wrap(self, document: str, text: str, known: frozenset[str] = frozenset()) -> Wrapped:
        """The page made of ``text``. Links of Markdown texts are resolved against ``known``."""
        file = self.home if document == HOME else self._file(document)
        page = file.page or Page(None, file, self.config)
        envelope = open_envelope(text)
        if envelope:
            page.meta, page.content, page.markdown = dict(envelope.meta), envelope.content, ""
        else:
            file.content_string = text
            page.read_source(self.config)
            page.render(self.config, _Known(known, self))
        content = self._render(str(page.meta.get("template", MAIN)), page)
        meta = page.meta
        row = (page.canonical_url, meta.get("location"), meta.get("robots"), meta.get("updated"))
        listed = Listed(document, *(str(value or "") for value in row))
        return Wrapped(str(file.dest_uri), content, listed)

    def copied(self, taken: Iterable[str]) -> Iterator[tuple[str, Path]]:
        """Files that the theme brings along: path in the site, and file. ``taken`` win."""
        files, own = Files([]), set(taken)
        files.add_files_from_theme(self.env, self.config)
        for file in files:
            if file.src_uri not in own:
                yield str(file.dest_uri), Path(str(file.abs_src_path))

    def whole(self, pages: Iterable[Listed]) -> Iterator[tuple[str, bytes]]:
        """Files about the site as a whole: the page of errors, and the map of all pages."""
        listed = [self._entry(page) for page in sorted(pages, key=_walked)]
        for name in sorted(self.config.theme.static_templates):
            content = self._static(name, listed)
            if content.strip():
                yield name, content

    def _file(self, path: str) -> File:
        return File(path, None, self.config.site_dir, self.config.use_directory_urls)

    def _entry(self, listed: Listed) -> SimpleNamespace:
        """What the map of the site asks of a page."""
        meta = {name: getattr(listed, name) for name in ("location", "robots", "updated")}
        page = SimpleNamespace(canonical_url=listed.canonical_url, meta=meta)
        return SimpleNamespace(page=page, url=self._file(listed.document).url)

    def _render(self, template: str, page: Page) -> bytes:
        page.active = True
        context = get_context(self.nav, _NO_PAGES, self.config, page)
        return _bytes(self.env.get_template(template).render(context))

    def _static(self, name: str, pages: Sequence[Any]) -> bytes:
        root = urlsplit(self.config.site_url or "/").path
        base = root if utils.is_error_template(name) else utils.get_relative_url(".", name)
        context = get_context(self.nav, pages, self.config, base_url=str(base))
        return self.env.get_template(name).render(context).encode()


class _Known(Files):
    """Documents by their path, made when a link asks for one: a catalog has ten thousand."""

    def __init__(self, paths: frozenset[str], theme: Theme) -> None:
        super().__init__([])
        self._paths, self._theme = paths, theme

    def get_file_from_path(self, path: str) -> File | None:
        return self._theme._file(path) if path in self._paths else None


class _NoPages(Sequence[File]):
    """Stands for ``pages`` where a page is wrapped without the others."""

    def _refuse(self) -> NoReturn:
        raise UnsuitedError("una plantilla del tema recorre «pages»")

    @overload
    def __getitem__(self, index: int) -> File: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[File]: ...
    def __getitem__(self, index: int | slice) -> File | Sequence[File]:
        self._refuse()

    def __len__(self) -> int:
        self._refuse()


_NO_PAGES = _NoPages()


def _require_plain(config: MkDocsConfig) -> None:
    """Plugins, hooks and a navigation see all pages at once: only a whole build can honour them."""
    reasons = {
        "plugins": bool(config.plugins),
        "hooks": bool(config.hooks),
        "extra_templates": bool(config.extra_templates),
        "nav": _documents(config.nav) != [HOME],
    }
    found = [f"«{key}»" for key, present in reasons.items() if present]
    if found:
        raise UnsuitedError(f"mkdocs.yml usa {', '.join(found)}")


def _documents(nav: object) -> list[object]:
    items = nav if isinstance(nav, list) else []
    listed = (item.values() if isinstance(item, dict) else [item] for item in items)
    return [document for documents in listed for document in documents]


def _walked(listed: Listed) -> tuple[tuple[int, str], ...]:
    """Order in which MkDocs walks a tree: files before folders, ``index`` first."""
    *folders, name = listed.document.split("/")
    first = name.rpartition(".")[0] in ("index", "README")
    return (*((2, folder) for folder in folders), (0 if first else 1, name))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", errors="xmlcharrefreplace")
