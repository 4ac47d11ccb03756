"""Our references beside those of citeproc-py 0.11.1 (CSL styles apa and iso690-author-date-es).

``citeproc.json`` holds its items and its output in es-ES. What differs by a rule of Spanish usage
is mended in ``SPANISH`` and ``TIDY``; the rest that differs on purpose stands in full below.
"""

import json
import re
from pathlib import Path

import pytest

from catalog.citation import Work, apa, iso690, text
from catalog.model import Name, PartialDate

REFERENCE = json.loads((Path(__file__).parent / "citeproc.json").read_text(encoding="utf-8"))
SPANISH = (
    (", & ", ", y "),
    ("Recuperado ", "Recuperado el "),
    ("?.", "?"),
    ("Versión", "versión"),
    ("[Dataset]", "[Conjunto de datos]"),
)
MONTH_FIRST = re.compile(r"\((\d{4}), ([a-z]+) (\d+)\)")
TIDY = (("S.l.: s.n.", ""), ("S.l.: ", ""), (" S.l.", ""), (". [en línea]", " [en línea]"), ("?.", "?"))  # fmt: skip  # noqa: E501
APA_ON_PURPOSE = {
    # the publisher is not named again where it is the author (APA 7, 9.24); ours gives the version
    "case": "Catálogo PML. (2026, 21 de noviembre). Curtiembre San Lorenzo: menos cromo y menos "
    "agua (versión 1a2b3c4d). https://catalogo.example/casos/bo-curtiembre/",
    "inst": "Ministerio del Ambiente. (2010). Informe anual.",
    "book": "ONUDI. (1999). Manual de PML.",
    "nodate": "Consejo Nacional. (s. f.). Acuerdos de producción limpia. "
    "Recuperado el 20 de noviembre de 2026, de https://example.org/b",
    # a law has its author; a paper that stands as publisher is the container
    "law": "Congreso de Colombia. (1997). Ley 373. https://example.org/f",
    "news-nodate": "Fábrica cambia calderas. (s. f.). El Diario. "
    "Recuperado el 20 de noviembre de 2026, de https://example.org/d",
    "magazine": "Agua limpia. (2016, julio). Revista Agua. https://example.org/g",
    # citeproc-py repeats the title that stands in the place of the author
    "noauth": "Hotel ahorra agua. (2019, 5 de marzo). El Diario. https://example.org/c",
    # what it is stands in brackets
    "thesis": "Soto, C. (2015). Balance de masa [Tesis, Universidad de Piura]. "
    "https://example.org/e",
    "conf": "Díaz, L. (2002, 20 de noviembre). Instrumentos [Ponencia]. Foro PML. CPTS.",
    "speech": "Díaz, L. (2002, 20 de noviembre). Instrumentos [Presentación]. Foro PML, Lima.",
}


def work(item):
    def date(name):
        return PartialDate(*item[name]["date-parts"][0]) if name in item else None

    return Work(
        id=item["id"],
        type=item["type"],
        title=item["title"],
        authors=tuple(Name(**name) for name in item.get("author", ())),
        issued=date("issued"),
        container=item.get("container-title", ""),
        publisher=item.get("publisher", ""),
        event=item.get("event", ""),
        place=item.get("event-place", ""),
        doi=item.get("DOI", ""),
        url=item.get("URL", ""),
        accessed=date("accessed"),
        version=item.get("version", ""),
    )


def mended(words, pairs):
    for old, new in pairs:
        words = words.replace(old, new)
    return MONTH_FIRST.sub(r"(\1, \3 de \2)", " ".join(words.split()))


@pytest.mark.parametrize("found", REFERENCE, ids=lambda found: found["item"]["id"])
def test_apa(found):
    id = found["item"]["id"]
    expected = APA_ON_PURPOSE.get(id) or mended(found["apa"], SPANISH)
    assert text(apa(work(found["item"]))) == expected


@pytest.mark.parametrize("found", REFERENCE, ids=lambda found: found["item"]["id"])
def test_iso_begins_as_the_reference_does(found):
    """Names and year; without names citeproc repeats the title, which the norm does not ask for."""
    ours = text(iso690(work(found["item"])))
    if found["item"].get("author"):
        head = re.match(r".*?, \d{4}\. ", found["iso690"])
        assert ours.startswith(head.group())
    assert "S.l." not in ours
    assert not ours.endswith(",")
    assert "  " not in ours
    assert ".." not in ours


@pytest.mark.parametrize("id", ["person", "book", "inst"])
def test_iso_equals_the_reference_without_its_gaps(id):
    found = next(found for found in REFERENCE if found["item"]["id"] == id)
    theirs = mended(found["iso690"], TIDY).replace(" . ", " ").removesuffix(".")
    ours = text(iso690(work(found["item"]))).removesuffix(".")
    if id in ("inst", "book"):  # the publisher is the author
        theirs = theirs.removesuffix(found["item"]["publisher"]).rstrip(". ")
    assert ours == theirs


ISO = {
    "case": "CATÁLOGO PML, 2026. Curtiembre San Lorenzo: menos cromo y menos agua [en línea]. "
    "Versión 1a2b3c4d. 21 noviembre 2026. Disponible en: "
    "https://catalogo.example/casos/bo-curtiembre/",
    "three": "PÉREZ, A., RUIZ, B., SOTO, C. y ZEA, D., 2014. Ahorro de agua. "
    "Revista Limpia [en línea]. DOI 10.1000/xyz.",
    "nodate": "CONSEJO NACIONAL, [s. f.]. Acuerdos de producción limpia [en línea]. "
    "[consulta: 20 noviembre 2026]. Disponible en: https://example.org/b",
    "chapter": "DÍAZ, L., 2001. Cuero. En: Manual. ONUDI.",
    "magazine": "Agua limpia, 2016. Revista Agua [en línea]. julio 2016. "
    "Disponible en: https://example.org/g",
}


@pytest.mark.parametrize("id", ISO)
def test_iso(id):
    item = next(found["item"] for found in REFERENCE if found["item"]["id"] == id)
    assert text(iso690(work(item))) == ISO[id]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ibarra"], "Soto, C., e Ibarra, C. "),
        (["Hielo"], "Soto, C., y Hielo, C. "),
    ],
)
def test_the_spanish_and(names, expected):
    authors = (Name(family="Soto", given="Carla"), *(Name(family=n, given="C.") for n in names))
    found = text(apa(Work(id="x", type="book", title="T", authors=authors)))
    assert found == f"{expected}(s. f.). T."


def test_given_names_in_initials():
    authors = (Name(family="Núñez", given="José Jean-Paul"),)
    found = text(apa(Work(id="x", type="book", title="T", authors=authors)))
    assert found.startswith("Núñez, J. J.-P. ")


def test_more_than_twenty_authors():
    authors = tuple(Name(family=f"A{n}", given="B") for n in range(1, 23))
    found = text(apa(Work(id="x", type="book", title="T", authors=authors)))
    assert "A19, B., … A22, B." in found
    assert "A20" not in found


def test_a_period_and_a_title_by_the_editor():
    found = Work(
        id="x", type="report", title="Informe", bracketed=True, issued=PartialDate(2002),
        until=PartialDate(2004), publisher="CPTS",
    )  # fmt: skip
    assert text(apa(found)) == "CPTS. (2002–2004). [Informe]."
    assert text(iso690(found)) == "CPTS, 2002-2004. [Informe]."


def test_titles_slope():
    runs = apa(Work(id="x", type="book", title="Manual", publisher="ONUDI"))
    assert [run.text for run in runs if run.italic] == ["Manual"]
