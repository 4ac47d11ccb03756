import csv
import io
import json
from decimal import Decimal

import pytest

from catalog.assemble import assemble
from catalog.csvtext import BOM, cell
from catalog.export import export
from catalog.model import Economics, Entries, Money, Result
from catalog.settings import Settings
from tests.entries import case, practice, source
from tests.quantities import quantity
from tests.vocabulary import VOCABULARIES

SETTINGS = Settings(site_url="https://catalogo.example/")


@pytest.fixture(scope="module")
def files():
    figure = Result(
        indicator="water_use", basis="reported", source="s", change=quantity(-555),
        percent=quantity(-14), unit="m3", per="year", note="=1+1",
    )  # fmt: skip
    economics = Economics(investment=Money(value=quantity("~100"), currency="USD"))
    entries = Entries(
        cases={
            "a": case(
                "a", title="=HYPERLINK(1)", results=(figure,), practices=("p",), economics=economics
            )
        },
        practices={"p": practice("p")},
        organizations={},
        sources={"s": source("s", title="50 % & más")},
        collections={},
        vocabularies=VOCABULARIES,
    )
    return export(assemble(entries), SETTINGS)[0]


def rows(text):
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))


def test_one_row_per_case_and_per_figure(files):
    (only,) = rows(files["datos/v1/cases.csv"])
    assert only["url"] == "https://catalogo.example/casos/a/"
    assert only["investment"] == "~100"
    (figure,) = rows(files["datos/v1/results.csv"])
    assert figure["change"] == "-555"
    assert figure["baseline"] == "4000"
    assert figure["computed"] == "after; baseline"


def test_no_cell_is_a_formula(files):
    for name, text in files.items():
        if name.endswith(".csv"):
            for row in rows(text):
                for value in row.values():
                    number = value.removeprefix("-").replace(".", "", 1).isdigit()
                    assert number or not value.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("text", ["=1", "+1", "-1+1", "@a", "\t=1", "|x"])
def test_text_that_looks_like_a_formula(text):
    assert not cell(text).startswith(("=", "+", "-", "@", "|"))


def test_numbers_pass():
    assert cell(Decimal("-555")) == "-555"


def test_json_is_complete(files):
    whole = json.loads(files["datos/v1/catalog.json"])
    assert [entry["id"] for entry in whole["cases"]] == ["a"]
    alone = json.loads(files["datos/v1/casos/a.json"])
    assert alone == whole["cases"][0]
    assert alone["results"][0]["change"] == -555
    assert "file" not in alone


def test_bibliography(files):
    assert json.loads(files["datos/v1/fuentes.csl.json"])[0]["title"] == "50 % & más"
    assert r"50 \% \& más" in files["datos/v1/fuentes.bib"]
