import pytest

from catalog.publish import aside, keep, publish, recover


def test_writes_what_changed_and_removes_what_is_no_longer_made(tmp_path):
    assert publish({"a/index.md": "uno", "b.md": "dos"}, tmp_path) == (2, 0)
    before = (tmp_path / "a/index.md").stat().st_mtime_ns
    assert publish({"a/index.md": "uno", "c.md": b"tres"}, tmp_path) == (1, 1)
    assert (tmp_path / "a/index.md").stat().st_mtime_ns == before
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")) == [
        "a", "a/index.md", "c.md",
    ]  # fmt: skip


def test_empty_folders_go_too(tmp_path):
    publish({"a/b/c.md": "x"}, tmp_path)
    publish({"d.md": "x"}, tmp_path)
    assert not (tmp_path / "a").exists()


def test_copies_files(tmp_path):
    origin = tmp_path / "origin.png"
    origin.write_bytes(b"\x89PNG")
    publish({"x.png": origin}, tmp_path / "out")
    assert (tmp_path / "out/x.png").read_bytes() == b"\x89PNG"


def test_a_new_site_takes_the_place_of_the_old(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").touch()
    fresh = aside(site)
    (fresh / "new.html").touch()
    keep(fresh, site)
    assert [p.name for p in site.iterdir()] == ["new.html"]
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_build_killed_between_the_renames_is_mended(tmp_path):
    site = tmp_path / "site"
    (tmp_path / ".site-anterior").mkdir()
    (tmp_path / ".site-anterior/good.html").touch()
    recover(site)
    assert (site / "good.html").exists()


def test_what_a_killed_build_left_aside_is_removed(tmp_path):
    site = tmp_path / "site"
    (aside(site) / "half.html").touch()
    assert list(aside(site).iterdir()) == []


@pytest.mark.parametrize("name", ["../out.md", "/out.md"])
def test_nothing_is_written_outside(tmp_path, name):
    with pytest.raises(ValueError, match="outside"):
        publish({name: "x"}, tmp_path / "docs")
