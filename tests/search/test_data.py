"""The data file and the vendored scripts."""

import gzip
import hashlib
import json

import pytest

from catalog.render.search.words import distinct, fold
from tests.vocabulary import PROJECT

BUDGET = 150 * 1024
SCRIPTS = ("vendor/*.js", "assets/buscar/*.js")


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Año", "año"), ("PRODUCCIÓN", "produccion"), ("pingüino", "pinguino"), ("ação", "acao")],
)
def test_fold_keeps_enye(word, folded):
    assert fold(word) == folded


def test_distinct_words():
    text = "El agua del pozo, [el agua](https://x.example/leche) y 40 baños"
    assert distinct([text, "pozo nuevo"], ["Baño de agua"]) == "pozo baños nuevo"


def test_data_is_one_assignment(site):
    for name, variable in (("", "CATALOGO_BUSQUEDA"), ("-texto", "CATALOGO_BUSQUEDA_TEXTO")):
        text = (site / f"datos/busqueda{name}.js").read_text(encoding="utf-8")
        head, _, rest = text.partition("=")
        assert head == variable
        assert json.loads(rest.removesuffix(";\n"))


def test_columns_have_equal_lengths(site):
    text = (site / "datos/busqueda.js").read_text(encoding="utf-8")
    data = json.loads(text.partition("=")[2].removesuffix(";\n"))
    for folder, table in data["tables"].items():
        lengths = {column.count("\n") for column in table.values()}
        assert len(lengths) == 1, folder


def test_first_search_is_within_its_budget(site):
    """Engine, scripts and data of a first search; the catalog has some 550 practices and cases."""
    files = [path for pattern in SCRIPTS for path in site.glob(pattern)]
    files.append(site / "datos/busqueda.js")
    total = sum(len(gzip.compress(path.read_bytes(), 6)) for path in files)
    assert total <= BUDGET, total


@pytest.mark.parametrize("folder", ["theme/vendor", "tests/vendor"])
def test_vendored_files_are_those_of_the_lock(folder):
    lock = json.loads((PROJECT / folder / "versiones.json").read_text())
    for name, facts in lock.items():
        path = PROJECT / folder / name
        assert hashlib.sha256(path.read_bytes()).hexdigest() == facts["sha256"], name
        assert (PROJECT / folder / f"{name}.LICENSE.txt").is_file()
