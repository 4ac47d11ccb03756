"""``check --fix``: pairs NAME.before.md and NAME.after.md are picked up by themselves."""

import shutil
from pathlib import Path

import pytest

from catalog.cli import cli
from catalog.mend import BOM, mend
from catalog.model import Edit, Finding, Severity
from tests.rules.support import MINI
from tests.vocabulary import PROJECT

HERE = Path(__file__).parent
PAIRS = sorted(HERE.glob("*.before.md"))
FORMS = {
    "lf": lambda data: data,
    "crlf": lambda data: data.replace(b"\n", b"\r\n"),
    "cr": lambda data: data.replace(b"\n", b"\r"),
    "bom": lambda data: BOM + data,
    "open-end": lambda data: data.removesuffix(b"\n"),
}


@pytest.fixture
def tree(tmp_path):
    root = tmp_path / "catálogo"
    shutil.copytree(MINI, root)
    return root


def fix(tree, file):
    return cli(PROJECT, ["check", "--fix", "--root", str(tree), str(file)])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("before", PAIRS, ids=lambda path: path.name.partition(".")[0])
def test_pairs(tree, before, form, capsys):
    after = before.with_name(before.name.replace(".before.", ".after."))
    file = tree / "cases/co-caso.md"
    file.write_bytes(FORMS[form](before.read_bytes()))
    fix(tree, file)
    wanted = FORMS[form](after.read_bytes())
    assert file.read_bytes() == wanted
    capsys.readouterr()
    fix(tree, file)
    assert file.read_bytes() == wanted, "a second time changes nothing"
    assert "No había nada que arreglar solo" in capsys.readouterr().out


def test_it_says_what_it_did(tree, capsys):
    file = tree / "cases/co-caso.md"
    file.write_bytes((HERE / "etiquetas.before.md").read_bytes())
    fix(tree, file)
    said = capsys.readouterr().out
    assert "cases/co-caso.md: " in said
    assert "línea 7: Empresa → enterprise (PML-V01)" in said
    assert "espacios del final, borrados (PML-T04)" in said
    assert "1 archivo corregido" in said


def test_other_files_are_not_touched(tree):
    other = tree / "cases/bo-caso.md"
    spoiled = other.read_bytes().replace(b"level: ngo", b"level: ONG").replace(
        b"level: enterprise", b"level: Empresa"
    )  # fmt: skip
    other.write_bytes(spoiled)
    fix(tree, tree / "cases/co-caso.md")
    assert other.read_bytes() == spoiled


def test_json_stays_json(tree, capsys):
    import json

    cli(PROJECT, ["check", "--fix", "--root", str(tree), "--format", "json"])
    json.loads(capsys.readouterr().out)


def test_of_overlapping_edits_the_first_is_made():
    edits = (Edit(1, 1, 4, "x"), Edit(1, 3, 5, "y"), Edit(1, 5, 5, "z"))
    findings = [Finding("f", 1, 1, "R", Severity.ERROR, "", edit=edit) for edit in edits]
    assert mend(b"abcdef", findings)[0] == b"xdzef"
