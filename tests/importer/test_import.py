"""Spreadsheets as people make them: what is good is written, what is bad is said by cell."""

import datetime

import pytest

from catalog.check import check_tree
from catalog.cli import cli
from tests.importer.conftest import GOOD, HEADER
from tests.vocabulary import PROJECT

FIGURES = ("Id del caso", "Indicador", "De qué", "Cambio", "Unidad", "Por", "Base", "Fuente")
FIGURE = ("co-pilas", "water_use", "agua", -555, "m3", "year", "reported", "fuente-uno")


def changed(**cells):
    """The good row with other cells, by Spanish header without accents."""
    names = {"id": 0, "titulo": 1, "nivel": 3, "pais": 4, "sector": 5, "periodo": 8, "fuentes": 9}
    row = list(GOOD)
    for name, value in cells.items():
        row[names[name]] = value
    return tuple(row)


def test_a_row_becomes_a_file_that_passes(run, tree, workbook):
    code, said = run(workbook(results=(FIGURES, FIGURE)))
    assert code == 0, said
    text = (tree / "cases/co-pilas.md").read_text(encoding="utf-8")
    assert "level: enterprise\ncountry: CO\nsector: leather\nresource: [water, waste]" in text
    assert "    change: -555\n" in text
    assert cli(PROJECT, ["check", "--root", str(tree), str(tree / "cases/co-pilas.md")]) == 0


def test_english_headers_in_any_order(run, tree, workbook):
    header = ("title", "ID", "summary", "level", "country", "sector", "resource", "practices", "period", "sources")  # fmt: skip  # noqa: E501
    row = (GOOD[1], GOOD[0], *GOOD[2:])
    assert run(workbook(rows=[row], header=header))[0] == 0
    assert (tree / "cases/co-pilas.md").is_file()


def test_dry_run_shows_and_writes_nothing(run, tree, workbook):
    before = sorted(tree.rglob("*"))
    code, said = run(workbook(), "--dry-run")
    assert code == 0
    assert "cases/co-pilas.md: nueva" in said
    assert "title: Curtiembre que mide sus pilas" in said
    assert sorted(tree.rglob("*")) == before


def test_nothing_is_overwritten_without_saying(run, tree, workbook):
    file = tree / "cases/co-caso.md"
    before = file.read_bytes()
    spreadsheet = workbook(rows=[changed(id="co-caso")])
    code, said = run(spreadsheet)
    assert code == 1
    assert "«Casos», fila 2: error: Ya existe cases/co-caso.md" in said
    assert file.read_bytes() == before
    code, said = run(spreadsheet, "--overwrite")
    assert code == 0
    assert "cases/co-caso.md: reemplazada" in said
    assert file.read_bytes() != before


def test_new_sources_and_organizations_come_along(run, tree, workbook):
    sources = [("Id", "Tipo", "Título", "Autores"), ("taller-2002", "Informe", "Memoria del taller", "ONUDI")]  # fmt: skip  # noqa: E501
    assert run(workbook(rows=[changed(fuentes="taller-2002")], Fuentes=sources))[0] == 0
    text = (tree / "sources/taller-2002.yml").read_text(encoding="utf-8")
    assert text == "type: report\ntitle: Memoria del taller\nauthor:\n  - ONUDI\n"


def test_every_problem_in_one_run_with_its_cell(run, tree, workbook):
    rows = [
        changed(pais="Colombja"),
        changed(id="co-otra", titulo="", periodo="21/11/2002"),
        changed(id="co-tercera", fuentes="no-existe-esta"),
    ]
    figures = [FIGURES, (*FIGURE[:3], "1.200", *FIGURE[4:]), ("co-nadie", *FIGURE[1:])]
    code, said = run(workbook(rows=rows, results=figures))
    assert code == 1
    for part in (
        "«Casos», fila 2, columna E (País): error[PML-V01]",
        "«Casos», fila 3, columna B (Título): error[PML-K02]",
        "«Casos», fila 3, columna I (Periodo): error[PML-D02]",
        "«Casos», fila 4, columna J (Fuentes): error[PML-L01]",
        "«Resultados», fila 2, columna D (Cambio): error[PML-N01]: 1.200 se puede leer",
        "«Resultados», fila 3: error: No hay ninguna fila de «Casos» con el id «co-nadie»",
    ):
        assert part in said
    assert not (tree / "cases/co-otra.md").exists()


def merge(book):
    book["Casos"].merge_cells("D2:D3")


def formula(book):
    book["Casos"]["B2"] = '=CONCATENATE("Curtiembre ","que mide")'


def stray(book):
    book["Casos"]["M2"] = "nota suelta"


def broken(book):
    book["Casos"]["B2"] = "#N/A"
    book["Casos"]["B2"].data_type = "e"


def hour(book):
    book["Casos"]["B2"] = datetime.time(10, 30)


def serial(book):
    book["Casos"]["I2"] = 37581


def became_a_date(book):
    book["Casos"]["F2"] = datetime.date(2024, 5, 1)


def unknown(book):
    book["Casos"]["K1"] = "Teléfono"
    book["Casos"]["K2"] = "555"


def twice(book):
    book["Casos"]["K1"] = "país"


@pytest.mark.parametrize(
    ("touch", "place", "says"),
    [
        (merge, "fila 2, columna D", "D2:D3 están combinadas"),
        (formula, "fila 2, columna B (Título)", "tiene una fórmula"),
        (stray, "fila 2, columna M", "«nota suelta» está en una columna sin nombre"),
        (broken, "fila 2, columna B (Título)", "error de cálculo: #N/A"),
        (hour, "fila 2, columna B (Título)", "tiene una hora"),
        (serial, "fila 2, columna I (Periodo)", "sería 2002-11-21"),
        (became_a_date, "fila 2, columna F (Sector)", "en la fecha 2024-05-01"),
        (unknown, "columna K (Teléfono)", "No se conoce la columna «Teléfono»"),
        (twice, "fila 1, columna K (país)", "está dos veces"),
    ],
)
def test_what_spreadsheets_get_wrong(run, tree, workbook, touch, place, says):
    code, said = run(workbook(touch=touch))
    assert code == 1
    (line,) = [row for row in said.splitlines() if says in row]
    assert line.startswith(f"«Casos», {place}: error")
    assert not (tree / "cases/co-pilas.md").exists()


def dated(book):
    book["Casos"]["I2"] = datetime.date(2002, 11, 1)
    book["Casos"]["I2"].number_format = "mmm-yy"


def percent(book):
    book["Resultados"]["D2"] = -0.14
    book["Resultados"]["D2"].number_format = "0%"
    book["Resultados"]["D1"] = "Cambio en %"
    book["Resultados"]["E2"] = None
    book["Resultados"]["F2"] = None
    book["Resultados"]["I1"] = "Porcentaje de qué"
    book["Resultados"]["I2"] = "agua por cuero"


def three_decimals(book):
    book["Resultados"]["D2"] = -1.125


@pytest.mark.parametrize(
    ("touch", "says", "written"),
    [
        (dated, "fila 2, columna I (Periodo): nota: La celda tiene una fecha", "period: 2002-11\n"),
        (percent, "columna D (Cambio en %): nota", "percent: -14\n"),
        (three_decimals, "", "change: -1.1250\n"),
    ],
)
def test_what_is_clear_is_read_and_said(run, tree, workbook, touch, says, written):
    code, said = run(workbook(results=(FIGURES, FIGURE), touch=touch))
    assert code == 0, said
    assert says in said
    assert written in (tree / "cases/co-pilas.md").read_text(encoding="utf-8")


def test_empty_rows_and_missing_ids(run, workbook):
    rows = [(None,) * 10, changed(id=None), (None,) * 10, changed(id="co-dos", titulo="Otra curtiembre")]  # fmt: skip  # noqa: E501
    code, said = run(workbook(rows=rows))
    assert code == 0, said
    assert "Filas vacías que se pasaron por alto: 2 (2, 4)" in said
    assert "se propone «co-curtiembre-que-mide-sus-pilas»" in said


def test_the_same_id_twice(run, workbook):
    code, said = run(workbook(rows=[GOOD, GOOD]))
    assert code == 1
    assert "«Casos», fila 3: error: El id «co-pilas» ya está en la fila 2." in said


def test_a_missing_column_is_said_once(run, workbook):
    rows = [GOOD[:8], changed(id="co-dos")[:8]]
    code, said = run(workbook(rows=rows, header=HEADER[:8]))
    assert code == 1
    assert said.count("Falta la columna obligatoria «Fuentes»") == 1
    assert said.count("PML-K02") == 0


def test_not_a_spreadsheet(run, tmp_path):
    file = tmp_path / "carta.xlsx"
    file.write_bytes(b"PK nada")
    code, said = run(file)
    assert code == 1
    assert "no es un libro de Excel legible" in said


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_of_any_kind(run, tree, tmp_path, encoding, separator):
    lines = (separator.join(f'"{cell}"' for cell in row) for row in (HEADER, GOOD))
    file = tmp_path / "mis-casos.csv"
    file.write_bytes("\r\n".join(lines).encode(encoding))
    code, said = run(file)
    assert code == 0, said
    assert ("Windows-1252" in said) == (encoding == "cp1252")
    text = (tree / "cases/co-pilas.md").read_text(encoding="utf-8")
    assert "bajar la calidad" in text
    assert "country: CO" in text


def test_results_beside_the_csv(run, tree, tmp_path):
    for name, rows in {"casos": (HEADER, GOOD), "resultados": (FIGURES, FIGURE)}.items():
        text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    assert run(tmp_path / "casos.csv")[0] == 0
    assert "change: -555" in (tree / "cases/co-pilas.md").read_text(encoding="utf-8")


def test_decimal_comma_in_csv(run, tmp_path):
    rows = {"casos": (HEADER, GOOD), "resultados": (FIGURES, (*FIGURE[:3], "-1,5", *FIGURE[4:]))}
    for name, table in rows.items():
        text = "\n".join(";".join(f'"{cell}"' for cell in row) for row in table)
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    code, said = run(tmp_path / "casos.csv")
    assert code == 1
    assert "«resultados.csv», fila 2, columna D (Cambio): error[PML-N02]" in said


def test_five_thousand_rows(run, tree, workbook):
    rows = [changed(id=f"co-pila-{n}", titulo=f"Curtiembre número {n} que mide") for n in range(5000)]  # fmt: skip  # noqa: E501
    rows[4321] = changed(id="co-pila-4321", pais="Atlántida")
    figures = [FIGURES, *((f"co-pila-{n}", *FIGURE[1:]) for n in range(5000))]
    code, said = run(workbook(rows=rows, results=figures))
    assert code == 1
    assert "«Casos», fila 4323, columna E (País)" in said
    assert said.count("error[") == 1
    rows[4321] = changed(id="co-pila-4321", titulo="Curtiembre número 4321 que mide")
    assert run(workbook(rows=rows, results=figures))[0] == 0
    assert len(list((tree / "cases").glob("co-pila-*.md"))) == 5000
    assert len(check_tree(tree, PROJECT).entries.cases) == 5002
