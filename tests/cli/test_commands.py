"""The commands as the README promises them: what they print, what they leave, how they exit."""

import json
import subprocess
import sys

import pytest

from tests.vocabulary import PROJECT

GOOD = "cases/bo-curtiembre-ejemplo.md"


def spoil(tree, old="level: enterprise", new="level: entreprise"):
    file = tree / GOOD
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_check_is_quiet_about_a_sound_tree(run, tree):
    code, out, _ = run("check", "--root", tree)
    assert code == 0
    assert "5 casos" in out


def test_check_json_is_the_contract(run, tree):
    spoil(tree)
    code, out, _ = run("check", "--root", tree, "--format", "json")
    assert code == 1
    report = json.loads(out)
    assert report["counts"]["cases"] == 5
    (finding,) = [f for f in report["findings"] if f["severity"] == "error" and f["file"] == GOOD]
    assert set(finding) == {"file", "line", "column", "rule", "severity", "message", "hint"}
    assert (finding["line"], finding["column"]) == (4, 8)


def test_check_of_one_file_resolves_against_all(run, tree):
    spoil(tree)
    code, out, _ = run("check", "--root", tree, tree / "cases/bo-programa-ejemplo.md")
    assert code == 0, out


def test_build_leaves_a_site(run, tree):
    code, out, _ = run("build", "--root", tree)
    assert code == 0
    assert (tree / "build/site/casos/bo-curtiembre-ejemplo/index.html").is_file()
    assert str(tree / "build/site") in out


def test_build_takes_another_place_for_the_site(run, tree, tmp_path):
    assert run("build", "--root", tree, "--site", tmp_path / "out")[0] == 0
    assert (tmp_path / "out/index.html").is_file()


def test_a_mistake_keeps_the_last_good_site(run, tree):
    assert run("build", "--root", tree)[0] == 0
    before = (tree / "build/site/index.html").stat().st_mtime_ns
    spoil(tree)
    code, out, err = run("build", "--root", tree)
    assert code == 1
    assert f"{GOOD}:4:8" in out + err
    assert "enterprise" in out + err
    assert (tree / "build/site/index.html").stat().st_mtime_ns == before


def test_a_failing_engine_keeps_the_last_good_site(run, tree):
    assert run("build", "--root", tree)[0] == 0
    before = (tree / "build/site/index.html").stat().st_mtime_ns
    (tree / "mkdocs.yml").write_text("site_name: x\nplugins: [no-existe]\n")
    code, _, err = run("build", "--root", tree)
    assert code == 1
    assert "sigue como estaba" in err
    assert (tree / "build/site/index.html").stat().st_mtime_ns == before


def test_two_builds_give_the_same_bytes(run, tree, tmp_path):
    for name in ("a", "b"):
        assert run("build", "--root", tree, "--site", tmp_path / name)[0] == 0
    files = sorted(
        p.relative_to(tmp_path / "a") for p in (tmp_path / "a").rglob("*") if p.is_file()
    )
    assert files == sorted(
        p.relative_to(tmp_path / "b") for p in (tmp_path / "b").rglob("*") if p.is_file()
    )
    different = [
        str(f)
        for f in files
        if (tmp_path / "a" / f).read_bytes() != (tmp_path / "b" / f).read_bytes()
    ]
    assert different == []


def test_warnings_stop_a_strict_build_only(run, tree):
    spoil(tree, "mínima'", "mínima.'")
    assert run("build", "--root", tree)[0] == 0
    assert run("build", "--root", tree, "--strict")[0] == 1


def test_new_leaves_a_file_that_says_what_is_missing(run, tree):
    code, out, _ = run(
        "new", "case", "bo-panaderia-x", "--root", tree, "--country", "BO", "--level", "enterprise"
    )
    assert code == 0, out
    code, out, _ = run("check", "--root", tree, tree / "cases/bo-panaderia-x.md")
    assert code == 1
    assert "PENDIENTE" in out


def test_new_overwrites_nothing(run, tree):
    before = (tree / GOOD).read_bytes()
    code, _, err = run("new", "case", "bo-curtiembre-ejemplo", "--root", tree)
    assert code == 1
    assert "Ya existe" in err
    assert (tree / GOOD).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("case", "Bad Slug"), "no sirve de id"),
        (("case", "bo-x", "--contry", "BO"), "--country"),
        (("case", "bo-x", "--sector", "lether"), "leather"),
    ],
)
def test_new_explains_a_wrong_wish(run, tree, arguments, says):
    code, _, err = run("new", *arguments, "--root", tree)
    assert code == 1
    assert says in err


def test_explain(run):
    code, out, _ = run("explain", "pml-n01")
    assert code == 0
    assert "1.200" in out
    assert "El programa dice: 1.200 se puede leer como 1200 o como 1.2." in out
    code, _, err = run("explain", "PML-N0")
    assert code == 1
    assert "PML-N" in err


def test_export(run, tree, tmp_path):
    assert run("export", tmp_path / "datos", "--root", tree)[0] == 0
    whole = json.loads((tmp_path / "datos/datos/v1/catalog.json").read_text(encoding="utf-8"))
    assert len(whole["cases"]) == 5


def test_export_spares_other_peoples_folders(run, tree, tmp_path):
    (tmp_path / "foto.png").touch()
    assert run("export", tmp_path, "--root", tree)[0] == 1
    assert (tmp_path / "foto.png").exists()


def test_stats(run, tree):
    code, out, _ = run("stats", "--root", tree, "--json")
    assert code == 0
    numbers = json.loads(out)
    assert numbers["entries"]["case"] == 5
    assert numbers["countries"] == 4
    assert numbers["sources"]["taller-ejemplo-2002"] == {
        "cases": 1,
        "practices": 1,
        "statements": 1,
    }
    assert run("stats", "--root", tree)[0] == 0


@pytest.mark.parametrize("arguments", [("check", "--root", "/no/existe"), ("nada",), ("new",)])
def test_wrong_usage_is_2(run, arguments):
    assert run(*arguments)[0] == 2


def test_an_empty_folder_is_said(run, tmp_path):
    code, out, _ = run("check", "--root", tmp_path)
    assert code == 1
    assert "carpeta" in out


def test_the_door_works_from_anywhere(tree, tmp_path):
    done = subprocess.run(
        [sys.executable, PROJECT / "build_catalog.py", "check", "--root", tree],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
