"""The guided entry in a real Chromium, with and without scripts."""

import json
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from catalog.render.guide.advice import places
from catalog.render.site import Site
from catalog.settings import Settings
from tests.real import SCHEMES, SIZES, visit

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(browser, address):
    with visit(browser, address) as found:
        yield found


@pytest.fixture(scope="module")
def results(built):
    found = places(Site(built.catalog, Settings()))
    return [place for sector in found.values() for place in sector]


@pytest.fixture(scope="module")
def scaled(built, results):
    """A result page where something can be scaled."""
    for place in results:
        file = built.site / place.address / "index.html"
        if "&#34;water_use&#34;" in file.read_text(encoding="utf-8"):
            return f"/{place.address}"
    pytest.skip("no three comparable cases yet")
    return ""


def test_every_sector_and_worry_with_content_has_a_page(built, results):
    assert results
    assert [
        p.address for p in results if not (built.site / p.address / "index.html").is_file()
    ] == []


def test_without_scripts_three_links_lead_to_an_answer(browser, address, results):
    with visit(browser, address, java_script_enabled=False) as tour:
        page = tour.go("/mi-empresa/")
        place = results[0]
        page.get_by_role("link", name=place.sector.name).first.click()
        page.locator(".choose a", has_text=place.label).first.click()
        page.wait_for_url(f"**/{place.address}")
        assert page.locator("h1").inner_text().startswith(place.sector.name)
        expect(page.locator("#practicas section, #otras").nth(0)).to_be_attached()
        expect(page.get_by_text("Cómo se ordena")).to_have_count(1)
        expect(page.locator("#quien")).to_have_count(1)


def test_the_form_leads_to_the_answer(desk, results):
    page = desk.go("/mi-empresa/")
    place = next(p for p in results if p.worry == "water")
    page.get_by_role("button", name="Ver qué puedo hacer").click()
    expect(page.locator(".f.err")).to_have_count(1)
    page.get_by_label("¿En qué trabaja?").select_option(label=place.sector.name)
    page.get_by_label("¿Qué le preocupa").select_option(label=place.label)
    page.get_by_label("¿De qué tamaño es?").select_option(label="Pequeña")
    page.get_by_role("button", name="Ver qué puedo hacer").click()
    page.wait_for_url(f"**/{place.address}?tamano=pequena")
    assert page.get_by_label("Tamaño").input_value() == "pequena"


def test_only_worries_with_an_answer_are_offered(desk, results):
    page = desk.go("/mi-empresa/")
    sector = results[0].sector
    page.get_by_label("¿En qué trabaja?").select_option(label=sector.name)
    offered = page.locator("#preocupa option").all_inner_texts()[1:]
    assert sorted(offered) == sorted(p.label for p in results if p.sector.id == sector.id)


def test_own_consumption_gives_a_range_with_its_n(desk, scaled):
    page = desk.go(scaled)
    page.get_by_label("Lo que consume").select_option("water_use")
    page.get_by_label("Su consumo al año").fill("1000")
    ranges = [
        one
        for text in page.locator("[data-ranges]").evaluate_all(
            "all => all.map(e => e.dataset.ranges)"
        )
        for one in json.loads(text)
        if one["indicator"] == "water_use"
    ]
    notes = [n for n in page.locator("#practicas .note").all_inner_texts() if "no una promesa" in n]
    assert len(notes) == len(ranges)
    assert all(
        any(f"esos {one['n']} casos" in n and one["where"] in n for n in notes) for one in ranges
    )
    page.get_by_label("Lo que paga por unidad").fill("2,5")
    expect(page.locator("#practicas .note", has_text="en su moneda")).to_have_count(len(ranges))
    page.wait_for_url("**consumo=1000**")
    page.reload()
    expect(page.locator("#practicas .note", has_text="en su moneda")).to_have_count(len(ranges))


def test_the_rule_of_three(desk, scaled):
    page = desk.go(scaled)
    text = page.evaluate(
        """guia.sentence({low: 10, high: 50, n: 4, where: 'en lácteos', bases: 'medido (4)',
        unit: 'm³'}, 1200, 2)"""
    )
    assert "entre 120 y 600\u00a0m³ menos al año" in text
    assert "entre 240 y 1200 menos por año en su moneda" in text
    assert "4 casos (en lácteos; medido (4))" in text
    assert "no una promesa" in text
    worse = page.evaluate(
        "guia.sentence({low: -5, high: 50, n: 3, where: 'x', bases: 'y', unit: ''}, 100, 0)"
    )
    assert "entre 5 más y 50 menos" in worse


def test_numbers_are_read_as_people_write_them(desk, scaled):
    page = desk.go(scaled)
    read = page.evaluate(
        "['1200', '0,75', '0.125', '12 000', '1,5', ''].map(t => guia.number(t).value)"
    )
    assert read == [1200, 0.75, 0.125, 12000, 1.5, None]
    for text in ("1.200", "1,200", "-5", "diez", "1e9", "<b>", "1.200.000"):
        found = page.evaluate("text => guia.number(text)", text)
        assert found.get("error"), text
        assert "value" not in found
    page.get_by_label("Su consumo al año").fill("1.200")
    assert "dos maneras" in page.locator(".f.err .e").inner_text()
    expect(page.locator("#practicas .note:visible")).to_have_count(0)


def test_country_brings_those_who_helped_there(built, desk, results):
    helping = {"adviser", "provider", "funder", "association"}
    case = next(
        c
        for c in built.catalog.cases.values()
        if c.tombstone is None
        and any(p.role in helping and p.id in built.catalog.organizations for p in c.organizations)
    )
    label = built.catalog.vocabularies.label("countries", case.country[0])
    page = desk.go(f"/{results[0].address}")
    page.get_by_label("País").select_option(label=label)
    links = page.locator("#quien a:visible").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    assert links
    assert all("/organizaciones/" in href for href in links)
    page.locator("#quien a:visible").first.click()
    expect(page.locator("h1")).to_have_count(1)


@pytest.mark.parametrize("hostile", ["<img src=x onerror=alert(1)>", "🌵" * 150, "a" * 300])
def test_anything_in_the_address_stays_text(desk, scaled, hostile):
    text = quote(hostile)
    page = desk.go(f"{scaled}?tamano={text}&pais={text}&que={text}&consumo={text}&precio={text}")
    expect(page.locator("#guia img")).to_have_count(0)
    assert page.get_by_label("Tamaño").input_value() == ""
    expect(page.locator("#practicas .note:visible")).to_have_count(0)


def test_when_the_data_fail_the_page_stays(browser, address, results):
    with visit(browser, address) as tour:
        tour.page.route("**/datos/guia.js", lambda route: route.abort())
        page = tour.go(f"/{results[0].address}")
        assert page.locator("h1").is_visible()
        assert page.locator("#quien").is_visible()


def test_from_a_folder(built, browser, results):
    place = next(p for p in results if p.worry == "water")
    with visit(browser, "file://") as tour:
        page = tour.page
        page.goto((built.site / place.address / "index.html").as_uri())
        page.get_by_label("Tamaño").select_option("pequena")
        assert (
            page.get_by_text("De este tamaño").first.is_visible()
            or not page.locator("#practicas section").count()
        )


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_everybody_can_use_it(browser, address, results, scaled, size, scheme):
    sector = results[0].address.split("/")[1]
    paths = (
        "/mi-empresa/",
        f"/mi-empresa/{sector}/",
        f"/{results[0].address}",
        f"{scaled}?consumo=1.200&tamano=pequena",
    )
    with visit(browser, address, size=size, color_scheme=scheme) as tour:
        found = {}
        for path in paths:
            tour.go(path)
            found[path] = tour.faults()
            assert tour.wide() <= tour.width, path
        assert {path: faults for path, faults in found.items() if faults} == {}
