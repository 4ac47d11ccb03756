"""Nothing that anyone can put into a file makes the reader or the rules raise."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.load import load_tree, read_document
from catalog.load.nodes import read_nodes
from catalog.model import Kind
from catalog.schema import RECORDS
from tests.rules.support import assert_inside, mini, run

KEYS = sorted({field.name for record in RECORDS.values() for field in record.fields})
YAML_SIGNS = st.sampled_from(
    [*list("-:[]{},'\"|>&*!%@`#? \n\t"), "\n  ", "---\n", "- ", ": ", "<<: "]
)
MARKDOWN_SIGNS = st.sampled_from(
    [
        *list("#*_`[](){}<>!|-\\&;:\n "),
        "](",
        "<!--",
        "```\n",
        "\n\n",
        "{{",
        "javascript:",
        "&#",
        "\u202e",
    ]
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
SOUP = st.lists(st.one_of(YAML_SIGNS, TEXT), max_size=40).map("".join)
BODY = st.lists(st.one_of(MARKDOWN_SIGNS, TEXT), max_size=40).map("".join)
FIELDS = st.lists(st.tuples(st.sampled_from(KEYS), SOUP | TEXT), max_size=8).map(
    lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs)
)
MANY = settings(suppress_health_check=list(HealthCheck))


@MANY
@given(st.binary(max_size=300) | SOUP.map(lambda text: f"---\n{text}\n---\n".encode()))
def test_reading_never_raises(data):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "cases").mkdir()
        (root / "cases" / "co-uno.md").write_bytes(data)
        sources, findings = load_tree(root, root)
    for finding in findings:
        if text := sources.texts.get(finding.file):
            assert_inside(finding, text)


@MANY
@given(SOUP)
def test_yaml_never_raises(text):
    text = text.replace("\r", "")
    for finding in read_nodes("cases/co-uno.md", text)[1]:
        assert_inside(finding, text)


@MANY
@given(FIELDS, BODY)
def test_rules_never_raise(front, body):
    text = f"---\n{front}---\n{body}".replace("\r", "")
    run({**mini(), "cases/co-uno.md": text})


@MANY
@given(SOUP | FIELDS, st.sampled_from(list(Kind)))
def test_a_document_without_fields_has_a_finding(text, kind):
    document, findings = read_document(
        kind, f"{kind.folder}/x{kind.suffix}", text.replace("\r", "")
    )
    assert document.fields is not None or findings


@MANY
@given(st.randoms(use_true_random=False))
def test_order_of_files_does_not_matter(random):
    files = {**mini(), "cases/co-uno.md": "---\ntitle: Agua\nsectr: x\n---\n"}
    mixed = list(files.items())
    random.shuffle(mixed)
    assert run(dict(mixed)) == run(files)
