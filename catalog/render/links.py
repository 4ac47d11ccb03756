"""Where every page lives, and relative addresses between pages.

Relative links make the site work below any base and, unpacked, from a folder.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from catalog.model import Kind, Term

FOLDERS = {
    Kind.CASE: "casos",
    Kind.PRACTICE: "practicas",
    Kind.ORGANIZATION: "organizaciones",
    Kind.SOURCE: "fuentes",
    Kind.COLLECTION: "formacion",
}
FACETS = {
    "countries": "paises",
    "sectors": "sectores",
    "resources": "recursos",
    "levels": "niveles",
    "instruments": "instrumentos",
}
"""Vocabularies whose terms have a page each, and the folder of those pages."""

EXPLORE, CONTRIBUTE, METHOD, DATA = "explorar/", "aportar/", "metodologia/", "datos/"
ELSEWHERE = frozenset({EXPLORE, CONTRIBUTE, METHOD, DATA, "acerca/", "formacion/", "buscar/"})
"""Pages of the site that other parts of the program write."""


def entry(kind: Kind, id: str) -> str:
    """The address of an entry from the root of the site: «casos/co-curtiembre/»."""
    return f"{FOLDERS[kind]}/{id}/"


def slug(text: str) -> str:
    """A label as an address part: «Caña de azúcar» -> «cana-de-azucar»."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def term_slug(term: Term) -> str:
    """The Spanish address part of a term: as written in the vocabulary, else from its label."""
    return term.slug or slug(term.name) or slug(term.id)


def term(vocabulary: str, term: Term) -> str:
    """The address of the page of a term."""
    return f"{FACETS[vocabulary]}/{term_slug(term)}/"


PARTS = re.compile(r"/?([a-z0-9-]+(?:/[a-z0-9-]+)*)/?")


def local(text: str) -> str:
    """An address of this site as an author wrote it, from the root; empty for anything else."""
    found = PARTS.fullmatch(text.strip())
    return f"{found[1]}/" if found else ""


def document(address: str) -> str:
    """The file that the engine turns into the page: «casos/x/» -> «casos/x/index.md»."""
    return f"{address}index.md"


def relative(here: str, to: str, *, directory_urls: bool = True) -> str:
    """``to`` as seen from the page ``here``; both from the root. Fragments and queries stay.

    Without directory addresses the file is named, because a folder opened from disk has no index.
    """
    if "#" in to and to.partition("#")[0] == here:
        return to[len(here) :]
    return _from_depth(here.count("/"), to, directory_urls)


@lru_cache(maxsize=1 << 14)
def _from_depth(depth: int, to: str, directory_urls: bool) -> str:
    """``to`` from any other page so many folders deep; most pages link to the same ones."""
    path, mark, rest = _split(to)
    found = f"{'../' * depth}{path}"
    names_file = "." in path.rpartition("/")[2]
    end = "" if directory_urls or names_file else "index.html"
    return f"{found}{end}{mark}{rest}" if found or end else f"./{mark}{rest}"


def _split(to: str) -> tuple[str, str, str]:
    for mark in "?#":
        path, found, rest = to.partition(mark)
        if found:
            return path, mark, rest
    return to, "", ""


def preview(address: str) -> str:
    """Path of the picture that stands for an entry where its link is shared."""
    return f"assets/vista/{address.rstrip('/')}.png"
