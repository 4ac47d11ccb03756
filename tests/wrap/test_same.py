"""The theme as a function gives what `mkdocs build` gives, from nothing and after every change."""

import shutil
from dataclasses import replace

import pytest

from tests.faults.house import rewritten
from tests.vocabulary import PROJECT
from tests.wrap.trees import built, differences

CASE = "cases/bo-curtiembre-ejemplo.md"
BY_HAND = (
    "# Notas\n\nDe quien cuida el catálogo. [Casos](casos/index.md), `código` y <b>nada</b>.\n"
)


def a_word(root):
    rewritten(root / CASE, "mínima", "ínfima")


def another_case(root):
    text = (root / CASE).read_text(encoding="utf-8")
    (root / "cases/bo-curtiembre-hermana.md").write_text(
        text.replace("ínfima", "menuda"), encoding="utf-8"
    )


def one_case_less(root):
    (root / "cases/bo-curtiembre-hermana.md").unlink()


def a_page_by_hand(root):
    shutil.copytree(PROJECT / "docs", root / "docs", ignore=shutil.ignore_patterns("*.csv"))
    (root / "docs/notas.md").write_text(BY_HAND, encoding="utf-8")


def the_page_again(root):
    rewritten(root / "docs/notas.md", "nada", "algo")


def another_name(root):
    rewritten(root / "mkdocs.yml", "site_name: Catálogo PML", "site_name: Catálogo de otros")


def nothing(root):
    pass


CHANGES = (
    *(a_word, another_case, nothing, a_page_by_hand, the_page_again),
    *(one_case_less, another_name, nothing),
)


@pytest.mark.parametrize("edition", ["web", "offline"])
def test_the_bytes_are_those_of_the_engine(tree, edition):
    ours = replace(tree("árbol nuestro"), edition=edition)
    a_page_by_hand(ours.root)
    short, _ = built(ours)
    whole, _ = built(replace(ours, plain=True, full=True))
    assert len(short) > 100
    assert differences(short, whole) == set()


def test_after_every_change_the_site_is_as_if_made_anew(tree):
    kept, anew = tree("de a poco"), tree("de nuevo")
    built(kept)
    for change in CHANGES:
        change(kept.root)
        change(anew.root)
        little, report = built(kept)
        whole, full = built(replace(anew, full=True))
        assert differences(little, whole) == set(), change.__name__
        assert report.written <= full.written
        if change is nothing:
            assert report.written == 0
        if change is a_word:
            assert 0 < report.written < full.written / 2


def test_a_page_of_the_last_site_that_someone_touched_is_made_again(tree):
    options = tree("tocado")
    good, report = built(options)
    assert report.site
    (report.site / "index.html").write_text("otra cosa", encoding="utf-8")
    (report.site / "acerca/index.html").unlink()
    assert built(options)[0] == good
