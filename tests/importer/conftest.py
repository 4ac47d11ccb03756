import shutil

import pytest
from openpyxl import Workbook

from catalog.cli import cli
from tests.rules.support import MINI
from tests.vocabulary import PROJECT

HEADER = ("Id", "Título", "Resumen", "Nivel", "País", "Sector", "Recursos", "Prácticas", "Periodo", "Fuentes")  # fmt: skip  # noqa: E501
GOOD = (
    "co-pilas", "Curtiembre que mide sus pilas",
    "La curtiembre puso medidores en cada pila y redujo el agua sin bajar la calidad del cuero.",
    "Empresa", "Colombia", "curtiduría", "agua; residuos", "practica-uno", "2002",
    "fuente-uno | pages: 3-4",
)  # fmt: skip


@pytest.fixture
def tree(tmp_path):
    root = tmp_path / "catálogo"
    shutil.copytree(MINI, root)
    return root


@pytest.fixture
def workbook(tmp_path):
    """Save sheets given as lists of rows; ``touch`` may spoil the book before it is saved."""

    def save(rows=(GOOD,), results=(), header=HEADER, touch=None, **sheets):
        book = Workbook()
        page = book.active
        page.title = "Casos"
        for row in (header, *rows):
            page.append(row)
        for name, lines in {"Resultados": results, **sheets}.items():
            if lines:
                page = book.create_sheet(name)
                for line in lines:
                    page.append(line)
        if touch:
            touch(book)
        target = tmp_path / "planilla.xlsx"
        book.save(target)
        return target

    return save


@pytest.fixture
def run(capsys, tree):
    """Import into the small catalog: exit code and everything said."""

    def call(*arguments):
        code = cli(PROJECT, ["import", *map(str, arguments), "--root", str(tree)])
        streams = capsys.readouterr()
        return code, streams.out + streams.err

    return call
