"""A page of each kind in a real Chromium: nothing breaks, nothing leaves the site."""

import pytest
from playwright.sync_api import expect

from tests.real import SIZES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("size", "scheme"), [("telefono", "dark"), ("escritorio", "light")])
def test_pages_open_clean(browser, address, kinds, size, scheme):
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    trouble, abroad = [], []
    page.on("pageerror", lambda error: trouble.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: (
            trouble.append(f"{page.url}: {message.text}")
            if message.type == "error" and "404" not in message.text
            else None
        ),
    )
    page.on(
        "request",
        lambda request: (
            abroad.append(request.url) if not request.url.startswith((address, "data:")) else None
        ),
    )
    for path in [*kinds, "/no-existe/"]:
        page.goto(address + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            trouble.append(f"{path}: {wide} px wide")
    context.close()
    assert trouble == []
    assert abroad == []


def test_the_scheme_chosen_is_kept(browser, address):
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(address + "/")
    page.click("[data-do=scheme]")
    page.goto(address + "/glosario/")
    kept = page.evaluate("document.querySelector('[data-md-color-scheme]').dataset.mdColorScheme")
    context.close()
    assert kept == "slate"


def test_everything_is_there_without_scripts(browser, address, built):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    case = next(iter(built.catalog.cases.values()))
    page.goto(f"{address}/casos/{case.id}/")
    assert page.locator("h1").inner_text().replace("\n", " ") == case.title
    expect(page.locator("main section").nth(2)).to_be_attached()
    context.close()
