"""Files put into a site that may hold an older one."""

from catalog.publish import key_of, take_over, write


def test_a_file_of_two_sites_is_replaced_not_written_into(tmp_path):
    old, new = tmp_path / "old/casos/a.html", tmp_path / "new/casos/a.html"
    row = write(old, b"uno", key_of(b"uno"))
    assert take_over(row, key_of(b"uno"), old, new)
    assert old.samefile(new)
    write(new, b"dos", "")
    assert (old.read_bytes(), new.read_bytes()) == (b"uno", b"dos")
    assert take_over(row, key_of(b"uno"), old, new)
    assert old.samefile(new)


def test_what_an_older_site_has_in_the_way_goes(tmp_path):
    write(tmp_path / "casos", b"a file", "")
    write(tmp_path / "casos/a/index.html", b"a page", "")
    write(tmp_path / "casos/a", b"a file again", "")
    assert [path.name for path in tmp_path.rglob("*")] == ["casos", "a"]
