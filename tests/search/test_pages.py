"""The boxes that stand in pages: home, search page, not found; and what axe says of all of them."""

import pytest
from playwright.sync_api import expect

from tests.vocabulary import PROJECT

pytestmark = pytest.mark.browser

AXE = (PROJECT / "tests/vendor/axe.min.js").read_text(encoding="utf-8")
RUN = "() => axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))"


def violations(page):
    page.evaluate(AXE)
    return page.evaluate(RUN)


def test_home_answers_while_typing(page, address):
    page.goto(address + "/")
    page.locator("main input[type=search]").press_sequentially("curtiembre", delay=15)
    page.wait_for_selector("main a[data-result]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/curtiembre/")


def test_home_form_leads_to_a_page_to_share(page, address):
    page.goto(address + "/")
    page.fill("main input[type=search]", "suero de quesería")
    page.keyboard.press("Enter")
    page.wait_for_url("**/buscar/?q=suero*")
    page.wait_for_selector("main a[data-result]")
    assert page.locator("main input[type=search]").input_value() == "suero de quesería"


def test_home_form_from_a_folder(page, site):
    page.goto((site / "index.html").as_uri())
    page.fill("main input[type=search]", "suero")
    page.wait_for_selector("main a[data-result]")


def test_search_page_follows_what_is_typed(page, address):
    page.goto(address + "/buscar/?q=ladrillo")
    page.wait_for_selector("main a[data-result]")
    assert "ladrillo" in page.title()
    assert not page.locator(".search-lists").is_visible()
    page.fill("main input[type=search]", "café")
    page.wait_for_url("**/buscar/?q=caf%C3%A9")
    page.wait_for_selector(".found[aria-busy=false]")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('a[data-result]')")
    page.fill("main input[type=search]", "")
    page.wait_for_selector(".search-lists", state="visible")


def test_search_page_shows_whole_groups(page, address):
    page.goto(address + "/buscar/?q=agua")
    page.wait_for_selector("main a[data-result]")
    before = page.locator("main a[data-result=practica]").count()
    page.locator("main section button", has_text="más").first.click()
    expect(page.locator("main a[data-result]").nth(before + 5)).to_be_attached()


def test_search_page_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/buscar/?q=agua")
    expect(page.locator(".search-lists a").nth(7)).to_be_attached()
    assert "Sin JavaScript" in page.locator("main").inner_text()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(page, address, scheme):
    page.emulate_media(color_scheme=scheme)
    found = {}
    page.goto(address + "/casos/bo-curtiembre-san-lorenzo/")
    found["closed"] = violations(page)
    page.click("a[data-search]")
    for words in ("sal curtiembre", "galvanisado zinc Honduras", "xqwzt"):
        page.fill("dialog input", words)
        page.wait_for_selector("[data-result], .state")
        page.wait_for_timeout(200)
        page.keyboard.press("ArrowDown")
        found[words] = violations(page)
    page.goto(address + "/")
    page.fill("main input[type=search]", "agua")
    page.wait_for_selector("main a[data-result]")
    found["home"] = violations(page)
    page.goto(address + "/buscar/?q=agua")
    page.wait_for_selector("main a[data-result]")
    found["page"] = violations(page)
    assert {place: what for place, what in found.items() if what} == {}
