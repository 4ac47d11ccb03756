"""What ``export`` writes, ``import`` reads back: the real catalog, and values made to hurt."""

import shutil

import pytest
from openpyxl import load_workbook

from catalog.export import FOLDER, SHEETS, export, export_workbook
from catalog.importer import Change, plan_import
from catalog.importer.tree import Reader
from catalog.model import Kind, Severity
from catalog.options import Options
from catalog.pipeline import gather
from catalog.rules import Lexicon
from catalog.schema import RECORDS
from catalog.settings import load_settings
from catalog.sheets import SHEETS as ALL_SHEETS
from catalog.sheets import escaped, folded, split_escaped
from tests.vocabulary import PROJECT, VOCABULARIES


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("planilla")
    catalog, _ = gather(Options(root=PROJECT, project=PROJECT))
    files = export(catalog, load_settings(PROJECT, PROJECT))[0] | export_workbook(catalog)
    for name, data in files.items():
        if name.startswith(f"{FOLDER}/{SHEETS}/"):
            content = data.encode("utf-8") if isinstance(data, str) else data
            (folder / name.rpartition("/")[2]).write_bytes(content)
    return catalog, folder


@pytest.mark.parametrize("name", ["casos.xlsx", "casos.csv"])
def test_the_real_catalog_comes_back_equal(exported, name):
    catalog, folder = exported
    plan = plan_import(folder / name, PROJECT, PROJECT)
    assert [r for r in plan.remarks if r.severity is Severity.ERROR] == []
    assert {planned.change for planned in plan.files} == {Change.SAME}
    assert len(plan.files) == len(catalog.cases)


def test_into_an_empty_catalog_too(exported, tmp_path):
    """The files that import writes say the same as those that people wrote."""
    _, folder = exported
    for kind in (Kind.PRACTICE, Kind.ORGANIZATION, Kind.SOURCE):
        shutil.copytree(PROJECT / kind.folder, tmp_path / kind.folder)
    plan = plan_import(folder / "casos.xlsx", tmp_path, PROJECT)
    assert not plan.failed
    (tmp_path / "cases").mkdir()
    for planned in plan.files:
        (tmp_path / planned.label).write_text(planned.text, encoding="utf-8")
    again = plan_import(folder / "casos.csv", tmp_path, PROJECT)
    assert {planned.change for planned in again.files} == {Change.SAME}


def test_template_has_drop_downs_help_and_no_rows(exported):
    _, folder = exported
    book = load_workbook(folder / "plantilla.xlsx")
    assert book.sheetnames == [
        "Casos",
        "Resultados",
        "Fuentes",
        "Organizaciones",
        "Ayuda",
        "Listas",
    ]
    rules = book["Casos"].data_validations.dataValidation
    (level,) = [r for r in rules if r.promptTitle == "Nivel"]
    sheet, _, place = level.formula1.replace("$", "").partition("!")
    labels = [row[0].value for row in book[sheet][place]]
    assert labels == [term.name for term in VOCABULARIES["levels"]]
    assert book["Casos"].max_row == 1
    assert book["Casos"].freeze_panes == "B2"
    explained = {row[1].value for row in book["Ayuda"].iter_rows()}
    assert {column.header for sheet in ALL_SHEETS for column in sheet.columns} <= explained


def test_the_same_bytes_twice(exported):
    catalog, folder = exported
    assert (folder / "casos.xlsx").read_bytes() == next(iter(export_workbook(catalog).values()))


def test_headers_lead_to_their_own_column():
    for sheet in ALL_SHEETS:
        for column in sheet.columns:
            assert sheet.by_header[folded(column.header)] is column
            assert sheet.by_header[folded(column.key)] is column


def test_every_field_of_a_case_has_a_column():
    for sheet in ALL_SHEETS:
        tops = {column.path[0] for column in sheet.columns}
        record = RECORDS[sheet.kind] if sheet.record is RECORDS[sheet.kind] else sheet.record
        assert {field.name for field in record.fields} - {"results"} <= tops


def test_every_label_of_a_drop_down_is_understood():
    reader = Reader(Lexicon(VOCABULARIES))
    fields = {c.field.vocabulary: c.field for sheet in ALL_SHEETS for c in sheet.columns}
    for name, field in fields.items():
        for term in VOCABULARIES[name] if name else ():
            assert reader.certain(field, term.name) == term.id, (name, term.id)


@pytest.mark.parametrize("text", ["a | b", "a\\", "\\|", "a\nb", "\\n", "|", "x: y | z", "\\\\|"])
def test_separators_inside_texts(text):
    assert split_escaped(escaped(text)) == [text.strip()]
    assert split_escaped(f"{escaped(text)} | note: {escaped(text)}") == [
        text.strip(),
        f"note: {text}".strip(),
    ]
