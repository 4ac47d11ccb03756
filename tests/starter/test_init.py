"""A catalog of one's own passes its checks and builds at once, with its name and colours."""

import json

import pytest

from catalog.cli import cli
from catalog.options import Options
from catalog.pipeline import gather
from catalog.settings import load_settings
from catalog.starter import KEYS, TREE
from tests.vocabulary import PROJECT

NAME = "Catálogo de l'Istmo: «energía»"
ADDRESS = "https://energia.example/"
REPOSITORY = "https://github.com/ejemplo/energia"


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    folder = tmp_path_factory.mktemp("otro") / "catálogo"
    words = ["--name", NAME, "--address", ADDRESS, "--repository", REPOSITORY]
    words += ["--color", "#3a2a5c", "--languages", "es,en"]
    assert cli(PROJECT, ["init", str(folder), *words]) == 0
    return folder


def test_it_passes_its_checks(own, capsys):
    assert cli(PROJECT, ["check", "--root", str(own), "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [f for f in report["findings"] if f["severity"] != "notice"] == []
    assert report["counts"]["cases"] == 1


def test_it_builds(own, capsys):
    assert cli(PROJECT, ["build", "--root", str(own)]) == 0, capsys.readouterr()
    page = (own / "build/site/casos/bo-ejemplo-taller-agua/index.html").read_text(encoding="utf-8")
    assert "Catálogo de l&#39;Istmo: «energía»" in page or NAME in page
    assert "assets/colores.css" in page
    assert REPOSITORY in page
    colours = (own / "build/site/assets/colores.css").read_text(encoding="utf-8")
    assert "--ink:#3a2a5c" in colours


def test_settings_are_in_one_file(own):
    settings = load_settings(own, PROJECT)
    assert (settings.site_name, settings.site_url) == (NAME, ADDRESS)
    assert settings.repository == REPOSITORY
    assert settings.languages == ("es", "en")
    assert len(KEYS) == 4


def test_labels_speak_the_chosen_languages(own):
    catalog, _ = gather(Options(root=own, project=PROJECT))
    spoken = {code for term in catalog.vocabularies["sectors"] for code in term.label}
    assert spoken == {"es", "en"}


def test_vocabularies_are_its_own(own):
    names = {path.name for path in (PROJECT / "vocab").glob("*.yml")}
    assert {path.name for path in (own / "vocab").glob("*.yml")} == names


def test_nothing_is_overwritten(own, capsys):
    before = sorted(own.rglob("*"))
    assert cli(PROJECT, ["init", str(own)]) == 1
    assert "ya tiene cosas" in capsys.readouterr().err
    assert sorted(own.rglob("*")) == before


@pytest.mark.parametrize("wrong", [("--color", "azul"), ("--languages", "en"), ("--languages", "es,qu")])  # fmt: skip  # noqa: E501
def test_wrong_answers_are_wrong_usage(tmp_path, wrong):
    assert cli(PROJECT, ["init", str(tmp_path / "x"), *wrong]) == 2
    assert not (tmp_path / "x").exists()


def test_no_mark_is_left_unfilled(own):
    for path in TREE.rglob("*.*"):
        target = own / path.relative_to(TREE)
        assert "{{" not in target.read_text(encoding="utf-8")
    assert (own / ".gitignore").read_text(encoding="utf-8") == "build/\n"


def test_no_page_or_script_bears_the_name_of_this_catalog(own):
    """But for the sentence about who keeps the program."""
    if not (own / "build/site").is_dir():
        assert cli(PROJECT, ["build", "--root", str(own)]) == 0
    texts = {
        path.relative_to(own / "build/site").as_posix(): path.read_text(encoding="utf-8")
        for path in (own / "build/site").rglob("*")
        if path.suffix in (".html", ".css", ".js", ".json", ".xml", ".txt", ".webmanifest")
    }
    named = {name for name, text in texts.items() if "Catálogo PML" in text}
    assert named <= {"acerca/index.html", "assets/catalogo.js"}
    assert texts["acerca/index.html"].count("Catálogo PML") == 1
    assert texts["assets/catalogo.js"].startswith("/* Catálogo PML:")
