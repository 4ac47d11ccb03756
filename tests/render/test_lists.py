"""Lists of all cases stay short however many there are, and lead to the others by sector."""

import pytest

from catalog.assemble import assemble
from catalog.model import Entries
from catalog.render import render
from catalog.render.pages.common import FIRST, TOO_MANY
from catalog.settings import Settings
from tests.entries import case
from tests.vocabulary import VOCABULARIES

LISTS = ("casos/index.md", "explorar/index.md")


def made(number):
    sectors = ("food", "leather")
    cases = {f"c{n}": case(f"c{n}", sector=(sectors[n % 2],)) for n in range(number)}
    catalog = assemble(Entries(cases, {}, {}, {}, {}, VOCABULARIES))
    return render(catalog, Settings())[0]


@pytest.fixture(scope="module", params=[TOO_MANY, TOO_MANY + 2])
def pages(request):
    return request.param, made(request.param)


@pytest.mark.parametrize("path", LISTS)
def test_every_sector_is_counted_and_its_first_cases_are_there(pages, path):
    number, files = pages
    html = files[path]
    cut = number > TOO_MANY
    assert html.count('<a class="count" href="../casos/') == (2 * FIRST if cut else number)
    rest = f'<a href="../sectores/curtiembre/">Ver {number // 2}\u00a0casos de Curtiembre</a>'
    assert (rest in html) is cut
    assert f">{number // 2}<" in html or f">{number // 2}\u00a0casos<" in html
