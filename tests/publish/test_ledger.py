"""What each file of the last site was made from, kept as text."""

import pytest

from catalog.publish import Ledger, Row, load_ledger

ROWS = {
    "index.html": Row("k1", 10, 123, (["h", 10, 5, ["a.css"]], None), ("cases:a", "facets/x:ñ")),
    "reglas/index.html": Row("k3", 30, 789, (), ()),
    "casos/ñandú.png": Row("k2", 20, 456),
}
HEAD = b'{"format":4,"maker":"maker"}'
VALUES = {"": "00", "cases:a": "0a", "facets/x:ñ": "0b"}


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cache/sitio.json"


def saved(file, rows=ROWS):
    Ledger("maker", rows, VALUES).save(file)


def test_what_was_saved_is_read_back(file):
    saved(file)
    found = load_ledger(file, "maker")
    assert dict(found.rows) == ROWS
    assert len(found.rows) == len(ROWS)
    assert found.rows.get("otro.html") is None
    assert found.values == VALUES


def test_another_maker_finds_nothing(file):
    saved(file)
    found = load_ledger(file, "other")
    assert (dict(found.rows), found.values) == ({}, {})


def test_a_path_that_would_break_a_line_is_left_out(file):
    saved(file, {**ROWS, **dict.fromkeys(("a\nb", "a\tb", ""), ROWS["index.html"])})
    assert dict(load_ledger(file, "maker").rows) == ROWS


@pytest.mark.parametrize(
    "text",
    [
        b"", b"\n", b"{}\n", HEAD, HEAD + b"\n", HEAD + b"\n\t[]\n", HEAD + b"\n\t{}", b"\xff\xfe",
        HEAD[:12],
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_empty(file, text):
    file.parent.mkdir()
    file.write_bytes(text)
    assert dict(load_ledger(file, "maker").rows) == {}


BROKEN = {
    "no row": (b'"k1"', b'"k1'),
    "of values that are not there": (b",[1,2]]", b",[1,9]]"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_row_that_cannot_be_read_is_not_there(file, broken):
    saved(file)
    was, now = BROKEN[broken]
    assert was in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(was, now))
    rows = load_ledger(file, "maker").rows
    assert rows.get("index.html") is None
    for name in ROWS.keys() - {"index.html"}:
        assert rows[name] == ROWS[name]
