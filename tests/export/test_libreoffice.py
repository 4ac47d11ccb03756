"""The workbooks opened by another program: LibreOffice reads every cell as it was meant."""

import csv
import math
import re
import shutil
import subprocess

import pytest

from catalog.export import export_workbook, sheets_of
from catalog.export.spreadsheet import Sheet, workbook
from catalog.export.tables import tables
from catalog.export.workbook import case_rows, cell, result_rows
from catalog.options import Options
from catalog.pipeline import gather
from catalog.settings import load_settings
from catalog.sheets import CASES, RESULTS
from tests.entries_hostile import SETTINGS, hostile
from tests.vocabulary import PROJECT

OFFICE = shutil.which("soffice")
EVERY_SHEET_AS_IT_IS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"  # fmt: skip  # noqa: E501
"""UTF-8, quotes where needed, cells not as shown but as they are, one file for each sheet."""
LOST_ON_PURPOSE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")

pytestmark = pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice Calc")


@pytest.fixture
def seen(tmp_path):
    """What LibreOffice makes of a workbook: for each sheet its rows of texts."""

    def convert(content):
        (tmp_path / "libro.xlsx").write_bytes(content)
        subprocess.run(
            [
                OFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'perfil').as_uri()}",
                "--convert-to", EVERY_SHEET_AS_IT_IS, "--outdir", tmp_path, tmp_path / "libro.xlsx",
            ],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        return {file.stem.partition("-")[2]: rows(file) for file in tmp_path.glob("libro-*.csv")}

    return convert


def rows(file):
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.reader(text))


def same(found, meant):
    """True when a cell says what it should: numbers to 15 digits, texts to the letter."""
    if meant is None or isinstance(meant, str):
        text = LOST_ON_PURPOSE.sub("", (meant or "").replace("\r\n", "\n"))
        return found == text
    return math.isclose(float(found), float(meant), rel_tol=1e-14)


def damaged(found, sheet):
    """Cells that came out otherwise: row, heading, what was meant, what came."""
    meant = [sheet.header, *sheet.rows]
    assert len(found) == len(meant), sheet.name
    for number, (ours, theirs) in enumerate(zip(meant, found, strict=True), 1):
        for head, value, text in zip(sheet.header, ours, theirs, strict=True):
            if not same(text, value):
                yield sheet.name, number, head, value, text


def real():
    return gather(Options(root=PROJECT, project=PROJECT))[0], load_settings(PROJECT, PROJECT)


@pytest.mark.parametrize("content", [lambda: (hostile(), SETTINGS), real], ids=["hostile", "real"])
def test_every_cell_of_the_tables(content, seen):
    catalog, settings = content()
    sheets = sheets_of(tables(catalog, settings), settings)
    found = seen(workbook(sheets))
    assert [page for sheet in sheets for page in damaged(found[sheet.name], sheet)] == []


def test_every_cell_of_the_cases(seen):
    catalog, _ = real()
    found = seen(next(iter(export_workbook(catalog).values())))
    for sheet, lines in ((CASES, case_rows(catalog)), (RESULTS, result_rows(catalog))):
        meant = [[cell(field, text) for field, text in line] for line in lines]
        header = [column.header for column in sheet.columns]
        assert list(damaged(found[sheet.title], Sheet(sheet.title, header, meant))) == []
