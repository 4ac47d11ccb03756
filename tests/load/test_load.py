"""The reader: every way in which a folder or a file can be wrong is a finding with its place."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from catalog.load import load_tree
from catalog.model import Kind, MappingNode, ScalarNode

GOOD = "---\ntitle: Uno\n---\n\nTexto.\n"


@pytest.fixture
def tree(tmp_path):
    (tmp_path / "cases").mkdir()
    return tmp_path


def read(root: Path):
    sources, findings = load_tree(root, root)
    return sources, [(f.rule, f.line, f.column) for f in findings]


def put(root: Path, name: str, data: bytes | str) -> None:
    path = root / "cases" / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def test_positions_and_body(tree):
    put(tree, "co-uno.md", "---\ntitle: 'Uno'\nsize:\n  - a\n---\n\nTexto.\n")
    sources, findings = read(tree)
    (document,) = sources.documents
    assert not findings
    assert document.kind is Kind.CASE
    assert (document.id, document.file) == ("co-uno", "cases/co-uno.md")
    assert document.fields is not None
    title = document.fields.get("title")
    assert isinstance(title, ScalarNode)
    assert (title.text, title.plain) == ("Uno", False)
    assert (title.spot.line, title.spot.column, title.spot.end_column) == (2, 8, 13)
    assert (document.body, document.body_line) == ("\nTexto.\n", 6)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", ("PML-F01", 1, 1)),
        ("Texto.\n", ("PML-F01", 1, 1)),
        ("---\ntitle: x\n", ("PML-F02", 1, 1)),
        ("---\n---\n", ("PML-Y08", 2, 1)),
        ("---\n- a\n---\n", ("PML-F13", 2, 1)),
        ("---\ntexto\n---\n", ("PML-F13", 2, 1)),
        (b"---\ntitle: midi\xf3\n---\n", ("PML-F03", 2, 12)),
        ("---\ntitle: ñ".encode() + b"\xff\n---\n", ("PML-F03", 2, 9)),
        (b"\xff\xfet\x00i\x00", ("PML-F11", 1, 1)),
        (b"---\ntitle: a\x00b\n---\n", ("PML-F11", 1, 1)),
        ("---\na: [1\n---\n", ("PML-Y01", 2, 4)),
        ("---\na: &x 1\n---\n", ("PML-Y04", 2, 4)),
        ("---\na: !!str 1\n---\n", ("PML-Y03", 2, 4)),
    ],
)
def test_refused(tree, data, expected):
    put(tree, "co-uno.md", data)
    _, findings = read(tree)
    assert findings == [expected]


@pytest.mark.parametrize(
    "data", ["\ufeff" + GOOD, GOOD.replace("\n", "\r\n"), GOOD.replace("\n", "\r")]
)
def test_bom_and_other_line_ends_read_alike(tree, data):
    put(tree, "co-uno.md", data)
    sources, findings = read(tree)
    assert not findings
    assert sources.documents[0].text == GOOD


def test_big_file_is_not_read(tree):
    with (tree / "cases" / "co-uno.md").open("wb") as stream:
        stream.truncate(50 << 20)
    sources, findings = read(tree)
    assert findings == [("PML-F06", 1, 1)]
    assert not sources.documents
    assert sources.names[Kind.CASE] == {"co-uno"}


def test_symlinks_are_not_followed(tree):
    secret = tree / "secreto.md"
    secret.write_text(GOOD)
    (tree / "cases" / "co-uno.md").symlink_to(secret)
    (tree / "practices").symlink_to(tree / "cases")
    sources, findings = read(tree)
    assert findings == [("PML-F07", 1, 1)] * 2
    assert not sources.documents


def test_pipes_folders_and_other_suffixes_are_named(tree):
    os.mkfifo(tree / "cases" / "co-tubo.md")
    (tree / "cases" / "co-carpeta.md").mkdir()
    put(tree, "co-uno.docx", "x")
    put(tree, ".oculto.md", "x")
    _, findings = read(tree)
    assert findings == [("PML-F08", 1, 1)] * 3


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (["CO Uno.md"], ["PML-F04"]),
        (["co-chocontá.md"], ["PML-F04"]),
        (["a" * 61 + ".md"], ["PML-F04"]),
        (["co--uno.md"], ["PML-F04"]),
        (["nul.md"], ["PML-F09"]),
        (["com1.md"], ["PML-F09"]),
        (["CO-uno.md", "co-uno.md"], ["PML-F04", "PML-F05"]),
        (["co-uno.md", "co-dos.md"], []),
    ],
)
def test_names(tree, names, codes):
    for name in names:
        put(tree, name, GOOD)
    _, findings = read(tree)
    assert sorted(code for code, _, _ in findings) == codes


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file(tree):
    put(tree, "co-uno.md", GOOD)
    (tree / "cases" / "co-uno.md").chmod(0)
    assert read(tree)[1] == [("PML-F12", 1, 1)]


def test_unreadable_file_by_any_user(tree, monkeypatch):
    put(tree, "co-uno.md", GOOD)

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert read(tree)[1] == [("PML-F12", 1, 1)]


def test_name_in_another_encoding(tree):
    try:
        Path(os.fsdecode(os.fsencode(tree / "cases") + b"/co-\xf3.md")).write_text(GOOD)
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    _, findings = read(tree)
    assert [code for code, _, _ in findings] == ["PML-F04"]


def test_empty_and_missing_folder(tmp_path):
    assert read(tmp_path)[1] == [("PML-F10", 1, 1)]
    assert read(tmp_path / "no-existe")[1] == [("PML-F10", 1, 1)]
    (tmp_path / "cases").mkdir()
    assert read(tmp_path)[1] == []


@pytest.mark.parametrize(
    "front",
    [
        "a: " + "[" * 200_000,
        "a: " + "{x: " * 100_000,
        "a:\n  " + "- " * 200_000,
        "? " * 100_000,
        "a: &a [x]\n" + "\n".join(f"b{i}: &b{i} [*a, *a]" for i in range(1000)),
        "".join(" " * i + "a:\n" for i in range(1, 1000)),
    ],
)
def test_bombs_are_refused_at_once(tree, front):
    put(tree, "co-uno.md", f"---\n{front}\n---\n")
    started = time.monotonic()
    sources, findings = read(tree)
    assert time.monotonic() - started < 5
    assert findings
    assert sources.documents[0].fields is None


def test_root_vocabulary_wins_file_by_file(tmp_path):
    project, root = tmp_path / "project", tmp_path / "root"
    for base, label in ((project, "Del proyecto"), (root, "De la raíz")):
        (base / "vocab").mkdir(parents=True)
        (base / "vocab" / "sectors.yml").write_text(f"- id: a\n  label: {{es: {label}}}\n")
    (project / "vocab" / "levels.yml").write_text("- id: b\n  label: {es: B}\n  tile: [1, 2]\n")
    sources, _ = load_tree(root, project)
    words = sources.vocabularies
    assert words.label("sectors", "a") == "De la raíz"
    assert words["levels"]["b"].extra["tile"] == (1, 2)


def test_nothing_is_converted(tree):
    put(tree, "co-uno.md", "---\na: NO\nb: 0710\nc: 1.200\nd: 2002-13-01\ne: ~\n---\n")
    (document,) = read(tree)[0].documents
    assert isinstance(document.fields, MappingNode)
    assert [v.text for _, v in document.fields.pairs] == ["NO", "0710", "1.200", "2002-13-01", "~"]
