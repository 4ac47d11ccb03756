"""The explorer in a real Chromium: counts, address, comparison, table, keyboard, no script."""

import csv
import io
import random
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from catalog.render.explore.facets import facets
from catalog.render.site import Site
from catalog.settings import Settings
from tests.real import SCHEMES, SIZES, visit

pytestmark = pytest.mark.browser

PAIRS = {
    "recurso": "resource",
    "nivel": "level",
    "tamano": "size",
    "resultado": "outcome",
    "verificacion": "verification",
    "sector": "sector",
    "cifras": "figures",
}
COUNTS = """name => [...document.querySelectorAll('#filtros input[name="' + name + '"]')]
    .map(i => [i.value, Number(i.closest('label').querySelector('b').textContent)])"""
STATUS = "[role=status].m0 b"
WATER = "#filtros input[value=agua]"
NOTE = ".np-list > .void"
BLOCKS = "/datos/explorar/"


@pytest.fixture
def desk(browser, address):
    with visit(browser, address) as found:
        yield found


@pytest.fixture(scope="module")
def slugs(built):
    """Address part of each value, by facet of the explorer."""
    site = Site(built.catalog, Settings())
    return {facet.id: {value.id: value.slug for value in facet.values} for facet in facets(site)}


def selections(slugs, count):
    """Random choices of one to three facets with one to three values each, always the same."""
    dice = random.Random(2002)
    for _ in range(count):
        names = dice.sample(sorted(PAIRS), dice.randint(1, 3))
        yield {
            name: set(dice.sample(sorted(slugs[name]), min(len(slugs[name]), dice.randint(1, 3))))
            for name in names
        }


def meeting(catalog, choice):
    """Ids of cases that meet a choice: OR inside a facet, AND between them."""
    found = {id for id, case in catalog.cases.items() if case.tombstone is None}
    for name, values in choice.items():
        table = catalog.facets[PAIRS[name]]
        found &= {id for value in values for id in table.get(value, ())}
    return found


def test_counts_are_those_of_the_catalog(built, desk, slugs):
    catalog = built.catalog
    for choice in selections(slugs, 8):
        query = "&".join(
            f"{name}={','.join(slugs[name][v] for v in sorted(values))}"
            for name, values in choice.items()
        )
        page = desk.go(f"/explorar/?tipo=caso&{query}")
        shown = len(meeting(catalog, choice))
        assert page.locator(STATUS).inner_text().split()[0] == str(shown), query
        for name in PAIRS:
            others = meeting(catalog, {k: v for k, v in choice.items() if k != name})
            expected = {
                slugs[name][value]: len(others & set(ids))
                for value, ids in catalog.facets[PAIRS[name]].items()
                if value in slugs[name]
            }
            counts = dict(page.evaluate(COUNTS, name))
            assert {k: v for k, v in counts.items() if v} == {
                k: v for k, v in expected.items() if v
            }, (query, name)


def test_a_facet_in_use_keeps_its_other_counts(desk):
    page = desk.go("/explorar/")
    before = page.evaluate(COUNTS, "recurso")
    page.locator(WATER).check()
    assert page.evaluate(COUNTS, "recurso") == before
    assert page.evaluate(COUNTS, "sector") != before


def test_state_is_in_the_address_and_back_goes_back(desk):
    page = desk.go("/explorar/")
    everything = page.locator(STATUS).inner_text()
    page.locator(WATER).check()
    some = page.locator(STATUS).inner_text()
    page.wait_for_url("**/explorar/?recurso=agua")
    page.get_by_label("Ordenar").select_option("pago")
    page.wait_for_url("**?recurso=agua&orden=pago")
    page.go_back()
    assert page.get_by_label("Ordenar").input_value() == "relevancia"
    page.go_back()
    assert page.locator(STATUS).inner_text() == everything
    page.go_forward()
    assert page.locator(STATUS).inner_text() == some
    page.reload()
    assert page.locator(STATUS).inner_text() == some


def test_an_unknown_value_is_left_out_and_told(desk):
    page = desk.go("/explorar/?recurso=agua,plutonio&orden=azar&pais=narnia")
    expect(page.locator(".tags li")).to_have_count(2)
    note = page.locator(NOTE).inner_text()
    assert "plutonio" in note
    assert "narnia" in note


@pytest.mark.parametrize(
    "hostile",
    ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "a" * 300, "🌵🌵", "%00%E0"],
)
def test_anything_in_the_address_stays_text(desk, hostile):
    text = quote(hostile, safe="%") if "%" in hostile else quote(hostile)
    page = desk.go(f"/explorar/?q={text}&sector={text}&comparar={text},{text}&orden={text}&{text}")
    expect(page.locator("#explorador img, #explorador script")).to_have_count(0)
    expect(page.locator("#filtros")).to_have_count(1)
    assert page.locator("#q").input_value() is not None
    expect(page.locator(STATUS)).to_have_count(1)


def test_words_filter_without_accents(desk):
    page = desk.go("/explorar/?q=energia")
    plain = page.locator(STATUS).inner_text()
    desk.go("/explorar/?q=ENERGÍA")
    assert page.locator(STATUS).inner_text() == plain
    page.locator("#q").fill("palabraquenoexiste")
    page.locator(NOTE, has_text="Nada cumple").wait_for()
    expect(page.locator(".card")).to_have_count(0)


def test_orders_put_the_unknown_last(desk):
    orders = {
        "pago": ("payback", False),
        "inversion": ("investment", False),
        "ahorro": ("saving", True),
        "reciente": ("year", True),
    }
    page = desk.go("/explorar/")
    for order, (field, falling) in orders.items():
        rows = page.evaluate(
            """([order]) => { const c = window.explorador, d = c.read(window.catalogoExplorar),
            s = c.empty(d); s.order = order; return c.select(d, s).items; }""",
            [order],
        )
        values = [row[field] for row in rows]
        known = [value for value in values if value is not None]
        assert values == known + [None] * (len(values) - len(known))
        if order == "reciente":
            assert known == sorted(known, reverse=falling)
        if order == "inversion":
            dollars = [row["investment"] for row in rows if row["currency"] == "USD"]
            assert known[: len(dollars)] == dollars == sorted(dollars)
        if order in ("pago", "ahorro"):
            flag = "projected" if order == "pago" else "planned"
            told = [row for row in rows if row[field] is not None]
            reached = [row[field] for row in told if not row[flag]]
            assert [row[field] for row in told[: len(reached)]] == reached
            assert reached == sorted(reached, reverse=falling)


def picked(built):
    """Two cases with the same indicator, and a third."""
    seen = {}
    for id, derived in built.catalog.derived.items():
        if id not in built.catalog.cases or built.catalog.cases[id].tombstone:
            continue
        for item in derived:
            if item.percent is None:
                continue
            other = seen.setdefault(item.result.indicator, id)
            if other != id:
                third = next(c for c in built.catalog.cases if c not in (id, other))
                return [other, id, third]
    raise AssertionError("no two cases share an indicator")


@pytest.mark.parametrize("size", SIZES)
def test_compare_from_the_list(browser, address, size):
    with visit(browser, address, size=size) as tour:
        page = tour.go("/explorar/?tipo=caso")
        assert page.locator(".tray").is_hidden()
        page.locator("[data-pick]").nth(0).check()
        assert page.locator(".tray button", has_text="Comparar").is_disabled()
        page.locator("[data-pick]").nth(1).check()
        page.wait_for_url("**elegidos=**")
        page.locator(".tray button", has_text="Comparar").click()
        page.wait_for_selector(".versus")
        page.wait_for_url("**comparar=**")
        expect(page.locator(".versus thead th")).to_have_count(2)
        assert tour.wide() <= tour.width
        shared = page.url
        page.go_back()
        assert page.locator(".cards").is_visible()
        expect(page.locator("[data-pick]:checked")).to_have_count(2)
        page.goto(shared)
        page.wait_for_selector(".versus")
        page.emulate_media(media="print")
        assert page.locator(".tray").is_hidden()
        assert page.locator(".hd").is_hidden()
        assert page.locator("#esta-comparacion").inner_text() == shared
        page.emulate_media(media="screen")


def test_figures_stand_side_by_side(built, desk):
    ids = picked(built)
    page = desk.go(f"/explorar/?comparar={','.join(ids)}")
    page.wait_for_selector(".versus")
    expect(page.locator(".versus thead th")).to_have_count(3)
    both = page.locator("tbody", has_text="Resultados que dan dos o más").locator("tr:not(.part)")
    expect(both.nth(0)).to_be_attached()
    expect(page.locator(".range-bar").nth(1)).to_be_attached()
    page.get_by_label("Ocultar lo que es igual").check()
    assert page.locator(".versus tbody tr.same").count() == 0 or (
        page.locator(".versus tbody tr.same").first.is_hidden()
    )


def test_at_most_four_are_compared(built, desk):
    ids = [id for id, case in built.catalog.cases.items() if case.tombstone is None][:6]
    page = desk.go(f"/explorar/?comparar={','.join([ids[0], *ids])}")
    page.wait_for_selector(".versus")
    expect(page.locator(".versus thead th")).to_have_count(4)
    page = desk.go(f"/explorar/?elegidos={','.join(ids[:4])}&tipo=caso")
    expect(page.locator("[data-pick]:not(:checked):not(:disabled)")).to_have_count(0)


def test_the_table_is_what_is_listed(desk):
    page = desk.go("/explorar/?recurso=agua&tipo=caso")
    total = int(page.locator(STATUS).inner_text().split()[0])
    with page.expect_download() as download:
        page.get_by_role("button", name="Descargar esta lista").click()
    raw = download.value.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert len(rows) == total
    assert all("Agua" in row["recurso"] and row["tipo"] == "caso" for row in rows)
    assert all(row["direccion"].endswith(f"casos/{row['id']}/") for row in rows)


def test_no_cell_is_a_formula(desk):
    page = desk.go("/explorar/")
    cells = page.evaluate(
        """['=1+1', '+1', '-1', '@x', '|x', ' =1', '"=1', 'a;b', 'x\\n=1', -5, null]
        .map(window.explorador.cell)"""
    )
    assert cells == [
        "'=1+1", "'+1", "'-1", "'@x", "'|x", "'=1", '"""=1"', '"a;b"', "x =1", "-5", "",
    ]  # fmt: skip


def test_more_are_shown_thirty_at_a_time(desk):
    page = desk.go("/explorar/")
    expect(page.locator(".card")).to_have_count(30)
    page.get_by_role("button", name="Ver 30 más").click()
    expect(page.locator(".card")).to_have_count(60)
    focused = page.evaluate(
        "[...document.querySelectorAll('.card')].findIndex(c => c.contains(document.activeElement))"
    )
    assert focused == 30


def test_without_scripts_the_lists_are_there(built, browser, address):
    with visit(browser, address, java_script_enabled=False) as tour:
        page = tour.go("/explorar/")
        living = [id for id, case in built.catalog.cases.items() if case.tombstone is None]
        linked = page.locator("main a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        assert {f"../casos/{id}/" for id in living} <= set(linked)
        assert "../recursos/agua/" in linked
        assert any(href.startswith("../sectores/") for href in linked)
        assert any(href.startswith("../paises/") for href in linked)
        first = page.locator(".exp-links .count").first
        label, count = (first.locator(tag).bounding_box() for tag in ("span", "b"))
        assert count["x"] - label["x"] - label["width"] > 8


@pytest.mark.parametrize(
    "missing", ["datos/explorar.js", "explorar/fichas.js", "explorar/core.js", "explorar/start.js"]
)
def test_when_a_script_fails_the_lists_stay(browser, address, missing):
    with visit(browser, address, service_workers="block") as tour:
        tour.page.route(f"**/{missing}", lambda route: route.abort())
        page = tour.go("/explorar/?recurso=agua")
        assert "No se pudo cargar" in page.locator("main .note").inner_text()
        assert page.locator("#explorador section").first.is_visible()
        assert page.locator("#explorador .exp-links a").count() > 20
        page.unroute(f"**/{missing}")
        page.get_by_role("button", name="Volver a intentar").click()
        page.wait_for_selector("#filtros")
        assert page.locator(".note").count() == 0
        assert page.locator(WATER).is_checked()


def test_when_the_figures_fail_it_says_so(built, browser, address):
    ids = picked(built)
    with visit(browser, address, service_workers="block") as tour:
        tour.page.route("**/datos/explorar-indicadores.js", lambda route: route.abort())
        page = tour.go(f"/explorar/?comparar={ids[0]},{ids[1]}")
        page.get_by_text("No se pudieron cargar las cifras").wait_for()
        page.unroute("**/datos/explorar-indicadores.js")
        page.get_by_role("button", name="Volver a intentar").click()
        page.wait_for_selector(".versus")


def test_a_visit_asks_only_for_the_texts_that_it_shows(browser, address):
    with visit(browser, address, service_workers="block") as tour:
        asked = []
        tour.page.on("request", lambda request: asked.append(request.url.split("?")[0]))
        page = tour.go("/explorar/")
        expect(page.locator(".card")).to_have_count(30)
        assert [url.rpartition("/")[2] for url in asked if BLOCKS in url] == ["fichas-0.js"]
        page.locator("#q").fill("agua")
        page.wait_for_url("**q=agua")
        assert len({url for url in asked if BLOCKS in url}) > 10


def test_texts_that_do_not_come_are_told_and_asked_for_again(browser, address):
    with visit(browser, address, service_workers="block") as tour:
        page = tour.go("/explorar/")
        everything = page.locator(STATUS).inner_text()
        page.route(f"**{BLOCKS}**", lambda route: route.abort())
        page.get_by_role("button", name="Ver 30 más").click()
        page.get_by_text("No se pudieron cargar estas fichas").wait_for()
        expect(page.locator(".card")).to_have_count(30)
        page.locator("#q").fill("agua")
        page.get_by_text("No se pudieron cargar estas fichas").wait_for()
        expect(page.locator(".card")).to_have_count(0)
        page.unroute(f"**{BLOCKS}**")
        page.get_by_role("button", name="Volver a intentar").click()
        page.wait_for_selector(".card")
        expect(page.get_by_text("No se pudieron cargar estas fichas")).to_have_count(0)
        assert page.locator(STATUS).inner_text() != everything
        page.locator("#q").fill("")
        expect(page.locator(STATUS)).to_have_text(everything)
        expect(page.locator(".card")).to_have_count(30)


def test_a_page_older_than_its_texts_is_loaded_again(browser, address):
    with visit(browser, address, service_workers="block") as tour:
        page = tour.go("/explorar/")
        newer = "window.catalogo_fichas_0=[];"
        page.route(f"**{BLOCKS}**", lambda route: route.fulfill(body=newer))
        page.get_by_role("button", name="Ver 30 más").click()
        again = page.get_by_role("button", name="Volver a intentar")
        again.wait_for()
        page.unroute(f"**{BLOCKS}**")
        with page.expect_navigation():
            again.click()
        expect(page.locator(".card")).to_have_count(30)


def test_a_first_visit_without_its_texts_keeps_the_lists(browser, address):
    with visit(browser, address, service_workers="block") as tour:
        tour.page.route(f"**{BLOCKS}**", lambda route: route.abort())
        page = tour.go("/explorar/?recurso=agua")
        page.locator("main .note").wait_for()
        assert page.locator("#explorador section").first.is_visible()
        page.unroute(f"**{BLOCKS}**")
        page.get_by_role("button", name="Volver a intentar").click()
        page.wait_for_selector("#filtros")
        assert page.locator(WATER).is_checked()


def test_texts_that_are_no_longer_wanted_may_fail(browser, address):
    with visit(browser, address, service_workers="block") as tour:
        held = []
        page = tour.go("/explorar/")
        page.route(f"**{BLOCKS}**", lambda route: held.append(route))
        page.locator(WATER).check()
        page.wait_for_url("**recurso=agua")
        page.locator(WATER).uncheck()
        page.wait_for_url(lambda url: "agua" not in url)
        expect(page.locator(".card")).to_have_count(30)
        first = page.locator(".card h2").first.inner_text()
        assert held
        for route in held:
            route.abort()
        page.wait_for_load_state("networkidle")
        expect(page.locator("main .note")).to_have_count(0)
        assert page.locator(".card h2").first.inner_text() == first


@pytest.mark.parametrize("words", ["curtiembres", "CAMIONES"])
def test_a_plural_finds_at_least_what_its_singular_does(desk, words):
    counts = []
    for typed in (words, words.lower().removesuffix("es").removesuffix("s")):
        page = desk.go(f"/explorar/?q={typed}")
        counts.append(int(page.locator(STATUS).inner_text().split()[0]))
    assert counts[0] > 0


def test_the_sheet_works_with_the_keyboard(browser, address):
    with visit(browser, address, size="telefono") as tour:
        page = tour.go("/explorar/")
        opener = page.get_by_role("button", name="Filtros", exact=True)
        opener.focus()
        page.keyboard.press("Enter")
        sheet = page.get_by_role("dialog")
        assert sheet.is_visible()
        box = sheet.locator(WATER)
        box.focus()
        page.keyboard.press("Space")
        page.wait_for_url("**recurso=agua")
        assert sheet.is_visible()
        page.keyboard.press("Escape")
        assert sheet.is_hidden()
        assert page.evaluate("document.activeElement.textContent") == "Filtros (1)"


def test_fingers_find_the_controls(browser, address):
    with visit(browser, address, size="telefono") as tour:
        page = tour.go("/explorar/?recurso=agua&tipo=caso")
        page.locator("[data-pick]").nth(0).check()
        heights = page.evaluate(
            """[...document.querySelectorAll('#explorador .btn, .tray .btn, .pick, #orden, #q')]
            .filter(e => e.offsetParent).map(e => [e.textContent.slice(0, 20), e.offsetHeight])"""
        )
        assert [pair for pair in heights if pair[1] < 44] == []
        rows = page.evaluate("document.querySelector('.tray .wrap').offsetHeight")
        assert rows < 70
        page.get_by_role("button", name="Filtros").first.click()
        heights = page.evaluate(
            """[...document.querySelectorAll('dialog label, dialog button, dialog summary')]
            .filter(e => e.offsetParent).map(e => [e.textContent.slice(0, 20), e.offsetHeight])"""
        )
        assert [pair for pair in heights if pair[1] < 44] == []
        assert tour.wide() <= 360


def test_from_a_folder(built, browser):
    start = (built.site / "explorar" / "index.html").as_uri()
    with visit(browser, "file://") as tour:
        page = tour.page
        page.goto(start)
        page.locator(WATER).check()
        page.wait_for_url("**recurso=agua**")
        some = page.locator(STATUS).inner_text()
        page.reload()
        assert page.locator(STATUS).inner_text() == some
        page.go_back()
        assert page.locator(STATUS).inner_text() != some
        page.locator("[data-pick]").nth(0).check()
        page.locator("[data-pick]").nth(1).check()
        page.locator(".tray button", has_text="Comparar").click()
        page.wait_for_selector(".versus")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_everybody_can_use_it(built, browser, address, size, scheme):
    ids = picked(built)
    with visit(browser, address, size=size, color_scheme=scheme) as tour:
        found = {}
        for path in (
            "?recurso=agua&elegidos=" + ids[0],
            "?q=nadatienestapalabra",
            f"?comparar={','.join(ids)}",
        ):
            page = tour.go(f"/explorar/{path}")
            if "comparar" in path:
                page.wait_for_selector(".versus")
            found[path] = tour.faults()
            assert tour.wide() <= tour.width
        if size == "telefono":
            page = tour.go("/explorar/?recurso=agua")
            page.get_by_role("button", name="Filtros").first.click()
            found["sheet"] = tour.faults()
        assert {path: faults for path, faults in found.items() if faults} == {}
