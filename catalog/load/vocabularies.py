"""vocab/*.yml to vocabularies. A root may bring its own files; the project lends the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from catalog.load.files import Listed, list_folder, read_text
from catalog.load.nodes import read_nodes
from catalog.load.text import stem
from catalog.model import (
    Finding,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    Synonym,
    Term,
    Vocabularies,
    Vocabulary,
)

FOLDER = "vocab"
WHOLE = re.compile(r"0|[1-9]\d{0,8}")
KNOWN = frozenset(
    (
        *("id", "label", "definition", "slug", "synonyms"),
        *("broader", "exact_match", "deprecated", "replaced_by"),
    )
)


def load_vocabularies(
    root: Path, project: Path
) -> tuple[Vocabularies, dict[str, tuple[str, Node | None]], list[Finding]]:
    """All vocabularies, and each file's text and nodes by label for the rules that judge them."""
    texts, findings = vocabulary_texts(root, project)
    vocabularies, raw, found = parse_vocabularies(texts)
    return vocabularies, raw, findings + found


def vocabulary_texts(root: Path, project: Path) -> tuple[dict[str, str | None], list[Finding]]:
    """The text of each file by label, in order; ``None`` for one that cannot be read."""
    findings: list[Finding] = []
    files: dict[str, Listed] = {}
    for base in dict.fromkeys((project, root)):
        listed, found = list_folder(base, FOLDER, ".yml")
        files |= {file.name: file for file in listed}
        findings += found if base == root else []
    texts: dict[str, str | None] = {}
    for _, file in sorted(files.items()):
        texts[file.label], found = read_text(file)
        findings += found
    return texts, findings


def parse_vocabularies(
    texts: Mapping[str, str | None],
) -> tuple[Vocabularies, dict[str, tuple[str, Node | None]], list[Finding]]:
    """Vocabularies out of their texts, with text and nodes of each file by label."""
    findings: list[Finding] = []
    raw: dict[str, tuple[str, Node | None]] = {}
    by_name: dict[str, Vocabulary] = {}
    for label, text in texts.items():
        node, found = read_nodes(label, text) if text is not None else (None, [])
        findings += found
        raw[label] = (text or "", node)
        by_name[stem(label)] = vocabulary(stem(label), node)
    return Vocabularies(MappingProxyType(by_name)), raw, findings


def vocabulary(name: str, node: Node | None) -> Vocabulary:
    """The sound terms of a file, those with an id and a Spanish label. Rules judge the others."""
    items = node.items if isinstance(node, SequenceNode) else ()
    terms = [term(item) for item in items if isinstance(item, MappingNode)]
    return Vocabulary(name, MappingProxyType({t.id: t for t in terms if t.id and "es" in t.label}))


def term(node: MappingNode) -> Term:
    """One term, with what it lacks left empty."""
    extra = {key.text: plain_value(value) for key, value in node.pairs if key.text not in KNOWN}
    return Term(
        id=scalar(node, "id"),
        label=MappingProxyType(texts(node.get("label"))),
        definition=scalar(node, "definition"),
        slug=scalar(node, "slug"),
        synonyms=tuple(synonyms(node.get("synonyms"))),
        broader=scalar(node, "broader"),
        exact_match=MappingProxyType(texts(node.get("exact_match"))),
        deprecated=scalar(node, "deprecated").lower() == "true",
        replaced_by=scalar(node, "replaced_by"),
        extra=MappingProxyType(extra),
    )


def scalar(node: MappingNode, key: str) -> str:
    """The text under a key, or nothing."""
    value = node.get(key)
    return value.text if isinstance(value, ScalarNode) else ""


def texts(node: Node | None) -> dict[str, str]:
    """The scalar pairs of a mapping."""
    pairs = node.pairs if isinstance(node, MappingNode) else ()
    return {key.text: value.text for key, value in pairs if isinstance(value, ScalarNode)}


def synonyms(node: Node | None) -> list[Synonym]:
    """Synonyms given as text or as ``{text, country}``."""
    found = []
    for item in node.items if isinstance(node, SequenceNode) else ():
        if isinstance(item, ScalarNode):
            found.append(Synonym(item.text))
        elif isinstance(item, MappingNode):
            found.append(Synonym(scalar(item, "text"), scalar(item, "country")))
    return [synonym for synonym in found if synonym.text]


def plain_value(node: Node) -> object:
    """What only some vocabularies have: texts, whole numbers, true/false, tuples and mappings."""
    if isinstance(node, SequenceNode):
        return tuple(plain_value(item) for item in node.items)
    if isinstance(node, MappingNode):
        return MappingProxyType({key.text: plain_value(value) for key, value in node.pairs})
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    return int(node.text) if node.plain and WHOLE.fullmatch(node.text) else node.text
