"""Ids: what makes one, and which one to propose for what is known of an entry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

from catalog.model import Kind

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 60
WORDS = 5
SMALL = frozenset(
    (
        *("a", "al", "con", "de", "del", "e", "el", "en", "la", "las", "lo", "los", "o", "para"),
        *("por", "que", "se", "su", "un", "una", "y"),
    )
)


def slug_problem(slug: str) -> str:
    """Why a text cannot be an id (Spanish), or nothing."""
    if SLUG.fullmatch(slug) and len(slug) <= LONGEST:
        return ""
    return f"«{slug}» no sirve de id: use minúsculas sin tilde, cifras y guiones (hasta {LONGEST})."


def propose(kind: Kind, values: Mapping[str, str], taken: Collection[str]) -> str:
    """A free id: country and title of a case, publisher and title of a source, name or title."""
    named = values.get("title") or values.get("name") or kind.value
    words = [word for word in plain_words(named) if word not in SMALL][:WORDS]
    if kind is Kind.CASE:
        first, *others = plain_words(values.get("country", "")) or ["regional"]
        words.insert(0, "regional" if others else first)
    elif kind is Kind.SOURCE:
        words = [*plain_words(values.get("publisher", ""))[:1], *words]
        words += plain_words(values.get("issued", ""))[:1]
    slug = "-".join(words)[:LONGEST].rstrip("-")
    return next(free for free in numbered(slug) if free not in taken)


def plain_words(text: str) -> list[str]:
    """Words in ASCII and lower case."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", ascii_text)


def numbered(slug: str) -> Collection[str]:
    """The slug, then with 2, 3... behind it."""
    return [slug, *(f"{slug[: LONGEST - 4]}-{n}" for n in range(2, 1000))]
