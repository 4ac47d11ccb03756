"""axe-core on every kind of page and on the open search: two sizes, two schemes.

Colours are all that a scheme changes, so the dark one is asked for contrast alone. What stands
folded is unfolded first: it is content too. Of a long list the first rows stand for the others.
"""

import re

import pytest

from tests.real import AXE, SIZES

pytestmark = pytest.mark.browser

RUN = """rules => axe.run(document, {
    resultTypes: ['violations'], preload: false,
    rules: {'target-size': {enabled: !rules.length}},  // 24 px or room around: off unless asked
    runOnly: rules.length ? {type: 'rule', values: rules} : undefined,
}).then(found => found.violations.map(v =>
    `${v.id}: ${v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')}`))"""
PREPARE = """rows => {
    document.querySelectorAll('main details').forEach(part => { part.open = true });
    document.querySelectorAll('main :is(ul, ol, dl, tbody)').forEach(list =>
        [...list.children].slice(rows).forEach(row => row.remove()));
}"""
ROWS = 24
RULES = {"light": [], "dark": ["color-contrast"]}


@pytest.fixture(scope="module")
def faults(page):
    """What axe says of the page as it stands, at every size and in every scheme."""
    page.add_init_script(path=AXE)
    page.emulate_media(reduced_motion="reduce")

    def look():
        found = []
        for width, height in SIZES.values():
            page.set_viewport_size({"width": width, "height": height})
            for scheme, rules in RULES.items():
                page.emulate_media(color_scheme=scheme)
                found += [f"{width} {scheme} {fault}" for fault in page.evaluate(RUN, rules)]
        return found

    return look


def test_everybody_can_use_every_kind_of_page(page, address, kinds, faults):
    found = {}
    for path in kinds:
        page.goto(address + path)
        page.evaluate(PREPARE, ROWS)
        found[path] = faults()
    assert {path: list for path, list in found.items() if list} == {}


@pytest.mark.parametrize("query", ["", "agua", "zzxxyyww"])
def test_everybody_can_use_the_search_overlay(page, address, faults, query):
    page.goto(address + "/acerca/")
    page.keyboard.press("/")
    page.wait_for_selector("dialog[open] input[type=search]")
    page.keyboard.type(query)
    if query == "agua":
        page.wait_for_selector("dialog[open] a[data-result]")
    elif query:
        page.locator("dialog[open]").filter(has_text=re.compile("No |Nada")).wait_for()
    assert faults() == []


def test_axe_sees_what_is_wrong(page, address, faults):
    """Guards the test itself: a fault put on a page must come back."""
    page.goto(address + "/acerca/")
    page.evaluate("document.querySelector('main p').innerHTML = '<img src=x><a href=/></a>'")
    assert any("image-alt" in fault for fault in faults())
    assert any("link-name" in fault for fault in faults())
