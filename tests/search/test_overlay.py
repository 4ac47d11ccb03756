"""The overlay in a real Chromium: keyboard, attributes, hostile input, missing files."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CASE = "/casos/bo-curtiembre-san-lorenzo/"
SCRIPTS = ("assets/buscar/", "vendor/", "datos/busqueda")
ANSWERED = 60
"""Milliseconds after which the last key has been taken up."""
SETTLED = "[aria-busy=false]"
FOCUSED = "document.activeElement.matches"


def search(page, words, *, box="dialog input"):
    page.fill(box, words)
    page.wait_for_timeout(ANSWERED)
    page.wait_for_selector(SETTLED, state="attached")
    page.wait_for_selector("[data-result], .state")


def opened(page, start):
    page.goto(start)
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog[open] input")


def test_nothing_is_loaded_before_use(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + CASE)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if any(part in url for part in SCRIPTS)]
    page.click("a[data-search]")
    search(page, "sal curtiembre")
    assert all(any(part in url for url in asked) for part in SCRIPTS)
    assert not [url for url in asked if "texts-" in url], "full texts only when needed"
    assert not [url for url in asked if "words-" in url], "all words only for one that is unknown"


def test_results_are_grouped_counted_and_marked(page, address):
    opened(page, address + CASE)
    search(page, "tenería agua")
    result = page.locator("dialog a[data-result=caso]").first
    assert "Curtiembre" in result.inner_text()
    expect(page.locator("dialog [role=group]").nth(1)).to_be_attached()
    words = {word.lower() for word in page.locator("dialog mark").all_inner_texts()}
    assert {"curtiembre", "agua"} <= words
    status = page.locator("dialog [role=status]").inner_text()
    assert "resultados" in status
    assert "curtiembre" in status.lower()
    total = sum(int(t.split()[-1]) for t in page.locator(".kinds button").all_inner_texts()[1:])
    assert page.locator(".kinds button").first.inner_text() == f"Todo {total}"


def test_a_kind_can_be_chosen(page, address):
    opened(page, address + CASE)
    search(page, "agua")
    page.locator(".kinds button", has_text="Casos").click()
    kinds = page.locator("dialog a[data-result]").evaluate_all("l => l.map(a => a.dataset.result)")
    assert set(kinds) == {"caso"}
    assert page.locator(".kinds [aria-pressed=true]").inner_text().startswith("Casos")


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_keyboard(page, address, key):
    page.goto(address + CASE)
    page.keyboard.press(key)
    page.wait_for_selector("dialog[open]")
    search(page, "curtiembre")
    box = page.locator("dialog input")
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    active = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert active.get_attribute("aria-selected") == "true"
    target = active.evaluate("a => a.href")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.wait_for_function(f"() => {FOCUSED}('a[data-search]')")
    page.keyboard.press("Control+k")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_enter_without_a_choice_opens_the_page(page, address):
    opened(page, address + CASE)
    search(page, "cerveza")
    page.keyboard.press("Enter")
    page.wait_for_url("**/buscar/?q=cerveza")
    page.wait_for_selector("main a[data-result]")


def test_the_first_results_lead_to_pages_that_exist(page, address):
    opened(page, address + CASE)
    for words in ("agua", "Bolivia", "CPTS", "PML"):
        search(page, words)
        for link in page.locator("dialog a[data-result]").evaluate_all("l => l.map(a => a.href)"):
            assert page.request.get(link).ok, link


def test_from_a_folder(page, site):
    opened(page, (site / "casos/bo-curtiembre-san-lorenzo/index.html").as_uri())
    search(page, "panaderias")
    expect(page.locator("dialog a[data-result]").nth(1)).to_be_attached()


def test_no_results_offer_a_way_on(page, address):
    opened(page, address + CASE)
    search(page, "galvanisado zinc Honduras")
    text = page.locator("dialog").inner_text()
    assert "¿Quiso decir galvanizado zinc Honduras?" in text
    assert "Nada con esas tres palabras juntas" in text
    assert "Apórtelo" in text
    count = page.locator(".hint li button b").first.inner_text()
    page.locator(".hint li button").first.click()
    assert count in page.locator("dialog [role=status]").inner_text()
    search(page, "xqwzt")
    expect(page.locator("dialog .state a").nth(3)).to_be_attached()


def test_enye_is_a_letter(page, address):
    opened(page, address + CASE)
    search(page, "año")
    for word in page.locator("dialog mark").all_inner_texts():
        assert "ñ" in word.lower()


HOSTILE = {
    "html": "<img src=x onerror=alert(1)>",
    "script": '"><script>alert(1)</script>',
    "long": "agua " * 60,
    "one word": "a" * 300,
    "emoji": "💧🐄 agua 🇧🇴",
    "only emoji": "💧",
    "symbols": "^$.*+?()[]{}|\\ \u0000 \u202e",
    "prototype": "__proto__ constructor toString",
    "spaces": "   ",
    "accents": "a\u0301\u0301\u0301\u0301gua",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words(page, address, words):
    from urllib.parse import quote

    opened(page, address + CASE)
    search(page, "agua")
    page.fill("dialog input", words)
    page.wait_for_timeout(150)
    expect(page.locator("dialog img, dialog script")).to_have_count(0)
    page.goto(f"{address}/buscar/?q={quote(words)}#<script>alert(1)</script>")
    page.wait_for_timeout(150)
    expect(page.locator("main img, main script")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


MISSING = ("datos/busqueda.js", "vendor/stemmer-es.js", "assets/buscar/lista.js")
AGAIN = ".bad button"


def told(page, place):
    """The message of a search that lacks a file: what happened, lists, and a way to try again."""
    page.wait_for_selector(f"{place} {AGAIN}")
    assert "No se pudo cargar" in page.locator(place).inner_text()
    expect(page.locator(f"{place} .bad li a").nth(4)).to_be_attached()


@pytest.mark.parametrize("missing", MISSING)
def test_a_file_that_does_not_arrive(page, address, missing):
    page.route(f"**/{missing}", lambda route: route.abort())
    opened(page, address + CASE)
    told(page, "dialog")
    page.unroute(f"**/{missing}")
    page.click(f"dialog {AGAIN}")
    page.wait_for_selector(f"dialog {AGAIN}", state="detached")
    search(page, "agua")
    expect(page.locator("dialog a[data-result]").nth(1)).to_be_attached()


def test_words_typed_while_a_retry_is_on_its_way_are_answered(page, address):
    page.route("**/assets/buscar/lista.js", lambda route: route.abort())
    opened(page, address + CASE)
    told(page, "dialog")
    held = []
    page.unroute("**/assets/buscar/lista.js")
    page.route("**/assets/buscar/lista.js", lambda route: held.append(route))
    page.click(f"dialog {AGAIN}")
    page.wait_for_selector(f"dialog {AGAIN}", state="detached")
    page.fill("dialog input", "agua")
    page.wait_for_timeout(ANSWERED)
    held[0].continue_()
    expect(page.locator("dialog a[data-result]").nth(1)).to_be_attached()


def test_what_is_typed_before_the_search_is_there_is_not_lost(page, address):
    held = []
    page.route("**/assets/buscar/buscar.js", lambda route: held.append(route))
    page.goto(address + CASE)
    page.keyboard.press("/")
    page.keyboard.type("agux")
    page.keyboard.press("Backspace")
    page.keyboard.type("a")
    held[0].continue_()
    expect(page.locator("dialog input")).to_have_value("agua")
    expect(page.locator("dialog a[data-result]").first).to_be_attached()
    page.keyboard.type(" sal")
    expect(page.locator("dialog input")).to_have_value("agua sal")


@pytest.mark.parametrize("missing", [*MISSING, "datos/busqueda/stems-*"])
def test_a_file_that_the_page_lacks(page, address, missing):
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(address + "/buscar/?q=agua")
    told(page, ".found")
    assert page.locator(".search-lists").is_visible()
    page.unroute(f"**/{missing}")
    page.click(f".found {AGAIN}")
    page.wait_for_selector("main a[data-result]")
    expect(page.locator(AGAIN)).to_have_count(0)


def test_a_block_that_comes_without_its_content(page, address):
    page.route("**/datos/busqueda/stems-*", lambda route: route.fulfill(body=""))
    page.goto(address + "/buscar/?q=agua")
    told(page, ".found")


def test_full_texts_that_do_not_arrive(page, address):
    page.route("**/datos/busqueda/texts-*", lambda route: route.abort())
    page.goto(address + "/buscar/?q=galvanisado zinc Honduras")
    page.wait_for_selector(f".found {AGAIN}")
    assert "textos completos" in page.locator(".found .bad").inner_text()
    assert page.locator("main a[data-result]").count() > 1, "what was found stays"
    page.unroute("**/datos/busqueda/texts-*")
    page.click(f".found {AGAIN}")
    page.wait_for_selector(AGAIN, state="detached")
    page.wait_for_selector(".found[aria-busy=false] a[data-result]")


def test_the_page_without_its_script(page, address):
    page.route("**/assets/buscar/buscar.js", lambda route: route.abort())
    page.goto(address + "/buscar/?q=agua")
    assert "No se pudo cargar" in page.locator("main .note").inner_text()
    expect(page.locator(".search-lists a").nth(5)).to_be_attached()
    page.unroute("**/assets/buscar/buscar.js")
    page.locator("main .note button").click()
    page.wait_for_selector("main a[data-result]")
    expect(page.locator("main .note")).to_have_count(0)


def test_entering_a_box_prepares_the_search(page, address):
    page.goto(address + "/")
    page.wait_for_load_state("networkidle")
    with page.expect_response("**/datos/busqueda.js"):
        page.locator("main input[type=search]").focus()


@pytest.mark.parametrize(
    ("words", "kind", "target"),
    [
        ("tenería Bolivia", "", "explorar/?sector=curtiembre&pais=bolivia"),
        ("solvente", "Casos", "explorar/?q=solvente&tipo=caso"),
        ("PML en panaderías", "Prácticas", "explorar/?sector=panaderia&tipo=practica"),
        ("menos agua en hoteles", "", "explorar/?recurso=agua&sector=hoteles"),
    ],
)
def test_results_lead_to_the_explorer_with_its_filters(page, address, words, kind, target):
    opened(page, address + CASE)
    search(page, words)
    if kind:
        page.locator(".kinds button", has_text=kind).click()
    link = page.locator("dialog a[href*=explorar]")
    assert link.get_attribute("href").endswith(target)
    link.click()
    page.wait_for_selector(".card")
    assert not page.locator(".np-list > .void").is_visible(), "no filter is unknown"


def test_all_results_of_a_kind_have_their_page(page, address):
    opened(page, address + CASE)
    search(page, "agua")
    page.locator(".kinds button", has_text="Organizaciones").click()
    count = page.locator(".kinds [aria-pressed=true]").inner_text().split()[-1]
    link = page.locator("dialog a.go")
    assert link.inner_text() == f"Ver los {count}"
    link.click()
    page.wait_for_selector("main a[data-result]")
    expect(page.locator("main a[data-result]:not([data-result=organizacion])")).to_have_count(0)
    assert "Organizaciones" in page.locator(".kinds [aria-pressed=true]").inner_text()


def test_without_the_script_the_link_leads_to_the_page(page, address):
    page.route("**/assets/buscar/buscar.js", lambda route: route.abort())
    page.goto(address + CASE)
    page.click("a[data-search]")
    page.wait_for_url("**/buscar/")
    expect(page.locator(".search-lists a").nth(5)).to_be_attached()
