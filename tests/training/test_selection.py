"""One's own selection in a real Chromium: kept, ordered, linked, printed, and never trusted."""

import csv
import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser
CASE, OTHER = "casos/bo-curtiembre-ejemplo/", "casos/bo-programa-ejemplo/"
PRACTICE = "practicas/diagnosticar-la-planta/"
PAGE = "mi-seleccion/"
LINK = "#1;t=Mi%20taller;c.bo-programa-ejemplo=Empezar%20aqu%C3%AD;p.diagnosticar-la-planta"


def keep(page, address, *paths):
    for path in paths:
        page.goto(address + path)
        page.locator(".keep.btn").click()


def titles(page):
    return [text.replace("\n", " ") for text in page.locator(".sel-list h2").all_inner_texts()]


def test_entries_are_kept_and_their_order_stays(page, address):
    keep(page, address, CASE, PRACTICE, OTHER)
    page.goto(address + PAGE)
    before = titles(page)
    assert len(before) == 3
    page.locator("[aria-label^='Subir: ']").nth(2).click()
    page.locator("textarea").nth(1).fill("Verlo en parejas")
    page.reload()
    assert titles(page) == [before[0], before[2], before[1]]
    assert page.locator("textarea").nth(1).input_value() == "Verlo en parejas"
    page.locator("[aria-label^='Quitar: ']").first.click()
    assert titles(page) == [before[2], before[1]]


def test_the_button_takes_back_what_it_kept(page, address):
    keep(page, address, CASE)
    button = page.locator(".keep.btn")
    assert button.get_attribute("aria-pressed") == "true"
    assert "Ver mi selección (1)" in page.locator(".keep-link").inner_text()
    button.click()
    assert button.get_attribute("aria-pressed") == "false"


def test_cards_of_a_list_have_the_button(page, address):
    page.goto(address + "casos/")
    button = page.locator(".keep.small").first
    assert "en mi selección" in button.get_attribute("aria-label")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"


def test_a_link_carries_the_selection_without_touching_the_device(page, address):
    keep(page, address, CASE)
    page.goto(address + PAGE + LINK)
    assert len(titles(page)) == 2
    assert page.locator("textarea").first.input_value() == "Empezar aquí"
    page.goto(address)
    page.goto(address + PAGE)
    assert len(titles(page)) == 1
    page.goto(address)
    page.goto(address + PAGE + LINK)
    page.get_by_role("button", name="Añadir a la mía").click()
    assert len(titles(page)) == 3
    page.wait_for_url(f"**{PAGE}")


def test_the_link_shown_opens_the_same_selection(page, address):
    page.goto(address + PAGE + LINK)
    shown = page.locator(".sel-link input").input_value()
    assert shown == address + PAGE + LINK


@pytest.mark.parametrize(
    "fragment",
    [
        "#1;c.no-existe;c.bo-curtiembre-ejemplo",
        "#1;c.<img src=x onerror=alert(1)>;c.bo-curtiembre-ejemplo=%3Cimg%20src=x%20onerror=a()%3E",
        "#1;c.../../../etc/passwd;x.bo-programa-ejemplo;c.bo-curtiembre-ejemplo",
        "#1;c.__proto__;c.constructor;p.toString;c.bo-curtiembre-ejemplo;c.bo-curtiembre-ejemplo",
        "#1;t=%E0%A4%A;c.bo-curtiembre-ejemplo=%",
        "#1;" + ";".join(f"c.falso-{n}" for n in range(90)) + ";c.bo-curtiembre-ejemplo",
    ],
)
def test_hostile_and_unknown_ids_are_left_out(page, address, fragment):
    page.goto(address + PAGE + fragment)
    assert len(titles(page)) == 1
    expect(page.locator("#seleccion img")).to_have_count(0)


@pytest.mark.parametrize(
    "stored", ['{"items":', "null", '{"items":[1,null,{"kind":"c","id":7}]}', "[]"]
)
def test_spoilt_storage_is_an_empty_selection(page, address, stored):
    page.goto(address + PAGE)
    page.evaluate("text => localStorage.setItem('catalogo.seleccion', text)", stored)
    page.reload()
    assert "Todavía no hay nada" in page.locator("#seleccion").inner_text()


def test_a_full_device_says_so(page, address):
    page.goto(address + CASE)
    page.evaluate(
        "for (let size = 4194304; size >= 1; size = Math.floor(size / 2))"
        " try { for (let n = 0; ; n++) localStorage.setItem(size + '.' + n, 'x'.repeat(size)); }"
        " catch (full) {}"
    )
    page.locator(".keep.btn").click()
    assert "lleno o bloqueado" in page.locator(".sel-said").inner_text()
    assert page.locator(".keep.btn").get_attribute("aria-pressed") == "false"


def test_without_the_texts_of_its_entries_it_asks_again(page, address):
    page.goto(address + PAGE + LINK)
    before = titles(page)
    page.context.route("**/datos/explorar/**", lambda route: route.fulfill(body=""))
    page.reload()
    expect(page.get_by_text("No se pudieron cargar los textos")).to_be_visible()
    page.context.unroute("**/datos/explorar/**")
    page.get_by_role("button", name="Volver a intentar").click()
    expect(page.locator(".sel-list h2")).to_have_count(len(before))
    assert titles(page) == before


def test_the_csv_is_safe_for_spreadsheets(page, address):
    page.goto(address + PAGE + "#1;c.bo-curtiembre-ejemplo=%3D1%2B1;p.diagnosticar-la-planta=%20@x")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Descargar CSV").click()
    raw = waiting.value.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert [row["Mi nota"] for row in rows] == ["'=1+1", "' @x"]
    assert rows[0]["Dirección"] == f"https://catalogo.example/{CASE}"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_the_handout_prints_notes_and_addresses(page, address):
    page.goto(address + PAGE + LINK)
    text = "".join(p.extract_text() for p in PdfReader(io.BytesIO(page.pdf())).pages)
    assert "Mi taller" in text
    assert "Empezar aquí" in text
    assert "catalogo.example/casos/bo-programa-ejemplo/" in text.replace("\n", "")
    assert "Vaciar" not in text


def test_cards_of_the_selection_print_both_sides(page, address):
    page.goto(address + PAGE + LINK)
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Tarjetas, 4 por hoja").click()
    page.wait_for_selector(".papers .qr path", state="attached")
    expect(page.locator(".papers .qr path")).to_have_count(2)
    assert len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages) == 2


def test_it_works_from_a_folder_without_network(chromium, built):
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto((built.site / PAGE / "index.html").as_uri() + LINK)
    assert len(titles(page)) == 2
    page.get_by_role("button", name="Guardar en este equipo").click()
    assert "Guardado" in page.locator(".sel-message").inner_text()
    context.close()


def test_without_scripts_the_page_says_why_it_is_empty(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGE)
    assert "necesita JavaScript" in page.locator("noscript, main").first.inner_text()
    page.goto(address + CASE)
    expect(page.locator(".keep")).to_have_count(0)
    context.close()
