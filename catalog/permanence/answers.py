"""What the new tree answers, what it owes, and how to mend the difference."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping

from catalog.model import Catalog, Finding, Kind
from catalog.permanence.list import FILE, Addresses
from catalog.render import links
from catalog.rules.permanence import (
    Leading,
    Listed,
    Lost,
    Remedy,
    dead_successor,
    lost_address,
    odd_line,
    unusable_list,
)

INDEX = "/index.md"
KIND_OF = {folder: kind for kind, folder in links.FOLDERS.items()}
VOCABULARY_OF = {folder: name for name, folder in links.FACETS.items()}
PROMISED = frozenset({*KIND_OF, *VOCABULARY_OF})
"""Folders whose pages are addresses for ever: entries and terms."""


def addresses(documents: Iterable[str]) -> frozenset[str]:
    """Addresses to keep for ever among documents: «casos/x/index.md» -> «/casos/x/»."""
    found = (f"/{name.removesuffix(INDEX)}/" for name in documents if name.endswith(INDEX))
    return frozenset(
        address
        for address in found
        if address.count("/") == 3 and address.split("/")[1] in PROMISED
    )


def judge(known: Addresses, answering: Collection[str], catalog: Catalog) -> Iterator[Finding]:
    """Findings on the list and on the tombstones, given every address that will answer."""
    yield from unusable_list.judge(FILE, [known.problem] if known.problem else [])
    yield from odd_line.judge(FILE, (line for line in known.lines if not line.sound))
    gone = (line for line in known.lines if line.sound and line.text not in answering)
    yield from lost_address.judge(FILE, [Lost(line, remedy(line, catalog)) for line in gone])


def judge_tombstones(answering: Collection[str], catalog: Catalog) -> Iterator[Finding]:
    """Findings on withdrawn entries that send their readers nowhere."""
    stones = [
        Leading(entry.file, entry.tombstone.successor, f"/{links.local(entry.tombstone.successor)}")
        for entries in catalog.withdrawn.values()
        for entry in entries.values()
        if entry.tombstone is not None and entry.tombstone.successor
    ]
    yield from dead_successor.judge("", stones, answering)


def remedy(line: Listed, catalog: Catalog) -> Remedy:
    """The line that makes an address answer again."""
    _, folder, id, _ = line.text.split("/")
    if folder in KIND_OF:
        return _of_entry(KIND_OF[folder], id, catalog)
    if folder in VOCABULARY_OF:
        return _of_term(VOCABULARY_OF[folder], id, catalog)
    return Remedy(
        "Ninguna página del catálogo usa esa carpeta; si es un error, borre la línea.", ""
    )


def remedy_for(address: str, catalog: Catalog) -> Remedy:
    """The same for a sound address that stands on no line."""
    return remedy(Listed(1, address), catalog)


def _of_entry(kind: Kind, id: str, catalog: Catalog) -> Remedy:
    key = "aliases" if kind is Kind.CASE else "redirect_from"
    near = _nearest(id, {other: other for other in catalog.entries(kind)})
    where = f" en {kind.folder}/{near}{kind.suffix}" if near else " en la ficha que la continúa"
    hint = (
        f"Si cambió de nombre, pegue{where} la línea de abajo. Si se retiró, recupere "
        f"{kind.folder}/{id}{kind.suffix} y póngale «tombstone: {{reason: '…', successor: "
        f"/{links.FOLDERS[kind]}/…/}}». Si nunca llegó a publicarse, borre la línea."
    )
    return Remedy(hint, f"{key}: [{id}]")


def _of_term(vocabulary: str, slug: str, catalog: Catalog) -> Remedy:
    terms = {links.term_slug(term): term.id for term in catalog.vocabularies[vocabulary]}
    near = _nearest(slug, terms)
    where = f" al término «{near}»" if near else " al término que lo continúa"
    hint = (
        f"Es la página de un término de vocab/{vocabulary}.yml. Devuélvale su «slug», "
        f"o pegue{where} la línea de abajo. Si nunca llegó a publicarse, borre la línea."
    )
    return Remedy(hint, f"redirect_from: [{slug}]")


def _nearest(wanted: str, known: Mapping[str, str]) -> str:
    found = difflib.get_close_matches(wanted, known, n=1, cutoff=0.7)
    return known[found[0]] if found else ""
