"""``new`` as somebody meets it for the first time: flags, questions, a real terminal."""

import contextlib
import io
import os
import re
import sys
import time
from pathlib import Path

import pytest

from catalog.check import check_tree
from catalog.cli import new as command
from catalog.cli.ask import Option, search
from tests.vocabulary import PROJECT

EXERCISE = PROJECT / "tests/contribute/ejercicio/panaderia.txt"
TEXT = Path(__file__).with_name("lavanderia.txt")
SUMMARY = "Una lavandería midió el agua de cada carga, guardó el último enjuague y dejó de comprar agua en camiones."  # fmt: skip  # noqa: E501
TITLE = "Lavandería de prueba: medir cada carga antes de comprar"
FLAGS = (
    "--title", TITLE, "--summary", SUMMARY, "--level", "Empresa", "--country", "bolivia",
    "--sector", "lavandería", "--resource", "agua,energy", "--practices", "[]",
    "--practices_note", "Es un ejemplo inventado.", "--period", "2021/2022",
)  # fmt: skip


def findings(tree, file):
    return [f"{f.rule} {f.message}" for f in check_tree(tree, PROJECT, [file]).findings]


@pytest.fixture
def answer(run, monkeypatch):
    """Run ``new`` on a pretended terminal with these answers."""

    def call(*arguments, answers=()):
        monkeypatch.setattr(command, "on_terminal", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in answers)))
        return run("new", *arguments)

    return call


def test_flags_alone_with_a_text(run, tree):
    code, out, err = run(
        "new", "case", *FLAGS, "--sources", "informe-lavanderia", "--text", TEXT,
        "--informe-lavanderia.type", "report", "--informe-lavanderia.title", "Informe de prueba",
        "--informe-lavanderia.publisher", "Centro de Prueba",
        "--organizations", "lavanderia-x:implementer", "--lavanderia-x.name", "Lavandería X",
        "--lavanderia-x.type", "company", "--lavanderia-x.country", "BO", "--root", tree,
    )  # fmt: skip
    assert code == 0, err
    case = "cases/bo-lavanderia-prueba-medir-cada-carga.md"
    assert case in out
    assert findings(tree, case) == []
    for record in ("sources/informe-lavanderia.yml", "organizations/lavanderia-x.yml"):
        assert findings(tree, record) == []
        kind = record.partition("/")[0].removesuffix("s")
        first = (tree / record).read_text(encoding="utf-8").partition("\n")[0]
        schema = first.removeprefix("# yaml-language-server: $schema=../")
        assert schema.endswith(f"/{kind}.json")
        assert (tree / schema).is_file()


def test_a_list_may_be_given_in_several_flags(run, tree):
    flags = [*FLAGS, "--resource", "residuos", "--country", "PE", "--sources", "informe-x"]
    code, _, err = run("new", "case", "x-y", *flags, "--root", tree)
    assert code == 0, err
    text = (tree / "cases/x-y.md").read_text(encoding="utf-8")
    assert "resource:\n- water\n- energy\n- waste\n" in text
    assert "country:\n- BO\n- PE\n" in text


def test_a_single_value_given_twice_is_refused(run, tree):
    code, _, err = run("new", "case", "x-y", *FLAGS, "--title", "Otro título", "--root", tree)
    assert code == 2
    assert "--title está dos veces" in err
    assert not (tree / "cases/x-y.md").exists()


def test_the_text_lies_under_its_headings(run, tree):
    run("new", "case", "bo-x", *FLAGS, "--sources", "taller-ejemplo-2002", "--text", TEXT, "--root", tree)  # fmt: skip  # noqa: E501
    text = (tree / "cases/bo-x.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [
        "Situación inicial", "Qué se hizo", "Resultados", "Qué lo hizo posible", "Dificultades",
        "Lecciones", "Cómo replicarlo",
    ]  # fmt: skip
    assert "\n- Pesar la ropa" in text


def test_a_missing_source_is_made_even_without_its_data(run, tree):
    code, out, _ = run("new", "case", "bo-x", *FLAGS, "--sources", "informe-nuevo", "--root", tree)
    assert code == 0
    assert "Creado sources/informe-nuevo.yml. Complete lo que dice PENDIENTE." in out


def test_one_file_in_the_way_and_none_is_written(run, tree):
    before = sorted(tree.rglob("*"))
    code, _, err = run("new", "case", "bo-curtiembre-ejemplo", *FLAGS, "--sources", "n-1", "--root", tree)  # fmt: skip  # noqa: E501
    assert code == 1
    assert "Ya existe" in err
    assert sorted(tree.rglob("*")) == before


@pytest.mark.parametrize("arguments", [("case",), ("case", "--country", "BO"), ("source",)])
def test_a_pipe_is_never_asked(run, tree, monkeypatch, arguments):
    monkeypatch.setattr(sys, "stdin", io.StringIO("no debería leerse\n" * 30))
    code, _, err = run("new", *arguments, "--root", tree)
    assert code == 1
    assert "Falta el id" in err


def test_questions_only_about_what_is_missing(answer, tree):
    code, out, err = answer(
        "case", *FLAGS, "--sources", "taller-ejemplo-2002", "--root", tree, answers=[""]
    )
    assert code == 0, err
    assert "Resumen" not in out
    assert "Creado cases/bo-lavanderia-prueba-medir-cada-carga.md" in out


ANSWERS = (
    TITLE,
    "corto",  # too short: asked again
    SUMMARY,
    "empresa",
    "boli", "1", "",  # Bolivia and the Bolivarian Republic; the first of them; Enter: no other
    "lavandería", "",
    "agua", "energ", "",
    "-", "La fuente no nombra ninguna práctica de la lista.",
    "21/11/2021",  # not a period: asked again
    "2021/2022",
    "+ Informe anual de la lavandería", "informe", "Centro de Prueba", "", "",
    "Mal Id",  # not a slug: asked again
    "",
)  # fmt: skip


def test_a_whole_conversation(answer, tree):
    code, out, err = answer("case", "--root", tree, "--text", TEXT, answers=ANSWERS)
    assert code == 0, out + err
    case = "cases/bo-lavanderia-prueba-medir-cada-carga.md"
    source = "sources/centro-informe-anual-lavanderia.yml"
    assert findings(tree, case) == []
    assert findings(tree, source) == []
    for said in ("Tiene 5 caracteres; hacen falta 60.", "Escriba 2002, 2002-11", "no sirve de id"):
        assert said in out


def test_giving_up_writes_nothing(answer, tree):
    before = sorted(tree.rglob("*"))
    code, _, err = answer("case", "--root", tree, answers=ANSWERS[:4])
    assert code == 1
    assert "Interrumpido" in err
    assert sorted(tree.rglob("*")) == before


def test_a_wrong_id_is_proposed_anew(answer, tree):
    code, out, _ = answer(
        "case", "Mi Caso", *FLAGS, "--sources", "taller-ejemplo-2002", "--root", tree, answers=[""]
    )
    assert code == 0
    assert "«Mi Caso» no sirve de id" in out


def test_what_a_newcomer_types_is_understood(answer, tree):
    code, out, err = answer(
        "case", "--title", TITLE, "--summary", SUMMARY, "--country", "BO", "--sector", "laundry",
        "--period", "2021", "--sources", "taller-ejemplo-2002", "--root", tree,
        answers=["", "3", "2, 1 y no más", "99", "2, 1", "", "[]", "", "No nombra ninguna.", ""],
    )  # fmt: skip
    assert code == 0, out + err
    assert out.count("Hace falta una respuesta") == 2
    assert out.count("Nada con esas letras") == 2
    text = (tree / "cases/bo-lavanderia-prueba-medir-cada-carga.md").read_text(encoding="utf-8")
    assert "resource:\n- energy\n- water\n" in text
    assert "practices: []\npractices_note: No nombra ninguna.\n" in text


def test_a_text_that_cannot_be_read_is_said(run, tree, tmp_path):
    (tmp_path / "caso.docx").write_bytes(b"nada")
    code, _, err = run("new", "case", "bo-x", *FLAGS, "--text", tmp_path / "caso.docx", "--root", tree)  # fmt: skip  # noqa: E501
    assert code == 1
    assert "no es un documento de Word legible" in err
    assert not (tree / "cases/bo-x.md").exists()


def test_the_exercise_passes_and_its_parts_are_named(run, tree):
    code, out, err = run(
        "new", "case", "bo-x", *FLAGS, "--sources", "taller-ejemplo-2002", "--text", EXERCISE,
        "--root", tree,
    )  # fmt: skip
    assert code == 0, err
    parts = "«Situación inicial», «Qué se hizo», «Resultados», «Dificultades», «Lecciones»"
    assert f"El texto quedó bajo {parts}; repáselo." in out
    assert findings(tree, "cases/bo-x.md") == []


OPTIONS = [
    Option("leather", "Curtiembre", ("teneria", "curtume")),
    Option("laundry", "Lavandería", ("laundry",)),
    Option("food-other", "Otros alimentos"),
    Option("food", "Alimentos"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tenería", ["leather"]),
        ("CURT", ["leather"]),
        ("lavanderia", ["laundry"]),
        ("alimentos", ["food", "food-other"]),
        ("otr alim", ["food-other"]),
        ("nder", ["laundry"]),
        ("zzz", []),
    ],
)
def test_search(typed, found):
    assert [option.id for option in search(typed, OPTIONS)] == found


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_on_a_real_terminal_from_text_to_a_sound_file(tree):
    """The walk that CONTRIBUTING describes, with a real terminal: a minute is plenty for it."""
    import pty
    import select

    program = [sys.executable, str(PROJECT / "build_catalog.py")]
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(program[0], [*program, "new", "case", "--root", str(tree), "--text", str(TEXT)])
    start = time.monotonic()
    for line in ANSWERS:
        os.write(terminal, f"{line}\n".encode())
    said = b""
    status = None
    while status is None and time.monotonic() - start < 60:
        if select.select([terminal], [], [], 0.2)[0]:
            with contextlib.suppress(OSError):  # Linux closes the terminal with an error
                said += os.read(terminal, 4096)
        done, code = os.waitpid(pid, os.WNOHANG)
        status = code if done else None
    if status is None:
        os.kill(pid, 9)
    assert status == 0, said.decode()
    assert findings(tree, "cases/bo-lavanderia-prueba-medir-cada-carga.md") == []
