"""What a built page says, whichever engine wrapped it.

Addresses are resolved against the page, blanks folded and entities read, because engines spell them
differently (`assets/x.js`, `./assets/x.js`). What stays out is listed in SHELL and is not ours.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

from tests.site.crawl import HOST, VOID

ADDRESSES = {"href", "src", "action", "data-search"}
SHELL = ("md-overlay", "md-dialog")
"""Leftovers of the themes' own base templates, empty and hidden by our style sheet: the themes give
them different attributes. Their link `md-skip` and its target `__skip` belong to them too."""


@dataclass
class Page(HTMLParser):
    """One page: every facet that a reader, a search engine or a script can tell apart."""

    address: str
    title: str = ""
    metas: list[tuple[str, str]] = field(default_factory=list)
    relations: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    data: list[object] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)

    def __post_init__(self):
        super().__init__()

    @classmethod
    def read(cls, name, text):
        """The page at ``name`` (path in the site)."""
        page = cls(f"{HOST}/{name.removesuffix('index.html')}")
        page.feed(text)
        page.close()
        return page

    @property
    def body(self):
        """All words of the page, in order."""
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        seen = {name: self._value(name, value or "") for name, value in attrs}
        if tag not in VOID:
            self.inside.append("skip" if self._skip(seen) else tag)
        if "skip" in self.inside:
            return
        if any(name in seen.get("class", "") for name in SHELL):
            seen = {"class": seen["class"]}
        self.markup.append(f"<{tag} {sorted(seen.items())}>")
        self._note(tag, seen)

    def _skip(self, seen):
        return seen.get("data-md-component") == "skip" or seen.get("id") == "__skip"

    def _value(self, name, value):
        return urljoin(self.address, value) if name in ADDRESSES else value

    def _note(self, tag, seen):
        if "id" in seen:
            self.anchors.append(seen["id"])
        if tag == "meta":
            key = seen.get("name") or seen.get("property") or seen.get("http-equiv") or "charset"
            self.metas.append((key, seen.get("content", seen.get("charset", ""))))
        elif tag == "link":
            self.relations.append((seen["rel"], seen["href"]))
        elif "href" in seen or "action" in seen:
            self.links.append(seen.get("href") or seen["action"])
        elif "src" in seen:
            self.loads.append(seen["src"])

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in VOID or not self.inside:
            return
        if "skip" not in self.inside:
            self.markup.append(f"</{tag}>")
        self.inside.pop()

    def handle_data(self, data):
        text = " ".join(data.split())
        if not text or "skip" in self.inside:
            return
        if self.inside[-1:] == ["script"]:
            self.data.append(json.loads(text))
        elif self.inside[-1:] == ["title"]:
            self.title = text
        else:
            self.words.append(text)
        self.markup.append(text)

    def asked(self):
        """Everything a browser fetches on its own."""
        kept = ("stylesheet", "icon", "manifest", "apple-touch-icon", "preload", "preconnect")
        found = [to for relation, to in self.relations if relation in kept]
        return [urldefrag(to)[0] for to in (*self.loads, *found)]
