"""How findings look to a person, to GitHub and to a program."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from catalog.model import Finding, Severity
from catalog.report import RULES, as_github, as_json, as_text, closing, explain, show
from catalog.report.text import underline
from tests.rules.support import run, with_example


@pytest.fixture
def finding():
    return Finding(
        file="cases/co-caso.md",
        line=7,
        column=9,
        end_column=15,
        rule="PML-V01",
        severity=Severity.ERROR,
        message="«tenería» no está en el vocabulario «sectors».",
        hint="Su id es «leather».",
        allowed=("leather", "beer"),
        suggestion="leather",
        paste="sector: leather",
    )


def test_text(finding):
    (block,) = as_text([finding], lambda _file, _line: "sector: tenería")
    assert block == (
        "error[PML-V01] «tenería» no está en el vocabulario «sectors».\n"
        " --> cases/co-caso.md:7:9\n"
        "  |\n"
        "7 | sector: tenería\n"
        "  |         ^^^^^^\n"
        "  = Su id es «leather».\n"
        "  = admitidos: leather, beer\n"
        "  = para pegar: sector: leather\n"
        "  = por qué: /reglas/pml-v01/\n"
    )


def test_text_hides_no_character(finding):
    (block,) = as_text([finding], lambda _file, _line: "sector: \x1b[31m\u202eten")
    assert "\x1b" not in block
    assert "\u202e" not in block


@pytest.mark.parametrize(
    ("column", "end", "fault"),
    [(1, 4, "xxx"), (151, 154, "yyy"), (298, 301, "zzz"), (301, 301, "")],
)
def test_long_lines_are_cut_around_the_fault(column, end, fault):
    row = "xxx" + "·" * 147 + "yyy" + "·" * 144 + "zzz"
    window, caret = underline(row, column, end)
    assert len(window) <= 102
    assert caret.strip("^ ") == ""
    start = len(caret) - caret.count("^")
    assert window[start : start + len(fault)] == fault


def test_wide_characters_keep_the_caret_below():
    _, caret = underline("a 漢字 b", 6, 7)
    assert caret == " " * 7 + "^"


@pytest.mark.parametrize(
    ("root", "file"),
    [("", "cases/x.md"), ("otro/catálogo", "otro/catálogo/cases/x.md"), ("../fuera", "cases/x.md")],
)
def test_github_finds_a_file_below_what_it_checked_out(root, file, finding, tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "repo"))
    said = io.StringIO()
    tree = tmp_path / "repo" / root
    show([replace(finding, file="cases/x.md")], tree, format="github", stream=said)
    assert f"file={file}," in said.getvalue()


def test_github_escapes_what_would_end_the_command():
    odd = Finding("cases/a,b:c.md", 1, 2, "PML-V01", Severity.NOTICE, "50 %\nmás", "::error::")
    (line,) = as_github([odd])
    assert line.startswith("::notice file=cases/a%2Cb%3Ac.md,line=1,col=2,title=PML-V01 ")
    assert line.endswith("::50 %25%0Amás ::error::")
    assert "\n" not in line


def test_json_has_exactly_these_keys(finding):
    counts = {"cases": 1, "practices": 0, "organizations": 0, "sources": 0, "collections": 0}
    whole = json.loads(as_json([finding], counts))
    assert list(whole) == ["findings", "counts"]
    assert whole["counts"] == counts
    assert whole["findings"] == [
        {
            "file": "cases/co-caso.md",
            "line": 7,
            "column": 9,
            "rule": "PML-V01",
            "severity": "error",
            "message": "«tenería» no está en el vocabulario «sectors».",
            "hint": "Su id es «leather».",
        }
    ]


def test_closing_sentence(finding):
    assert closing([], {"cases": 1, "sources": 2}) == "Todo en orden: 1 caso y 2 fuentes."
    assert closing([finding], {}) == "1 error."


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "variables", "coloured"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colours_only_on_a_terminal(tmp_path, monkeypatch, finding, stream, variables, coloured):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    show([finding], tmp_path, stream=stream)
    assert ("\x1b[" in stream.getvalue()) is coloured


def test_show_reads_the_line_and_never_leaves_the_tree(tmp_path, finding):
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "co-caso.md").write_bytes(
        "\ufeff1\r\n2\r\n3\r\n4\r\n5\r\n6\r\nsiete".encode()
    )
    outside = tmp_path.parent / "secreto.md"
    outside.write_text("secreto\n" * 9)
    (tmp_path / "cases" / "bo-caso.md").symlink_to(outside)
    stream = io.StringIO()
    linked = Finding("cases/bo-caso.md", 1, 1, "PML-F07", Severity.ERROR, "Enlace.")
    show([finding, linked], tmp_path, stream=stream)
    assert "siete" in stream.getvalue()
    assert "secreto" not in stream.getvalue()


def test_message_shown_for_each_rule_is_the_one_printed():
    """The documentation shows what the program prints for the rule's own wrong example."""
    path, files = with_example(RULES["PML-V01"].explanation.bad)
    _, findings = run(files)
    rows = files[path].split("\n")
    blocks = list(as_text(findings, lambda _file, line: rows[line - 1]))
    assert any("error[PML-V01] «curtiembre» no está" in block for block in blocks)


def test_explanation_needs_every_part():
    with pytest.raises(ValueError, match="Por qué"):
        explain("Solo un título.")


def test_explanation_as_text():
    text = str(RULES["PML-E01"].explanation)
    assert text.index("Por qué:") < text.index("Mal:") < text.index("Bien:")
    assert "    economics:\n      investment:" in text


def test_a_suggestion_gives_a_line_to_paste(finding):
    bare = replace(finding, paste="", end_column=16)
    (block,) = as_text([bare], lambda _file, _line: "sector: tenería")
    assert "= para pegar: sector: leather" in block


@pytest.mark.parametrize("format", ["text", "github", "json"])
def test_nothing_is_held_back_that_a_later_line_of_errors_would_overtake(tmp_path, finding, format):
    reached = io.BytesIO()
    said = io.TextIOWrapper(reached, encoding="utf-8")
    show([finding], tmp_path, format=format, stream=said)
    assert finding.rule in reached.getvalue().decode()
