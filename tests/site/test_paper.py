"""Paper: no case and no practice takes more than both sides of one sheet."""

import pytest

from tools.paper import PAPERS, entries, prints

MOST_PAGES = 2
WORST = 6
"""The longest of each kind stand for the others; `python -m tools.paper` prints them all."""


@pytest.fixture(scope="module")
def longest(built):
    found = (entries(built.site, [pattern])[:WORST] for pattern in ("casos/*", "practicas/*"))
    return [path for paths in found for path in paths]


@pytest.mark.browser
def test_the_longest_sheets_fit_both_sides(browser, address, longest):
    printed = list(prints(browser, address.rstrip("/"), longest))
    assert len(printed) == len(longest) * len(PAPERS)
    for sheet in printed:
        assert sheet.pages <= MOST_PAGES, (sheet.path, sheet.paper)
        assert sheet.scale == 1, (sheet.path, sheet.paper, "something is wider than the paper")
        assert sheet.path.rstrip("/") in sheet.text.replace("\n", ""), "the address is on it"
        assert "CC BY 4.0" in sheet.text
        for furniture in ("Imprimir", "Explorar", "Ver documento", "Corregir"):
            assert furniture not in sheet.text, (sheet.path, furniture)


def test_what_a_sheet_leaves_out_is_counted(built):
    page = (built.site / "practicas/firmar-acuerdos-de-produccion-limpia/index.html").read_text(
        encoding="utf-8"
    )
    hidden = page.count('<li class="card np"')
    assert hidden
    assert f'<p class="pr">y {hidden} caso' in page
