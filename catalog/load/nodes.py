"""YAML text to nodes with places. Nothing is converted, nothing expands, nothing raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

import yaml

from catalog.load import yaml_faults as faults
from catalog.load.text import readable
from catalog.model import Finding, MappingNode, Node, ScalarNode, SequenceNode, Spot

DEEPEST = 20
"""Nested levels. Entries need five; the reader of YAML is recursive and quadratic in brackets."""
MARKED = re.compile(r"(?:^|[\s\[{,])[&*!]", re.MULTILINE)
"""An anchor, an alias or a tag may start here."""
CROWDED = re.compile(r"[-?:][ \t]+[-?:][ \t]")
"""Several levels may be opened on one line."""
DEEP = "\n" + " " * 40
MERGE = "<<"

try:
    from yaml import CBaseLoader as BaseLoader
except ImportError:  # pragma: no cover - PyYAML built without libyaml
    from yaml import BaseLoader  # type: ignore[assignment]


class Loader(BaseLoader):
    """Composes nodes without working out their types, which nothing here asks for.

    The composer asks these three at every node. A bound method of the empty text takes whatever it
    is given and answers with no tag, without a frame of Python (a tenth of the reading time).
    """

    resolve = descend_resolver = ascend_resolver = staticmethod("".format)  # type: ignore[assignment]


class Mark(Protocol):
    """A place as PyYAML gives it, by either of its readers."""

    @property
    def line(self) -> int:
        """Line, from 0."""
        ...

    @property
    def column(self) -> int:
        """Column, from 0."""
        ...


class Reader:
    """Reads one YAML text that starts on line ``first`` of ``file``; see :func:`read_nodes`."""

    def __init__(self, file: str, text: str, first: int) -> None:
        self.file = file
        self.rows = text.split("\n")
        self.first = first
        self.findings: list[Finding] = []

    def node(self, node: yaml.Node) -> Node:
        """A composed node as ours."""
        if type(node) is yaml.ScalarNode:
            return self.scalar(node)
        if type(node) is yaml.SequenceNode:
            return SequenceNode(tuple([self.node(item) for item in node.value]), self.spot(node))
        pairs: list[tuple[ScalarNode, Node]] = []
        for key, value in node.value:
            if type(key) is not yaml.ScalarNode:
                self.findings += faults.complex_key.judge(self.file, self.spot(key))
            elif type(value) is yaml.ScalarNode:
                pairs.append((self.scalar(key), self.scalar(value)))
            else:
                pairs.append((self.scalar(key), self.node(value)))
        return MappingNode(tuple(pairs), self.spot(node))

    def scalar(self, node: yaml.ScalarNode) -> ScalarNode:
        """A scalar node as ours."""
        start, end = node.start_mark, node.end_mark
        line = start.line
        if line != end.line:
            return ScalarNode(node.value, self.between(start, end), not node.style)
        spot = Spot(line + self.first, start.column + 1, end.column + 1)
        return ScalarNode(node.value, spot, not node.style)

    def spot(self, node: yaml.Node) -> Spot:
        """Where a node stands; what goes on to other lines ends with its first line."""
        return self.between(node.start_mark, node.end_mark)

    def between(self, start: Mark, end: Mark) -> Spot:
        """The place between two marks, cut at the end of the first line and of the text."""
        line = min(start.line, len(self.rows) - 1)
        width = len(self.rows[line])
        column = min(start.column, width)
        until = min(end.column, width) if end.line == line else width
        return Spot(line + self.first, column + 1, max(until, column) + 1)


def read_nodes(file: str, text: str, first: int = 1) -> tuple[Node | None, list[Finding]]:
    """The root node of a YAML text, or ``None`` with findings (also for an empty text).

    ``text`` has LF line ends; ``first`` is the 1-based line of ``file`` on which it starts.
    """
    reader = Reader(file, text, first)
    deep = too_many_brackets(text)
    if deep is not None:
        return None, list(faults.too_deep.judge(file, Spot(deep + first, 1)))
    text = readable(text)
    try:
        if suspicious(text):
            refused = list(refusals(reader, text))
            if refused:
                return None, refused
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return None, [syntax_finding(reader, error)]
    if root is None:
        return None, []
    return reader.node(root), reader.findings


def suspicious(text: str) -> bool:
    """False only when there are no anchors, aliases, tags, merge keys or deep levels in a text."""
    marks = "&" in text or "*" in text or "!" in text
    return (
        (marks and MARKED.search(text) is not None)
        or MERGE in text
        or DEEP in text
        or text.startswith(DEEP[1:])
        or CROWDED.search(text) is not None
    )


def too_many_brackets(text: str) -> int | None:
    """0-based line on which brackets nest too deep, or ``None``. Quotes are not looked at."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return None
    depth = line = 0
    for mark in re.finditer(r"[\[\]{}\n]", text):
        character = mark.group()
        if character == "\n":
            line += 1
        else:
            depth = max(0, depth + (1 if character in "[{" else -1))
        if depth > DEEPEST:
            return line
    return None


def refusals(reader: Reader, text: str) -> Iterator[Finding]:
    """Tags, anchors, aliases, merge keys and depth, found on events, which never expand."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        assert event.start_mark is not None
        assert event.end_mark is not None
        spot = reader.between(event.start_mark, event.end_mark)
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        if anchor := getattr(event, "anchor", None):
            yield from faults.anchor.judge(reader.file, spot, f"{sign}{anchor}")
        if tag := getattr(event, "tag", None):
            yield from faults.tag.judge(reader.file, spot, tag)
        if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and event.implicit[0]:
            yield from faults.anchor.judge(reader.file, spot, "<<")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            yield from faults.too_deep.judge(reader.file, spot)
            return


def syntax_finding(reader: Reader, error: yaml.YAMLError) -> Finding:
    """What the YAML reader says, in Spanish and at the place where the author made the mistake."""
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    rule = faults.documents if "another document" in problem else faults.syntax
    if opened is not None and belongs_to_opening(problem, context):
        mark = opened
    spot = reader.between(mark, mark) if mark else Spot(reader.first, 1)
    row = reader.rows[spot.line - reader.first]
    whole = Spot(spot.line, spot.column, max(spot.column, len(row.rstrip()) + 1))
    return next(rule.judge(reader.file, whole, problem, context, row))


def belongs_to_opening(problem: str, context: str) -> bool:
    """True when the mistake is where something was opened, not where its end was missed."""
    return (
        "end of stream" in problem
        or "expected ':'" in problem
        or context == "while parsing a flow sequence"
    )


def duplicated(node: MappingNode) -> Iterator[tuple[ScalarNode, ScalarNode]]:
    """Pairs (first, again) of equal keys of one mapping."""
    if len({key.text for key, _ in node.pairs}) == len(node.pairs):
        return
    ordered = sorted((key for key, _ in node.pairs), key=lambda key: key.text)
    for one, other in pairwise(ordered):
        if one.text == other.text:
            yield one, other
