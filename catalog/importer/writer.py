"""A tree to the text of a file, and the cell that each line comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import yaml

from catalog.importer.remarks import Place
from catalog.importer.tree import Branch, Leaf, Node, Row

Line = tuple[str, Place | None]
BARE = re.compile(r"[\w./-]*\w[\w./-]*")
SIMPLE = re.compile(r"[A-Za-z][\w-]*")
ENDLESS = 1 << 30
WIDEST = 160


def document(root: Branch, body: str, body_place: Place | None, suffix: str) -> list[Line]:
    """The lines of a whole file."""
    fields = list(lines(root, 0))
    if suffix == ".yml":
        return fields
    text: list[Line] = [(row, body_place) for row in ("", *body.split("\n"))] if body else []
    return [("---", root.place), *fields, ("---", root.place), *text]


def lines(branch: Branch, indent: int) -> Iterator[Line]:
    """A group of fields, one below the other."""
    pad = " " * indent
    for key, node in branch.pairs.items():
        inline = on_one_line(node)
        if inline is not None:
            yield f"{pad}{key}:{inline and ' '}{inline}", node.place
            continue
        yield f"{pad}{key}:", node.place
        if isinstance(node, Branch):
            yield from lines(node, indent + 2)
        elif isinstance(node, Row):
            for item in node.items:
                yield from listed(item, indent + 2)


def listed(item: Node, indent: int) -> Iterator[Line]:
    """One item of a list, behind its hyphen."""
    pad = " " * indent
    inline = on_one_line(item)
    if inline is not None:
        yield f"{pad}- {inline}", item.place
        return
    assert isinstance(item, Branch)
    for number, (text, place) in enumerate(lines(item, indent + 2)):
        yield (f"{pad}- {text[indent + 2 :]}" if number == 0 else text), place


def on_one_line(node: Node) -> str | None:
    """The text of a node that fits one line: scalars, empty lists and flow groups."""
    if isinstance(node, Leaf):
        return scalar(node)
    if isinstance(node, Row):
        if not node.items:
            return "[]"
        inner = [flow(item) for item in node.items] if node.flow else []
        text = f"[{', '.join(inner)}]"
        return text if node.flow and len(text) < WIDEST else None
    if node.flow:
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in node.pairs.items()) + "}"
    return None if node.pairs else "{}"


def flow(node: Node) -> str:
    """A scalar between brackets, where commas and braces have a meaning."""
    assert isinstance(node, Leaf)
    if (node.bare and BARE.fullmatch(node.text)) or not node.text:
        return node.text
    plain = scalar(node)
    return plain if plain[0] in "'\"" or SIMPLE.fullmatch(plain) else quoted(node.text, "'")


def scalar(leaf: Leaf) -> str:
    """A value so that it is read back letter by letter, with quotes only where they are needed."""
    if not leaf.text or (leaf.bare and BARE.fullmatch(leaf.text)):
        return leaf.text
    return quoted(leaf.text, '"' if "\n" in leaf.text else None)


@lru_cache(maxsize=1 << 14)
def quoted(text: str, style: str | None) -> str:
    """The YAML of a text on one line, in a style or in the simplest one that is safe."""
    made = yaml.safe_dump(text, allow_unicode=True, width=ENDLESS, default_style=style)
    return made.removesuffix("\n").removesuffix("\n...")
