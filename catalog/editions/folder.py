"""A built site as a folder of files: every link names its file.

A web server answers ``casos/`` with ``casos/index.html``; a folder opened from a disk shows a list
of files instead. All pages are rewritten here, whoever made them. What the folder does not hold is
linked where it is published.
"""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

INDEX = "index.html"
ADDRESS = re.compile(r'(?<=[\s])(href|src|action|data-root|data-search|data-href)="([^"]*)"')
REFRESH = re.compile(r'(<meta http-equiv="refresh" content="\d+; ?url=)([^"]*)(")', re.IGNORECASE)
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?|$", re.IGNORECASE)
TAIL = re.compile(r"[?#]")


@dataclass(frozen=True, slots=True)
class Held:
    """Files of a site, its folders with an ``index.html`` (the root as ""), its web address."""

    files: frozenset[str]
    folders: frozenset[str]
    public: str


def to_files(site: Path, public: str) -> None:
    """Rewrite the links of all pages below ``site``. Raises OSError from the disk."""
    files = (path for path in site.rglob("*") if path.is_file())
    names = frozenset(path.relative_to(site).as_posix() for path in files)
    held = Held(names, frozenset(posixpath.dirname(n) for n in names if _is_index(n)), public)
    for page in sorted(site.rglob("*.html")):
        _rewrite(page, posixpath.dirname(page.relative_to(site).as_posix()), held)


def _is_index(name: str) -> bool:
    return posixpath.basename(name) == INDEX


def _rewrite(page: Path, here: str, held: Held) -> None:
    before = page.read_text(encoding="utf-8")

    def named(found: re.Match[str]) -> str:
        return f'{found[1]}="{_quoted(found[2], here, held)}"'

    def refreshed(found: re.Match[str]) -> str:
        return f"{found[1]}{_quoted(found[2], here, held)}{found[3]}"

    after = REFRESH.sub(refreshed, ADDRESS.sub(named, before))
    if after != before:
        page.write_text(after, encoding="utf-8", newline="")


def _quoted(address: str, here: str, held: Held) -> str:
    plain = html.unescape(address)
    found = file_address(plain, here, held)
    return address if found == plain else html.escape(found)


def file_address(address: str, here: str, held: Held) -> str:
    """``address`` as written in a page of the folder ``here``, naming its file.

    An address from the root of a server becomes relative, because a disk has another root.
    """
    if OUTSIDE.match(address):
        return address
    cut = TAIL.search(address)
    path, rest = (address[: cut.start()], address[cut.start() :]) if cut else (address, "")
    if path.startswith("/"):
        path = (posixpath.relpath(path.strip("/") or ".", here or ".")) + "/" * path.endswith("/")
    target = posixpath.normpath(posixpath.join(here, unquote(path)))
    target = "" if target == "." else target
    if target in held.folders:
        path = f"{path.rstrip('/')}/{INDEX}".removeprefix("./")
    elif target not in held.files and held.public and not target.startswith(".."):
        end = "/" if path.endswith("/") else ""
        path = f"{held.public}{quote(target.removesuffix(INDEX))}{end}"
    return path + rest
