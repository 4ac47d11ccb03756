"""Addresses that were published keep answering, or the build says which line mends it."""

import re
import shutil
import subprocess
from dataclasses import replace

import pytest

from catalog.history import last_changes
from catalog.options import Options
from catalog.permanence import addresses, read, record
from catalog.pipeline import build
from tests.vocabulary import PROJECT

MINI = PROJECT / "tests/golden/mini"
CASE = "cases/bo-curtiembre-ejemplo.md"
ADDRESS = "/casos/bo-curtiembre-ejemplo/"


@pytest.fixture
def tree(tmp_path):
    root = tmp_path / "catálogo"
    shutil.copytree(MINI, root, ignore=shutil.ignore_patterns("build"))
    return root


def make(tree, **changes):
    """Everything but the engine."""
    return build(replace(Options(root=tree, project=PROJECT, wrap=False), **changes))


def keep(tree, *lines, end="\n"):
    (tree / "permalinks.txt").write_bytes("".join(f"{line}{end}" for line in lines).encode())


def codes(report):
    return [finding.rule for finding in report.findings if finding.severity == "error"]


def edit(tree, old, new, path=CASE):
    text = (tree / path).read_text(encoding="utf-8")
    assert old in text
    (tree / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def withdraw(tree, successor="/casos/py-granja-ejemplo/", path=CASE):
    edit(
        tree,
        "level:",
        f"tombstone: {{reason: Repetía la ficha de la granja., successor: {successor}}}\nlevel:",
        path,
    )


def test_a_whole_build_lists_entries_and_terms_and_nothing_else(tree):
    keep(tree)
    report = make(tree, wrap=True)
    listed = (tree / "permalinks.txt").read_text(encoding="utf-8").splitlines()
    assert report.recorded == len(listed) == len(set(listed))
    assert listed == sorted(listed)
    assert {ADDRESS, "/sectores/curtiembre/", "/niveles/estado/"} <= set(listed)
    assert not [line for line in listed if line.startswith(("/datos", "/reglas", "/assets"))]
    for line in listed:
        assert (report.site / line[1:] / "index.html").is_file(), line


def test_a_tree_without_a_list_gets_none(tree):
    assert make(tree, wrap=True).recorded == 0
    assert not (tree / "permalinks.txt").exists()


def test_a_draft_being_looked_at_promises_nothing(tree):
    keep(tree)
    assert make(tree, wrap=True, publishes=False).recorded == 0
    assert (tree / "permalinks.txt").read_bytes() == b""


def test_removing_an_entry_is_an_error_that_says_how_to_mend_it(tree):
    keep(tree, ADDRESS)
    (tree / CASE).rename(tree / "cases/bo-curtiembre-otra.md")
    report = make(tree)
    (finding,) = [f for f in report.findings if f.rule == "PML-P10"]
    assert report.failed
    assert (finding.file, finding.line, finding.column) == ("permalinks.txt", 1, 1)
    assert finding.end_column == len(ADDRESS) + 1
    assert finding.paste == "aliases: [bo-curtiembre-ejemplo]"
    assert "cases/bo-curtiembre-otra.md" in finding.hint
    assert "tombstone" in finding.hint


def test_nothing_is_written_while_an_address_is_owed(tree):
    keep(tree, ADDRESS)
    good = make(tree, wrap=True)
    before = {path: path.stat().st_mtime_ns for path in good.site.rglob("*")}
    (tree / CASE).unlink()
    listed = (tree / "permalinks.txt").read_bytes()
    assert make(tree, wrap=True).failed
    assert {path: path.stat().st_mtime_ns for path in good.site.rglob("*")} == before
    assert (tree / "permalinks.txt").read_bytes() == listed


def test_a_rename_with_the_pasted_line_answers_by_a_redirect(tree):
    keep(tree, ADDRESS)
    edit(tree, "level:", "aliases: [bo-curtiembre-ejemplo]\nlevel:")
    (tree / CASE).rename(tree / "cases/bo-curtiembre-otra.md")
    assert codes(make(tree)) == []
    old = (tree / "build/docs/casos/bo-curtiembre-ejemplo/index.md").read_text(encoding="utf-8")
    assert 'location: "../../casos/bo-curtiembre-otra/"' in old


@pytest.mark.parametrize(
    ("path", "folder", "key"),
    [
        ("practices/agotar-el-bano-de-sal.md", "practicas", "redirect_from"),
        ("sources/gremio-ejemplo-nota-2010.yml", "fuentes", "redirect_from"),
    ],
)
def test_other_kinds_have_their_own_line(tree, path, folder, key):
    id = path.split("/")[1].split(".")[0]
    keep(tree, f"/{folder}/{id}x/")
    (finding,) = [f for f in make(tree).findings if f.rule == "PML-P10"]
    assert finding.paste == f"{key}: [{id}x]"
    assert path in finding.hint


def test_a_term_that_changed_its_address(tree):
    keep(tree, "/sectores/teneria/")
    (finding,) = [f for f in make(tree).findings if f.rule == "PML-P10"]
    assert finding.paste == "redirect_from: [teneria]"
    (tree / "vocab").mkdir()
    shutil.copy(PROJECT / "vocab/sectors.yml", tree / "vocab")
    new = "- id: leather\n  redirect_from: [teneria]\n"
    edit(tree, "- id: leather\n", new, "vocab/sectors.yml")
    assert codes(make(tree)) == []
    old = (tree / "build/docs/sectores/teneria/index.md").read_text(encoding="utf-8")
    assert 'location: "../../sectores/curtiembre/"' in old


def test_a_tombstone_answers_and_says_where_to_go(tree):
    keep(tree, ADDRESS)
    withdraw(tree)
    report = make(tree)
    assert codes(report) == []
    page = (tree / "build/docs/casos/bo-curtiembre-ejemplo/index.md").read_text(encoding="utf-8")
    assert "Repetía la ficha de la granja." in page
    assert 'href="../../casos/py-granja-ejemplo/"' in page
    assert 'robots: "noindex"' in page


def test_a_withdrawn_entry_is_part_of_nothing_else(tree):
    withdraw(tree)
    report = make(tree)
    catalog = report.catalog
    assert "bo-curtiembre-ejemplo" not in catalog.cases
    assert all("bo-curtiembre-ejemplo" not in board.cases for board in catalog.scoreboards.values())
    docs = tree / "build/docs"
    own = {"casos/bo-curtiembre-ejemplo/index.md", "datos/v1/catalog.json"}
    told = {
        path.relative_to(docs).as_posix()
        for path in docs.rglob("*")
        if path.is_file() and "casos/bo-curtiembre-ejemplo/" in path.read_text("utf-8", "replace")
    }
    assert told <= own | {"casos/py-granja-ejemplo/index.md"}
    whole = (docs / "datos/v1/catalog.json").read_text(encoding="utf-8")
    assert whole.count("bo-curtiembre-ejemplo/") == 1
    assert '"withdrawn"' in whole


@pytest.mark.parametrize("successor", ["/casos/no-existe/", "//evil.example/", "javascript:x"])
def test_a_tombstone_sends_nobody_to_nowhere(tree, successor):
    withdraw(tree, f"'{successor}'")
    report = make(tree)
    assert codes(report) == ["PML-P12"]
    assert report.findings[0].file == CASE


HOSTILE = (
    "../../etc/passwd",
    "/casos/../../x/",
    "javascript:alert(1)",
    "https://catalogo.example/casos/x/",
    "/casos/<script>/",
    "/casos/a b/",
    "/casos/x",
    "/casos//x/",
    "casos/x/",
    "# comentario",
    "/casos/\x1b[31m/",
    "/casos/\u202exyz/",
    "/casos/" + "x" * 5000 + "/",
    "::error file=x::y",
)


def test_hostile_lines_are_said_and_nothing_else_happens(tree):
    keep(tree, *HOSTILE)
    found = [f for f in make(tree).findings if f.rule == "PML-P11"]
    assert [finding.line for finding in found] == list(range(1, len(HOSTILE) + 1))
    assert all(len(finding.message) < 120 for finding in found)


def test_unknown_folders_are_owed_too(tree):
    keep(tree, "/blog/hola/")
    assert codes(make(tree)) == ["PML-P10"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n\n", "\n"])
def test_any_line_ending_and_empty_lines(tree, end):
    keep(tree, ADDRESS, "/casos/py-granja-ejemplo/", end=end)
    assert codes(make(tree)) == []
    keep(tree, ADDRESS, "/casos/no-esta/", end=end)
    (finding,) = [f for f in make(tree).findings if f.rule == "PML-P10"]
    assert finding.end_column == len("/casos/no-esta/") + 1


def test_a_byte_order_mark_is_no_address(tree):
    (tree / "permalinks.txt").write_bytes(f"\ufeff{ADDRESS}\n".encode())
    assert codes(make(tree)) == []


@pytest.mark.parametrize("content", [b"\xff\xfe/casos/x/\n", None])
def test_a_list_that_cannot_be_used(tree, tmp_path, content):
    if content is None:
        (tmp_path / "secreto").write_text("root:x:0\n")
        (tree / "permalinks.txt").symlink_to(tmp_path / "secreto")
    else:
        (tree / "permalinks.txt").write_bytes(content)
    report = make(tree)
    assert codes(report) == ["PML-P13"]
    assert "root:x" not in str(report.findings)


def test_the_list_only_grows(tmp_path):
    keep(tmp_path, "/casos/b/", "/casos/viejo/", "/casos/b/", end="\r\n")
    assert record(tmp_path, {"/casos/b/"}) == 0
    assert b"\r\n" in (tmp_path / "permalinks.txt").read_bytes()
    assert record(tmp_path, {"/casos/b/", "/casos/a/"}) == 1
    listed = read(tmp_path)
    assert [line.text for line in listed.lines] == ["/casos/a/", "/casos/b/", "/casos/viejo/"]


def test_only_entries_and_terms_are_promises():
    documents = ["index.md", "casos/index.md", "casos/x/index.md", "datos/v1/x.json", "acerca.md"]
    assert addresses([*documents, "reglas/pml-a01/index.md"]) == {"/casos/x/"}


def git(folder, *arguments):
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *identity, "-C", folder, *arguments], check=True, capture_output=True)


def test_dates_come_from_the_history_and_not_from_a_shallow_copy(tree, tmp_path):
    assert last_changes(tree, ("cases",)) == {}
    git(tree, "init", "-q", "-b", "main")
    git(tree, "add", ".")
    git(tree, "commit", "-qm", "uno", "--date=2024-03-05T12:00:00Z")
    git(tree, "commit", "-qm", "dos", "--allow-empty")
    assert set(last_changes(tree, ("cases",))) == {
        f"cases/{path.name}" for path in (tree / "cases").iterdir()
    }
    shallow = tmp_path / "copia"
    git(tmp_path, "clone", "-q", "--depth", "1", tree.as_uri(), str(shallow))
    assert last_changes(shallow, ("cases",)) == {}
    report = make(tree)
    page = (tree / "build/docs/casos/bo-curtiembre-ejemplo/index.md").read_text(encoding="utf-8")
    assert report.catalog.cases["bo-curtiembre-ejemplo"].updated
    assert re.search(r"Última modificación</dt><dd>\d{1,2} de \w+ de \d{4}", page)
    assert "Dirección permanente" in page
