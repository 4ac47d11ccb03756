"""The pre-commit hooks call commands that exist, on the folders that hold entries."""

import re
import shlex
import sys
import tomllib
from importlib import import_module

import pytest
import yaml

from catalog.cli import door, installed
from catalog.model import Kind
from catalog.starter import Answers, starter
from tests.vocabulary import PROJECT

LOCAL = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
SHARED = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
HOOKS = [*LOCAL["repos"][0]["hooks"], *SHARED]


def called(hook):
    """What follows the program: the one here, or the one that pip installs."""
    words = shlex.split(hook["entry"])
    if hook in SHARED:
        scripts = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))[
            "project"
        ]["scripts"]
        module, _, function = scripts[words[0]].partition(":")
        assert getattr(import_module(module), function) is installed
        return words[1:]
    assert words[:2] == ["python", "build_catalog.py"]
    return words[2:]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["entry"])
def test_hook(hook):
    command, *options = called(hook)
    assert hook["language"] == "python", "the system may have no command of that name"
    known = door.get_command(None, command)
    assert set(options) <= {name for option in known.params for name in option.opts}
    assert all(re.match(hook["files"], f"{kind.folder}/x{kind.suffix}") for kind in Kind)
    assert not re.match(hook["files"], "docs/acerca.md")


def test_the_installed_command_judges_the_folder_it_is_called_in(tmp_path, monkeypatch, capsys):
    for label, text in starter(PROJECT, Answers("Catálogo del Istmo")).items():
        (tmp_path / label).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / label).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    case = "cases/bo-ejemplo-taller-agua.md"
    monkeypatch.setattr(sys, "argv", ["catalogo", "check", case])
    assert installed() == 0, capsys.readouterr().out
    text = (tmp_path / case).read_text(encoding="utf-8")
    (tmp_path / case).write_text(text.replace("level: ", "level: x"), encoding="utf-8")
    assert installed() == 1
    assert "PML-V01" in capsys.readouterr().out


def test_everything_that_the_package_reads_is_installed_with_it():
    found = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    data = found["tool"]["setuptools"]["package-data"]
    kept = {
        path
        for package, patterns in data.items()
        for pattern in patterns
        for path in (PROJECT / package.replace(".", "/")).glob(pattern)
    }
    others = {path for path in (PROJECT / "catalog").rglob("*") if path.is_file()}
    left = [p for p in others - kept if p.suffix != ".py" and "__pycache__" not in p.parts]
    assert left == []
