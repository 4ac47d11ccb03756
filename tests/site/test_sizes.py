"""No page of the real site outgrows its budget, and the tool that says so sees one that does."""

import gzip

import pytest

from tools.sizes import budgets, kind_of, loads, main, measure, outgrown, sums

PAGES, TOGETHER = budgets()


@pytest.fixture(scope="module")
def measured(built):
    return measure(built.site, PAGES)


def test_every_page_has_a_budget(measured):
    assert [page.path for page in measured.get("", ())] == []


def test_every_budget_has_pages(measured):
    assert [budget.kind for budget in PAGES if not measured[budget.kind]] == []


def test_no_page_outgrows_its_budget(built, measured):
    assert outgrown(measured, PAGES, sums(built.site, TOGETHER)) == []


def test_the_budgets_of_the_design():
    by_kind = {budget.kind: budget.visit for budget in PAGES}
    assert by_kind["caso"] <= 100 * 1024
    assert TOGETHER["primera búsqueda"]["limit"] <= 150


def test_files_fetched_together_are_there(built):
    assert [each.name for each in sums(built.site, TOGETHER) if not each.files] == []


@pytest.fixture
def small(tmp_path):
    """A site of one case; random bytes do not shrink."""
    (tmp_path / "casos/uno").mkdir(parents=True)
    (tmp_path / "casos/uno/index.html").write_text(
        '<link rel="canonical" href="https://x.invalid/a.css"><link href="../../a.css" '
        'rel="stylesheet"><script src="/b.js" defer></script><img src="https://x.invalid/c.png">'
        '<link rel="apple-touch-icon" href="../../c.png"><img src="../../c%20d.png">'
    )
    for name in ("a.css", "b.js", "c.png", "c d.png"):
        (tmp_path / name).write_text(name)
    return tmp_path


def test_a_visit_is_the_page_and_what_it_names(small):
    text = (small / "casos/uno/index.html").read_text()
    assert loads("casos/uno/index.html", text) == {"a.css", "b.js", "c d.png"}
    (page,) = measure(small, PAGES)["caso"]
    parts = [len(gzip.compress(n.encode(), 6)) for n in ("a.css", "b.js", "c d.png")]
    assert page.visit == page.html + sum(parts)


@pytest.mark.parametrize(("file", "says"), [("casos/uno/index.html", "alone"), ("b.js", "with")])
def test_too_much_is_said(small, file, says, monkeypatch, capsys):
    import random

    path = small / file
    filler = random.Random(1).randbytes(110 * 1024).hex()
    path.write_text(path.read_text() + f"<!-- {filler} -->")
    monkeypatch.setattr("sys.argv", ["sizes", str(small)])
    assert main() == 1
    assert f"too large: casos/uno/index.html {says}" in capsys.readouterr().out


def test_a_page_of_no_kind_is_said(small):
    (small / "casos/uno/dos").mkdir()
    (small / "casos/uno/dos/index.html").touch()
    found = outgrown(measure(small, PAGES), PAGES, [])
    assert found == ["casos/uno/dos/index.html: no budget for pages like this"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("casos/x/index.html", "caso"),
        ("casos/index.html", "lista"),
        ("sectores/x/dossier/index.html", "dossier"),
        ("evidencia/paises/bo/index.html", "evidencia"),
        ("evidencia/index.html", "evidencia"),
        ("index.html", "inicio"),
    ],
)
def test_kinds(path, kind):
    assert kind_of(path, PAGES).kind == kind
