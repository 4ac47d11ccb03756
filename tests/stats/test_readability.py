import pytest

from catalog.stats.readability import reading_ease, syllables

COUNTS = {
    "agua": 2, "sal": 1, "curtiembre": 3, "energía": 4, "guía": 2, "queso": 2, "río": 2,
    "pingüino": 3, "aéreo": 4, "leer": 2, "ahorro": 3, "producción": 3, "y": 1, "muy": 1, "ley": 1,
    "biodigestor": 4, "huella": 2, "país": 2, "reúso": 3, "ciudad": 2, "caos": 2, "estudiáis": 3,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), COUNTS.items())
def test_syllables(word, count):
    assert syllables(word) == count


EASY = "El agua es de todos. La planta la usa bien. Mide lo que entra y lo que sale. " * 3
HARD = (
    "La implementación institucionalizada de procedimientos interdisciplinarios de "
    "caracterización fisicoquímica posibilitaría determinaciones significativamente "
    "representativas de las concentraciones contaminantes correspondientes a las "
    "descargas industriales descontroladas anteriormente mencionadas por las autoridades "
    "administrativas internacionales competentes"
)


def test_easy_reads_easier_than_hard():
    assert reading_ease(EASY) > 80
    assert reading_ease(HARD) < 0


def test_a_short_text_is_not_judged():
    assert reading_ease("Dos palabras.") is None
