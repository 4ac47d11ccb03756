import re
from html import unescape

import pytest

from catalog.render import render
from catalog.settings import Settings
from tests.render import sample

SETTINGS = Settings(site_url="https://catalogo.example/")


@pytest.fixture(scope="module")
def text():
    pages, _ = render(sample.catalog("Texto llano", "## Lecciones\n\nUna **lección**.\n"), SETTINGS)

    def read(path):
        html = re.sub(r"<svg.*?</svg>", "", pages[f"{path}index.md"], flags=re.DOTALL)
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).replace("\u2060", "")

    return read


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("casos/bo-completo/", "La inversión se pagó en 1,3 meses"),
        ("casos/bo-completo/", "calculado: inversión ÷ ahorro anual × 12"),
        ("casos/bo-completo/", "Inversión US$ 2240"),
        ("casos/bo-completo/", "La fuente imprime"),
        ("casos/bo-completo/", "la fuente no dice de qué"),
        ("casos/bo-completo/", "Lectura del editor."),
        ("casos/bo-completo/", "Una lección ."),
        ("casos/bo-completo/", "Qué pasó después"),
        ("casos/br-abandonado/", "Cómo terminó Abandonado"),
        ("casos/br-abandonado/", "La fuente no nombra un programa público."),
        ("casos/co-solo-titulo/", "De este caso solo conocemos el título"),
        ("casos/co-solo-titulo/", "Tengo este documento"),
        ("casos/ong-programa/", "De quién a quién"),
        ("casos/cl-estado/", "A quién llegó"),
        ("casos/xx-retirado/", "Esta ficha se retiró del catálogo."),
        ("practicas/medir/", "Pasos: en parte de las fuentes, en parte del editor."),
        ("practicas/medir/", "sin comparables: hacen falta 3"),
        ("practicas/medir/", "Antes hace falta"),
        ("practicas/acordar/", "Ninguno todavía"),
        ("sectores/curtiembre/", "Sin casos en energía"),
        ("paises/haiti/", "Todavía sin casos."),
        ("organizaciones/centro/", "Asesora"),
        ("fuentes/estudio/", "Qué dice de las prácticas"),
        ("lecciones/", "Abandonado"),
        ("evidencia/", "1 de 5 casos lo permiten saber"),
        ("glosario/", "Escala de verificación"),
        ("", "5 experiencias de 5 países"),
    ],
)
def test_a_page_says_what_readers_come_for(text, path, words):
    assert words.lower() in text(path).replace("\u202f", " ").replace("\xa0", " ").lower()


def test_a_space_stands_between_a_large_figure_and_its_unit():
    """Also as text, because it is copied and read aloud: not «1,3meses»."""
    pages, _ = render(sample.catalog(), SETTINGS)
    read = unescape(re.sub(r"<[^>]+>", "", pages["casos/bo-completo/index.md"]))
    assert "1,3\u00a0meses" in read
    assert "US$\u00a02240" in read


def test_withdrawn_entries_stand_in_no_list(text):
    assert "xx-retirado" not in text("casos/")
    assert "Caso xx-retirado" not in text("casos/")
