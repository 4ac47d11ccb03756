"""The evidence page: every mark is a case, every chart has its numbers as a file."""

import csv
import io
import re
from decimal import Decimal

import pytest

from catalog.assemble import assemble
from catalog.csvtext import BOM
from catalog.model import Economics, Entries, Money, Result, Spread
from catalog.render import render
from catalog.render.charts import SAVING_BINS, Mark, bars, binned, few_enough
from catalog.render.pages import evidence
from catalog.settings import Settings
from tests.entries import case, practice, source
from tests.quantities import quantity
from tests.vocabulary import VOCABULARIES

COUNTRIES = ("BO", "PE", "CL", "BO")


def saved(percent):
    return Result(indicator="water_use", percent=quantity(percent), basis="reported", source="s")


def made(number, country, percent):
    money = Economics(
        investment=Money(value=quantity(1000), currency="USD"),
        annual_saving=Money(value=quantity(1000 + number), currency="USD"),
    )
    return case(
        f"c{number}",
        country=(country,),
        sector=("leather",),
        practices=("medir",),
        outcome="implemented",
        economics=money,
        results=(saved(percent),),
    )


@pytest.fixture(scope="module")
def files():
    cases = [made(n, country, -10 * (n + 1)) for n, country in enumerate(COUNTRIES)]
    entries = Entries(
        cases={c.id: c for c in cases},
        practices={"medir": practice("medir")},
        organizations={},
        sources={"s": source("s")},
        collections={},
        vocabularies=VOCABULARIES,
    )
    return render(assemble(entries), Settings())[0]


def rows(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))


def test_every_mark_leads_to_its_case(files):
    marks = re.findall(r'class="dot" href="([^"]+)"', files["evidencia/index.md"])
    assert sorted(marks) == sorted(2 * [f"../casos/c{n}/" for n in range(4)])


def test_every_chart_has_its_file(files):
    page = files["evidencia/index.md"]
    named = set(re.findall(r'href="\.\./(datos/evidencia/[^"]+)"', page))
    assert named == {path for path in files if path.startswith("datos/evidencia/")}
    assert len(rows(files["datos/evidencia/recuperacion.csv"])) == 4
    savings = rows(files["datos/evidencia/mejora-water-use.csv"])
    assert [row["mejora_en_por_ciento"] for row in savings] == ["10", "20", "30", "40"]


def test_the_matrix_of_a_country_counts_only_its_cases(files):
    page = files["evidencia/paises/bolivia/index.md"]
    row = re.search(r"Curtiembre</a></th>(.*?)</tr>", page, re.S)[1]
    assert re.findall(r">(\d+)</a>", row) == ["2"]
    table = rows(files["datos/evidencia/matriz.csv"])
    counts = {
        row["pais"]: row["casos"]
        for row in table
        if (row["sector"], row["recurso"]) == ("Curtiembre", "Agua")
    }
    assert counts == {"todos": "4", "Bolivia": "2", "Perú": "1", "Chile": "1"}


def test_practices_and_sectors_with_three_cases_are_summed_up(files):
    page = files["evidencia/index.md"]
    assert re.search(r'id="pra".*?Práctica medir.*?n = 4', page, re.S)
    assert re.search(r'id="sec".*?Curtiembre.*?n = 4', page, re.S)


@pytest.mark.parametrize(
    ("number", "name"), [("-3", "empeoró"), ("0", "0 a 10 %"), ("100", "80 a 100 %")]
)
def test_bins(number, name):
    mark = Mark("casos/a/", "A", "Bolivia", "BO", number, Decimal(number))
    spread = Spread("%", (), None, None, None)
    found = [b.name for b in binned([mark], SAVING_BINS, spread, "") if b.marks]
    assert found == [name]


def test_of_very_many_marks_each_bin_keeps_its_number_and_its_share_of_the_longest():
    spread = Spread("%", (), None, None, None)
    numbers = (*(5 for _ in range(4)), *(15 for _ in range(2)), 30)
    marks = [
        Mark("", "", "", "", "", Decimal(number), projected=not place % 2)
        for place, number in enumerate(numbers)
    ]
    found = {b.name: b for b in bars(binned(marks, SAVING_BINS, spread, ""))}
    assert all(not b.marks for b in found.values())
    drawn = {name: (b.n, b.width, b.reached) for name, b in found.items() if b.n}
    assert drawn == {"0 a 10 %": (4, 100, 50), "10 a 20 %": (2, 50, 50), "20 a 40 %": (1, 25, 0)}


def test_the_smallest_distributions_keep_their_marks():
    assert few_enough({"a": 40, "b": 3, "c": 60}, most=43) == {"a", "b"}
    assert few_enough({"a": 40, "b": 3}, most=2) == frozenset()


def test_a_page_of_very_many_marks_draws_bars_and_leads_to_the_lists(files, monkeypatch):
    monkeypatch.setattr(evidence, "MOST_MARKS", 0)
    cases = {c.id: c for c in (made(n, "BO", -10 * (n + 1)) for n in range(4))}
    entries = Entries(cases, {}, {}, {"s": source("s")}, {}, VOCABULARIES)
    html = render(assemble(entries), Settings())[0]["evidencia/index.md"]
    assert "../casos/c0/" not in html
    assert "../casos/c0/" in files["evidencia/index.md"]
    drawn = [int(n) for n in re.findall(r'class="tally">.*?<b class="num">(\d+)</b>', html)]
    assert sum(drawn) == 2 * 4
    assert 'href="../explorar/?orden=pago"' in html
