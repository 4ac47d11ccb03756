"""What a build keeps of the last one: after any change the site is as if made anew."""

import os
import random
import shutil
from dataclasses import replace

import pytest

from catalog.render.pages import case
from tests.wrap.edits import Author
from tests.wrap.trees import built, differences

SEEDS = range(int(os.environ.get("FAULT_ROUNDS", "12")) // 12)
BUILDS, MOST_EDITS = 5, 3


def test_after_any_edits_the_site_is_as_if_made_anew(tree):
    for seed in SEEDS:
        kept, anew = tree(f"de a poco {seed}"), tree(f"de nuevo {seed}")
        author = Author(random.Random(seed))
        built(kept)
        for _ in range(BUILDS):
            edits = [
                author.change([kept.root, anew.root])
                for _ in range(author.chance.randint(1, MOST_EDITS))
            ]
            little, _ = built(kept)
            whole, _ = built(replace(anew, full=True))
            assert differences(little, whole) == set(), (seed, edits)


def test_no_sheet_is_made_again_without_a_reason(tree, monkeypatch):
    """Also when the first build read the files and the next what the first one kept of them."""
    options = tree("igual")
    monkeypatch.setenv("CATALOG_WORKERS", "1")
    made = []
    page = case.page
    monkeypatch.setattr(case, "page", lambda site, it: made.append(it.id) or page(site, it))
    built(options)
    assert len(made) == 5
    made.clear()
    built(options)
    assert made == []
    file = options.root / "cases/bo-curtiembre-ejemplo.md"
    file.write_text(file.read_text(encoding="utf-8").replace("mínima", "ínfima"), encoding="utf-8")
    built(options)
    assert "bo-curtiembre-ejemplo" in made
    assert "co-ponencia-ejemplo" not in made


def test_what_someone_added_to_a_site_does_not_come_back(tree):
    options = tree("ajeno")
    built(options)
    good, report = built(options)
    (report.site / "casos/nota.txt").write_text("de otro", encoding="utf-8")
    (report.site / "suelto").mkdir()
    (report.site / "suelto/nota.txt").write_text("de otro", encoding="utf-8")
    for _ in range(3):
        assert built(options)[0] == good


def test_a_page_that_someone_touched_is_made_again_in_both_sites(tree):
    """It may be a page of the spare too, under another name of the same file."""
    options = tree("tocado")
    good = [built(options) for _ in range(3)][-1]
    page = good[1].site / "casos/bo-curtiembre-ejemplo/index.html"
    page.write_text("otra cosa", encoding="utf-8")
    for _ in range(3):
        assert built(options)[0] == good[0]


@pytest.mark.parametrize("gone", ["site", ".site-reserva", "cache"])
def test_what_a_build_left_may_be_removed_in_part(tree, gone):
    options = tree("a medias")
    good = [built(options) for _ in range(3)][-1][0]
    shutil.rmtree(options.build / gone)
    assert built(options)[0] == good
