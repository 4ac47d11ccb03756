"""Read a built site from disk: pages, their links and their anchors."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

HOST = "https://sitio.invalid"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Page(HTMLParser):
    """What a page says: where it links, what it loads, which ids it offers, how it is built."""

    path: str
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    language: str = ""
    open_tags: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attrs):
        names = dict(attrs)
        if tag not in VOID:
            self.open_tags.append(tag)
        if "id" in names:
            self.ids.append(names["id"])
        if tag == "html":
            self.language = names.get("lang", "")
        if tag in ("a", "area") and names.get("href") is not None:
            self.links.append(names["href"])
        if tag in ("script", "img", "iframe") and names.get("src"):
            self.loads.append(names["src"])
        if tag == "link" and names.get("rel") in ("stylesheet", "icon", "manifest"):
            self.loads.append(names["href"])
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        data = names.get("type", "").endswith("json")
        if tag == "script" and not names.get("src") and not data:
            self.inline.append("script")
        self.inline += [name for name in names if name == "style" or name.startswith("on")]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open_tags.pop()

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.open_tags and self.open_tags[-1] == tag:
            self.open_tags.pop()
        elif tag not in ("p", "li", "dt", "dd"):
            self.faults.append(f"</{tag}> closes {self.open_tags[-1:]}")


class Site:
    """All pages below a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def pages(self) -> dict[str, Page]:
        found = {}
        for file in sorted(self.folder.rglob("*.html")):
            path = "/" + file.relative_to(self.folder).as_posix()
            page = Page(path.removesuffix("index.html"))
            page.feed(file.read_text(encoding="utf-8"))
            page.close()
            found[page.path] = page
        return found

    def dead_links(self) -> list[str]:
        """Links and loads that lead nowhere inside the site."""
        dead = []
        for page in self.pages.values():
            for to in {*page.links, *page.loads}:
                problem = self._problem(page, to)
                if problem:
                    dead.append(f"{page.path} -> {to}: {problem}")
        return dead

    def _problem(self, page: Page, to: str) -> str:
        target = urlsplit(urljoin(HOST + page.path, to))
        if f"{target.scheme}://{target.netloc}" != HOST:
            return ""
        path = unquote(target.path)
        known = self.pages.get(path)
        if known is None and not (self.folder / path.lstrip("/")).is_file():
            return "no such page"
        if target.fragment and known and unquote(target.fragment) not in known.ids:
            return "no such anchor"
        return ""

    def foreign_loads(self) -> list[str]:
        """Everything a page would fetch from another host."""
        return [
            f"{page.path}: {load}"
            for page in self.pages.values()
            for load in page.loads
            if urlsplit(load).netloc
        ]
