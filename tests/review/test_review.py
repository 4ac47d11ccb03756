"""The report on a branch: what it tells, and that nothing in it acts on whoever reads it."""

import re

import pytest
from markdown_it import MarkdownIt

from catalog.review.duplicates import ALIKE, alike
from catalog.review.escape import code, escape
from tests.review.conftest import git

CASE = "cases/bo-curtiembre-ejemplo.md"
GFM = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def edit(tree, old, new, path=CASE):
    text = (tree / path).read_text(encoding="utf-8")
    assert old in text
    (tree / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def copy(tree, id, **fields):
    text = (tree / CASE).read_text(encoding="utf-8")
    for key, value in fields.items():
        text = re.sub(rf"^{key}:.*$", lambda _, k=key, v=value: f"{k}: {v}", text, flags=re.M)
    (tree / f"cases/{id}.md").write_text(text, encoding="utf-8")


def section(report, heading):
    return report.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def test_a_branch_that_changes_nothing(review):
    code, report, _ = review()
    assert code == 0
    assert "No cambia ninguna ficha." in report
    assert "##" not in report


def test_a_new_case_moves_what_is_computed(tree, review):
    title = "'Panadería que cambió su horno de leña por otro cerrado'"
    copy(tree, "pe-panaderia", title=title, country="PE", sector="bakery")
    code, report, _ = review("--preview", "https://vista.example/p")
    assert code == 0, report
    assert "(https://vista.example/p/casos/pe-panaderia/)" in section(report, "Fichas nuevas")
    assert "`cases/pe-panaderia.md`" in section(report, "Fichas nuevas")
    assert "_nueva_" in section(report, "Cifras")
    boards = section(report, "Cómo se mueven los marcadores")
    assert "| Todo el catálogo | 5 → 6 |" in boards
    assert "| País: Perú | 0 → 1 |" in boards
    assert "se llena un hueco" in section(report, "Mapa de vacíos")


def test_a_figure_old_and_new_with_unit_and_source(tree, review):
    text = (tree / CASE).read_text(encoding="utf-8")
    number = re.search(r"investment: \{value: (\d+)", text)[1]
    edit(tree, f"investment: {{value: {number}", "investment: {value: 98765")
    _, report, _ = review()
    (row,) = [line for line in section(report, "Cifras").splitlines() if "| Inversión |" in line]
    _, case, _name, before, after, source, _ = (part.strip() for part in row.split("|"))
    assert case == "`bo-curtiembre-ejemplo`"
    assert number[:1] in before
    assert "98 765" in after.replace("\u202f", " ").replace("\u2009", " ")
    assert source == "`centro-ejemplo-estudio-2002`"


def test_a_removed_entry_blocks_and_says_how_to_mend_it(tree, review):
    (tree / CASE).unlink()
    code, report, _ = review()
    assert code == 1
    assert "Así no se puede unir" in report
    lost = section(report, "Direcciones que dejarían de responder")
    assert "`/casos/bo-curtiembre-ejemplo/`" in lost
    assert "`aliases: [bo-curtiembre-ejemplo]`" in lost


def test_an_address_in_no_list_is_missed_as_well(tree, review):
    (tree / "cases/py-granja-ejemplo.md").unlink()
    _, report, _ = review()
    assert "/casos/py-granja-ejemplo/" in section(report, "Direcciones que dejarían de responder")


def test_a_rename_with_alias_loses_nothing_and_keeps_its_figures(tree, review):
    edit(tree, "level:", "aliases: [bo-curtiembre-ejemplo]\nlevel:")
    (tree / CASE).rename(tree / "cases/bo-curtiembre-otra.md")
    _, report, _ = review()
    assert "dejarían de responder" not in report
    assert section(report, "Cifras") == ""


def test_lines_taken_from_the_list(tree, review):
    (tree / "permalinks.txt").write_text("", encoding="utf-8")
    code, report, _ = review()
    assert code == 1
    assert "bo-curtiembre-ejemplo" in section(report, "Líneas quitadas de permalinks.txt")


def test_a_broken_file_is_a_finding_and_not_a_lost_address(tree, review):
    edit(tree, "level: enterprise", "level: entreprise")
    code, report, _ = review()
    assert code == 1
    assert f"`{CASE}:4`" in section(report, "Hallazgos")
    assert "dejarían de responder" not in report


def test_findings_of_untouched_files_are_left_out_unless_new(tree, review):
    edit(tree, "mínima'", "mínima.'", CASE)
    git(tree, "commit", "-qam", "aviso")
    edit(tree, "level:", "level:", "cases/py-granja-ejemplo.md")
    _, report, _ = review("--base", "HEAD")
    assert "Hallazgos" not in report


def test_probable_duplicates(tree, review):
    title = re.search(r"^title: '?(.*?)'?$", (tree / CASE).read_text(encoding="utf-8"), re.M)[1]
    copy(tree, "bo-otra", title=f"'{title.upper()[:90]}'")
    _, report, _ = review()
    twins = section(report, "Posibles repetidas")
    assert "`cases/bo-otra.md`" in twins
    assert "mismo país y sector, título parecido" in twins
    assert "misma fuente" in twins


def test_without_a_main_branch_it_says_what_to_do(tree, review):
    git(tree, "branch", "-D", "main")
    code, _, err = review()
    assert code == 1
    assert "--base" in err


@pytest.mark.parametrize("named", ["no-existe", "--output=/tmp/x", "HEAD:cases", "; rm -rf x"])
def test_an_unknown_revision(review, named):
    code, out, err = review(f"--base={named}")
    assert (code, out) == (1, "")
    assert "no conoce" in err


def test_outside_git(tmp_path, capsys):
    from catalog.cli import cli
    from tests.vocabulary import PROJECT

    assert cli(PROJECT, ["review", "--root", str(tmp_path)]) == 1
    assert "Git" in capsys.readouterr().err


def test_the_working_copy_is_not_touched(tree, review):
    edit(tree, "level:", "level:")
    (tree / "nuevo.txt").write_text("x")
    before = git(tree, "status", "--porcelain"), git(tree, "rev-parse", "HEAD")
    review("--base", "main")
    assert (git(tree, "status", "--porcelain"), git(tree, "rev-parse", "HEAD")) == before


HOSTILE = (
    "@torvalds mira #1 y GH-2",
    "a | b | c",
    "[pulse](https://evil.example)",
    "![x](https://evil.example/p.png)",
    "<img src=x onerror=alert(1)>",
    "</td></table><script>x</script>",
    "https://evil.example y www.evil.example",
    "`código` **negrita** ~~tacha~~ _cursiva_",
    "&lt;b&gt; &#64;torvalds &commat;x",
    "\\| \\@x \\",
    "correo a@evil.example",
    "$x^2$ y $$y$$",
    "línea\nrota\r\n# Título\u2028otra",
    "\u202egnp.exe\u200b\x1b[31m",
    "[x]: https://evil.example 'y'",
    "``` | ``",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_shows_itself_and_does_nothing(text):
    for shown in (escape(text), code(text)):
        html = GFM.render(f"| a | b |\n| - | - |\n| {shown} | fin |\n")
        assert html.count("<td>") == 2
        assert "<td>fin</td>" in html
        tags = set(re.findall(r"</?([a-z]+)", html))
        assert tags <= {"table", "thead", "tbody", "tr", "th", "td", "code"}
        inside = re.sub(r"<code>.*?</code>", "", html)
        assert not re.search(r"[@#!$]\w|GH-\d|://|www\.\w|&#", inside)
        assert "\x1b" not in html
        assert "\u202e" not in html


@pytest.mark.parametrize(
    "title",
    [
        "'@torvalds | [x](https://evil.example) <b>hola</b> aquí'",
        "'``` | @x <!-- --> `y` | z ![a](b)'",
    ],
)
def test_a_hostile_title_in_a_whole_report(tree, review, title):
    copy(tree, "bo-mala", title=title)
    _, report, _ = review()
    html = GFM.render(report)
    assert "evil.example</a>" not in html
    assert "<b>" not in html
    assert "<!--" not in html
    outside = re.sub(r"<code>.*?</code>", "", html)
    assert not re.search(r"@\w", outside)
    widths = {
        (row.count("<td>"), table.count("<th>"))
        for table in html.split("<table>")[1:]
        for row in table.split("<tr>")[2:]
    }
    assert all(cells == heads for cells, heads in widths)


def test_likeness():
    assert alike("Curtiembre que ahorra agua", "CURTIEMBRE que ahorró agua.") > 0.9
    assert alike("Curtiembre que ahorra agua", "Hotel que mide su basura") < ALIKE
