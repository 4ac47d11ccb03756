"""Text to documents: front matter split from the body, nodes with their lines in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.load import file_faults, yaml_faults
from catalog.load.nodes import read_nodes
from catalog.load.text import line_spot, stem
from catalog.model import Document, Finding, Kind, MappingNode, Spot

# python-frontmatter is not used here: it strips the text, so that lines can no longer be told, it
# takes an indented «---» inside a folded text for the end, and it converts values.
OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)


def read_document(kind: Kind, file: str, text: str) -> tuple[Document, list[Finding]]:
    """One file as a document. ``fields`` is ``None`` exactly when there is a finding about it."""
    id = stem(file)
    if kind.suffix == ".yml":
        fields, findings = read_fields(file, text, 1)
        return Document(kind, id, file, text, fields), findings
    opening = OPENING.match(text)
    if not opening:
        findings = list(file_faults.no_front_matter.judge(file, line_spot(text, 1)))
        return Document(kind, id, file, text, body=text), findings
    closing = CLOSING.search(text, opening.end())
    if not closing:
        findings = list(file_faults.unclosed.judge(file, line_spot(text, 1)))
        return Document(kind, id, file, text), findings
    fields, findings = read_fields(file, text[opening.end() : closing.start()], 2)
    body = text[closing.end() + 1 :]
    body_line = text.count("\n", 0, closing.end()) + 2
    return Document(kind, id, file, text, fields, body, body_line), findings


def read_fields(file: str, text: str, first: int) -> tuple[MappingNode | None, list[Finding]]:
    """The fields of a YAML text that starts on line ``first``."""
    root, findings = read_nodes(file, text, first)
    if isinstance(root, MappingNode):
        return root, findings
    return None, findings or list(no_fields(file, text, root is None, first))


def no_fields(file: str, text: str, empty: bool, first: int) -> Iterator[Finding]:
    """Why a readable YAML text holds no fields."""
    spot = Spot(1, 1, 1) if first == 1 and not text else line_spot("\n" * (first - 1) + text, first)
    rule = yaml_faults.empty_record if empty else file_faults.not_a_record
    return rule.judge(file, spot)
