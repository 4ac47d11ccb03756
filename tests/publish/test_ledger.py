"""What each file of the last site was made from, kept as text."""

import pytest

from catalog.publish import Ledger, Row, load_ledger

ROWS = {
    "index.html": Row("k1", 10, 123, (["h", 10, 5, ["a.css"]], None), "seal\ncases:a\nfacets/x:ñ"),
    "casos/ñandú.png": Row("k2", 20, 456),
}


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cache/sitio.json"


def test_what_was_saved_is_read_back(file):
    Ledger("maker", ROWS).save(file)
    found = load_ledger(file, "maker").rows
    assert dict(found) == ROWS
    assert len(found) == 2
    assert found.get("otro.html") is None


def test_another_maker_finds_nothing(file):
    Ledger("maker", ROWS).save(file)
    assert dict(load_ledger(file, "other").rows) == {}


def test_a_path_that_would_break_a_line_is_left_out(file):
    Ledger("maker", {**ROWS, "a\nb": ROWS["index.html"], "a\tb": ROWS["index.html"]}).save(file)
    assert dict(load_ledger(file, "maker").rows) == ROWS


@pytest.mark.parametrize(
    "text", [b"", b"\n", b"{}\n", b'{"format":3,"maker":"maker"}', b"\xff\xfe", b'{"format":3,']
)
def test_what_cannot_be_read_is_empty(file, text):
    file.parent.mkdir()
    file.write_bytes(text)
    assert dict(load_ledger(file, "maker").rows) == {}


def test_a_row_that_cannot_be_read_is_not_there(file):
    Ledger("maker", ROWS).save(file)
    file.write_bytes(file.read_bytes().replace(b'"k1"', b'"k1'))
    rows = load_ledger(file, "maker").rows
    assert rows.get("index.html") is None
    assert rows["casos/ñandú.png"] == ROWS["casos/ñandú.png"]
