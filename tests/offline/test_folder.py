"""The unpacked copy in a browser, from disk, with the network off."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def tab(browser):
    """A page without network that remembers what went wrong."""
    context = browser.new_context()
    context.set_offline(True)
    page = context.new_page()
    page.trouble = []
    page.on("pageerror", lambda error: page.trouble.append(f"{page.url}: {error}"))
    page.on(
        "requestfailed",
        lambda request: (
            None  # the next page was asked for before this one was complete
            if request.failure == "net::ERR_ABORTED"
            else page.trouble.append(f"{request.url}: {request.failure}")
        ),
    )
    page.on(
        "console",
        lambda message: page.trouble.append(message.text) if message.type == "error" else None,
    )
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("file:", "data:", "blob:"))
            else page.trouble.append(request.url)
        ),
    )
    yield page
    assert page.trouble == []
    context.close()


def test_from_the_first_page_to_a_case_by_its_links(tab, folder):
    tab.goto((folder / "index.html").as_uri())
    tab.click("nav[aria-label=Principal] a[href*=practicas]")
    tab.wait_for_url("**/practicas/index.html")
    tab.locator("main a[href$='/index.html']:not(.crumbs a):visible").first.click()
    tab.wait_for_url("**/practicas/*/index.html")
    assert tab.locator("h1").inner_text()


def test_search_finds_and_leads_to_the_entry(tab, folder):
    tab.goto((folder / "index.html").as_uri())
    tab.click("a[data-search]")
    tab.keyboard.type("curtiembre agua")
    found = tab.locator("a[data-result]").first
    found.wait_for()
    found.click()
    tab.wait_for_url("file:**/*/*/index.html")
    assert tab.locator("h1").inner_text()


def test_a_search_sent_as_a_form_is_answered_on_its_page(tab, folder):
    tab.goto((folder / "buscar/index.html").as_uri() + "?q=panela")
    tab.locator("a[data-result]").first.wait_for()


def test_explorer_filters(tab, folder):
    tab.goto((folder / "explorar/index.html").as_uri() + "?recurso=agua")
    card = tab.locator("main li.card a").first
    card.wait_for()
    card.click()
    tab.wait_for_url("**/*/*/index.html")
    tab.wait_for_url(lambda address: "/explorar/" not in address)
    assert tab.locator("h1").inner_text()


def every_page_of(folder, name):
    return sorted((folder / name).rglob("index.html"))


@pytest.mark.parametrize(
    "name", ["formacion", "aportar", "mi-empresa", "mi-seleccion", "evidencia", "datos", "casos"]
)
def test_pages_of_every_part_open_clean(tab, folder, name):
    pages = every_page_of(folder, name)
    linked = f"{name}/index.html" in (folder / "index.html").read_text(encoding="utf-8")
    assert pages or not linked
    for page in pages[:6]:
        tab.goto(page.as_uri())
        expect(tab.locator("h1").nth(0)).to_be_attached()


def test_icons_are_drawn_by_the_script(tab, folder):
    tab.goto((folder / "index.html").as_uri())
    assert tab.evaluate("document.querySelectorAll('svg.sprite symbol').length") > 10
    missing = tab.evaluate(
        "[...document.querySelectorAll('use')].map(u => u.getAttribute('href'))"
        ".filter(h => !document.querySelector('symbol' + h))"
    )
    assert missing == []
