"""Every file below ``datos/v1/``, made from a catalog in which every text tries to break out."""

import csv
import io
import json
import re
import sqlite3
import zipfile

import jsonschema
import openpyxl
import pytest

from catalog.citation import version
from catalog.export import export
from catalog.export.columns import HEADINGS, PURPOSES
from catalog.export.page import size, weigh
from catalog.export.stamp import catalog_version
from catalog.export.tables import tables
from catalog.options import Options
from catalog.pipeline import gather
from catalog.settings import load_settings
from tests.entries_hostile import HOSTILE, SETTINGS, hostile
from tests.vocabulary import PROJECT

BASE = "datos/v1/"
FOLDERS = {
    "casos": "case", "practicas": "practice", "organizaciones": "organization",
    "fuentes": "source", "formacion": "collection",
}  # fmt: skip


@pytest.fixture(scope="module")
def catalog():
    return hostile()


@pytest.fixture(scope="module")
def files(catalog):
    return export(catalog, SETTINGS)[0]


@pytest.fixture(scope="module")
def real():
    catalog, _ = gather(Options(root=PROJECT, project=PROJECT))
    return catalog, export(catalog, load_settings(PROJECT, PROJECT))[0]


@pytest.fixture(params=["hostile", "real"])
def made(request):
    """The hostile catalog, and the real one."""
    if request.param == "real":
        return request.getfixturevalue("real")
    return request.getfixturevalue("catalog"), request.getfixturevalue("files")


def validator(files, name):
    schema = json.loads(files[f"{BASE}esquema/{name}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_every_entry_obeys_the_schema_of_its_kind(made):
    _, files = made
    for folder, kind in FOLDERS.items():
        judge = validator(files, kind)
        found = [name for name in files if re.fullmatch(rf"{BASE}{folder}/[^.]+\.json", name)]
        assert found
        for name in found:
            judge.validate(json.loads(files[name]))


def test_the_whole_obeys_its_schema(made):
    _, files = made
    validator(files, "catalog").validate(json.loads(files[f"{BASE}catalog.json"]))


def test_a_field_that_nobody_knows_is_refused(files):
    entry = json.loads(files[f"{BASE}casos/c0.json"])
    with pytest.raises(jsonschema.ValidationError):
        validator(files, "case").validate({**entry, "surprise": 1})


def test_computed_results_stand_in_the_order_of_the_figures(made):
    catalog, files = made
    for id, case in catalog.cases.items():
        entry = json.loads(files[f"{BASE}casos/{id}.json"])
        assert len(entry["computed"]["results"]) == len(case.results)
        assert tuple(item.result for item in catalog.derived[id]) == case.results


def test_versions_are_in_the_data(files, catalog):
    entry = json.loads(files[f"{BASE}casos/c0.json"])
    assert entry["version"] == {
        "hash": version(catalog.cases["c0"]).hash,
        "date": "2026-11-21",
    }
    assert entry["body"] == HOSTILE[0]


def test_texts_survive_in_json(files):
    for n, text in enumerate(HOSTILE):
        assert json.loads(files[f"{BASE}casos/c{n}.json"])["title"] == text


def test_same_catalog_same_bytes(catalog, files):
    assert export(catalog, SETTINGS)[0] == files
    assert export(hostile(), SETTINGS)[0] == files


def rows(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_no_cell_of_any_table_is_a_formula(made):
    _, files = made
    for name in PURPOSES:
        text = files[f"{BASE}{name}.csv"]
        assert text.startswith("\ufeff")
        table = rows(text)
        assert {len(row) for row in table} == {len(table[0])}
        for row in table:
            for value in row:
                number = re.fullmatch(r"-?\d+(\.\d+)?", value)
                bounds = re.fullmatch(r"-?[\d.]+\.\.-?[\d.]+", value)
                assert number or bounds or not value.startswith(("=", "+", "-", "@", "\t", "|"))


def test_ranges_of_reductions_are_marked_like_any_text(files):
    header, *found = rows(files[f"{BASE}results.csv"])
    assert {row[header.index("percent")] for row in found} >= {"'-10..-15", "~-25"}


def test_every_column_has_a_heading(catalog):
    for table in tables(catalog, SETTINGS).values():
        assert set(table.header) <= set(HEADINGS)


def test_matrix_has_the_eight_columns_and_leaves_gaps_empty(files):
    header, *found = rows(files[f"{BASE}matrix.csv"])
    assert header[2:10] == [
        "prioridad_ilac", "prioridad", "resultado_esperado", "indicador", "actividad",
        "responsable", "recursos", "otros_actores",
    ]  # fmt: skip
    first = dict(zip(header, found[0], strict=True))
    assert first["country"] == "BO"
    assert first["prioridad_ilac"] == ""
    assert first["responsable"] == ""
    assert first["otros_actores"]
    assert "-10..-15 %" in first["resultado_esperado"]
    assert first["recursos"] == "inversión >=5 USD"


def test_workbook_opens_and_holds_no_formula(made):
    catalog, files = made
    content = files[f"{BASE}catalogo.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Léame", *(name for name, _ in PURPOSES.values())]
    for page in book:
        for row in page.iter_rows():
            assert not any(cell.data_type == "f" for cell in row)
        assert page.freeze_panes == "A2"
    assert book["Casos"].max_row == len(catalog.cases) + 1
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_workbook_keeps_texts_and_numbers(files):
    book = openpyxl.load_workbook(io.BytesIO(files[f"{BASE}catalogo.xlsx"]))
    titles = {row[0].value: row[2].value for row in book["Casos"].iter_rows(min_row=2)}
    for n, text in enumerate(HOSTILE):
        if not set(text) & {"\x0b", "\r"}:
            assert titles[f"c{n}"] == text
    page = book["Cifras"]
    heads = [cell.value for cell in page[1]]
    values = {row[heads.index("Antes")].value for row in page.iter_rows(min_row=2)}
    assert 4000 in values


@pytest.mark.parametrize("name", ["v1/catalogo", "planilla/plantilla"])
def test_workbooks_do_not_know_the_time(files, name):
    with zipfile.ZipFile(io.BytesIO(files[f"datos/{name}.xlsx"])) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        dates = re.findall(rb"W3CDTF\">([^<]*)<", parts.read("docProps/core.xml"))
    assert set(dates) == {b"2000-01-01T00:00:00Z"}


def database(files):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files[f"{BASE}catalogo.sqlite"])
    return connection


def test_database_is_whole_and_its_keys_hold(made):
    catalog, files = made
    connection = database(files)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    count = "SELECT count(*) FROM "
    assert connection.execute(f"{count}cases").fetchone() == (len(catalog.cases),)
    figures = sum(len(case.results) for case in catalog.cases.values())
    assert connection.execute(f"{count}results").fetchone() == (figures,)
    for view in ("casos", "cifras", "practicas"):
        assert connection.execute(f"{count}{view}").fetchone()[0] > 0


def test_database_keeps_texts_and_labels(files):
    connection = database(files)
    found = dict(connection.execute("SELECT id, title FROM cases"))
    assert [found[f"c{n}"] for n in range(len(HOSTILE))] == list(HOSTILE)
    row = connection.execute("SELECT nivel, paises FROM casos WHERE ficha = 'c0'").fetchone()
    assert row == ("Empresa", "Bolivia")
    row = "SELECT after_min, after_about, percent_min, percent_max FROM results"
    assert connection.execute(f"{row} WHERE case_id = 'c0' AND number = 2").fetchone()[:2] == (
        3000,
        1,
    )


def test_nothing_of_the_machine_is_in_the_data(real):
    _, files = real
    for name, content in files.items():
        raw = content.encode() if isinstance(content, str) else content
        assert str(PROJECT).encode() not in raw, name


def test_version_of_the_whole(catalog):
    found = catalog_version(catalog)
    assert found == catalog_version(hostile())
    assert str(found.date) == "2026-11-21"


@pytest.mark.parametrize(
    ("count", "words"), [(10, "1 kB"), (312_400, "312 kB"), (3_137_300, "3,1 MB")]
)
def test_sizes_in_words(count, words):
    assert size(weigh(b"x" * count)) == words


def test_references_of_entries_and_sources(files):
    assert files[f"{BASE}casos/c0.bib"].startswith("@misc{casos-c0,")
    assert files[f"{BASE}formacion/r0.ris"].startswith("TY  - ELEC\r\n")
    assert len(json.loads(files[f"{BASE}fuentes.csl.json"])) == len(HOSTILE)
    assert files[f"{BASE}fuentes.ris"].count("\r\nER  - ") == len(HOSTILE)


def test_no_text_is_a_number_to_a_spreadsheet(made):
    """LibreOffice and Excel turn 0141 into 141 and 662377e0 into 662377."""
    catalog, _ = made
    for name, table in tables(catalog, SETTINGS).items():
        for row in table.rows:
            for key, value in zip(table.header, row, strict=True):
                if isinstance(value, str) and re.fullmatch(r"[\d.,eE+-]*\d", value.strip()):
                    plain = re.fullmatch(r"[1-9]\d{3}(-\d\d){0,2}|-?[\d.]+\.\.-?[\d.]+", value)
                    assert plain or value in HOSTILE, (name, key, value)
