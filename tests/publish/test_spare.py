"""The site before the last one becomes the next, if every file in it is known."""

import json

import pytest

from catalog.publish import Spare, remove, write

NAMES = {"index.html", "casos/a/index.html", "casos/b/index.html"}


@pytest.fixture
def spare(tmp_path):
    """The spare of a site that is there and known."""
    found = Spare(tmp_path / "site", tmp_path / "cache")
    for name in NAMES:
        write(found.site / name, name.encode(), "")
    found.know(NAMES)
    return found


def published(spare, names=NAMES):
    """Put another site in its place, as a build does."""
    former = spare.site.with_name("former")
    spare.site.rename(former)
    for name in names:
        write(spare.site / name, b"nuevo", "")
    return former


def files(folder):
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_the_former_site_becomes_the_next(spare, tmp_path):
    spare.leave(published(spare), without=["casos/b/index.html"])
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    assert spare.take(fresh) == NAMES - {"casos/b/index.html"} == files(fresh)
    assert not spare.folder.exists()
    fresh.rename(tmp_path / "used")
    fresh.mkdir()
    assert spare.take(fresh) == frozenset() == files(fresh)


@pytest.mark.parametrize("when", ["as site", "as spare"])
@pytest.mark.parametrize("what", ["added", "removed"])
def test_a_folder_that_somebody_touched_is_not_used(spare, tmp_path, when, what):
    def touch(folder):
        if what == "added":
            (folder / "casos/a/nota.txt").touch()
        else:
            (folder / "casos/a/index.html").unlink()

    former = published(spare)
    if when == "as site":
        touch(former)
    spare.leave(former)
    if when == "as spare":
        touch(spare.folder)
    assert_not_taken(spare, tmp_path)
    assert not former.exists()
    assert not spare.folder.exists()


@pytest.mark.parametrize("file", ["inventario.json", "inventario-reserva.json"])
@pytest.mark.parametrize("text", [None, "", "{", '{"names": 3}'])
def test_without_an_inventory_there_is_no_spare(spare, tmp_path, file, text):
    former = published(spare)
    if file == "inventario.json":
        spoil(tmp_path / "cache" / file, text)
    spare.leave(former)
    if file != "inventario.json":
        spoil(tmp_path / "cache" / file, text)
    assert_not_taken(spare, tmp_path)
    assert not former.exists()


def spoil(file, text):
    if text is None:
        file.unlink()
    else:
        file.write_text(text)


def test_the_inventory_of_another_site_says_nothing(spare, tmp_path):
    """A build killed between two steps leaves the inventory of an older spare."""
    spare.leave(published(spare))
    kept = (tmp_path / "cache/inventario-reserva.json").read_bytes()
    spare.know(NAMES)
    spare.leave(published(spare))
    (tmp_path / "cache/inventario-reserva.json").write_bytes(kept)
    assert_not_taken(spare, tmp_path)


def test_folders_that_are_empty_then_go_too(tmp_path):
    for name in NAMES:
        write(tmp_path / name, b"", "")
    remove(tmp_path, {"casos/a/index.html", "casos/b/index.html", "nunca/estuvo.html"})
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


@pytest.mark.parametrize(
    "name", ["../nota.txt", "casos/../../nota.txt", "/nota.txt", "a\\..\\n", ""]
)
def test_a_name_that_leads_out_is_no_name(spare, tmp_path, name):
    """An inventory may come with a tree from somebody else."""
    (tmp_path / "nota.txt").touch()
    spare.leave(published(spare))
    rewrite(tmp_path / "cache/inventario-reserva.json", lambda it: it["names"].append(name))
    assert_not_taken(spare, tmp_path)
    assert (tmp_path / "nota.txt").exists()


def test_an_inventory_without_folders_holds_for_nothing(spare, tmp_path):
    spare.leave(published(spare))
    rewrite(tmp_path / "cache/inventario-reserva.json", lambda it: it["folders"].clear())
    assert_not_taken(spare, tmp_path)


def test_a_spare_that_is_a_link_is_not_followed(spare, tmp_path):
    spare.leave(published(spare))
    elsewhere = tmp_path / "elsewhere"
    spare.folder.rename(elsewhere)
    spare.folder.symlink_to(elsewhere)
    assert_not_taken(spare, tmp_path)
    assert files(elsewhere) == NAMES
    assert not spare.folder.is_symlink()


def rewrite(file, change):
    said = json.loads(file.read_text())
    change(said)
    file.write_text(json.dumps(said))


def assert_not_taken(spare, tmp_path):
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    assert spare.take(fresh) == frozenset() == files(fresh)
