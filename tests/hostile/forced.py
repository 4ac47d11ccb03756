"""What a build would publish if nothing had been checked: every attack in one catalog.

Only tests do this. Whatever the typed reader can hold is kept, whatever it cannot is left as in the
sound entry; an attack that leaves no text at all (bytes, links) has nothing to publish.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from catalog.assemble import assemble
from catalog.check import check
from catalog.check.entries import read_record
from catalog.load import load_tree, read_document
from catalog.load.nodes import read_nodes
from catalog.load.text import stem
from catalog.load.vocabularies import vocabulary
from catalog.model import Economics, Entries, Kind, MappingNode, Money, PartialDate, Vocabularies
from catalog.rules import Lexicon
from catalog.schema import RECORDS
from tests.hostile.attacks import MINI, PROJECT, attacks

LARGEST = 20_000
"""Attacks on time are left to the checks: nothing so large gets past them."""
DAY = PartialDate(2026, 11, 21)
FOLDERS = {kind.folder: kind for kind in Kind}


def forced():
    """The catalog of all attacks, and how many of them are in it."""
    sources, _ = load_tree(MINI, PROJECT)
    sound, _ = check(sources)
    words = hostile_words(sources.vocabularies)
    lexicon = Lexicon(words)
    tables = {kind: dict(getattr(sound, kind.folder)) for kind in Kind}
    before = sum(map(len, tables.values()))
    for attack in attacks():
        kind = FOLDERS.get(PurePosixPath(attack.path).parts[0] if attack.path else "")
        if kind is None or attack.append:
            continue
        for place in filter(None, (attack.place, attack.beside)):
            entry = forced_entry(kind, place, attack, tables[kind], lexicon)
            if entry is not None:
                tables[kind][entry.id] = entry
    published = sum(map(len, tables.values())) - before
    entries = Entries(
        **{k.folder: dict(sorted(t.items())) for k, t in tables.items()}, vocabularies=words
    )
    return assemble(entries), published


def hostile_words(words):
    """The vocabularies with every attack on them at their end."""
    by_name = dict(words.by_name)
    for name in ("sectors",):
        added = "".join(a.append for a in attacks() if a.append)
        text = (PROJECT / "vocab" / f"{name}.yml").read_text(encoding="utf-8")
        by_name[name] = vocabulary(name, read_nodes(name, text + added)[0])
    return Vocabularies(by_name)


def forced_entry(kind, place, attack, sound, lexicon):
    """The entry of an attack, as far as the reader can type it."""
    if attack.symlink or attack.hardlink or attack.fifo or len(attack.content) > LARGEST:
        return None
    text = attack.content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    document, _ = read_document(kind, place, text)
    if document.fields is None:
        return None
    model = next(iter(sound.values()))
    values = {}
    for pair in document.fields.pairs:
        values |= readable(RECORDS[kind], MappingNode((pair,), document.fields.spot), lexicon)
    place = place.encode("utf-8", "replace").decode()
    id = stem(PurePosixPath(place).name)
    entry = replace(model, id=id, file=place, updated=DAY)
    entry = replace(entry, body=document.body) if kind.suffix == ".md" else entry
    return replace(entry, **values)


def readable(record, node, lexicon):
    """The value of one field, nothing when it cannot be typed."""
    key = node.pairs[0][0].text
    field = record.by_name.get(key)
    if field is None:
        return {}
    try:
        values = read_record(record, node, lexicon)
    except (AssertionError, KeyError, TypeError, ValueError, RecursionError):
        return {}
    name = field.attribute or field.name
    return {name: values[name]} if name in values and whole(values[name]) else {}


def whole(value):
    """False for a number that could not be read, however deep."""
    if isinstance(value, tuple):
        return all(map(whole, value))
    if isinstance(value, Money):
        return value.value is not None
    if isinstance(value, Economics):
        return whole((value.investment or (), value.annual_saving or ()))
    return value is not None
