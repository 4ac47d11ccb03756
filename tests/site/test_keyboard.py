"""Tab through every kind of page: focus is seen, follows the text, is never lost nor trapped."""

import pytest

from tests.real import SIZES

pytestmark = pytest.mark.browser

WATCH = """() => {
    const look = element => {
        const style = getComputedStyle(element);
        return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor,
            style.backgroundColor, style.textDecorationLine].join();
    };
    const can = element => element.tabIndex >= 0 && !element.disabled
        && element.checkVisibility({visibilityProperty: true});
    const all = [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex]')].filter(can);
    const radios = new Set();
    const stops = all.filter(element => {  // a group of radio buttons is one stop
        if (element.type !== 'radio') return true;
        const seen = radios.has(element.name);
        radios.add(element.name);
        return !seen;
    });
    const before = stops.map(look);
    const walk = {count: stops.length, seen: [], faults: []};
    const name = element => element.outerHTML.slice(0, 90);
    document.addEventListener('focusin', ({target}) => {
        const at = stops.indexOf(target);
        walk.seen.push(at);
        if (at < 0) return walk.faults.push('not expected: ' + name(target));
        if (look(target) === before[at]) walk.faults.push('no sign of focus: ' + name(target));
        const box = [...target.getClientRects()].find(line => line.width && line.bottom > 0)
            ?? target.getBoundingClientRect();  // a link over two lines: its first one
        const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
        const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
        const top = document.elementFromPoint(x, y);
        if (!top || !(target.contains(top) || top.contains(target) || target.labels?.length))
            walk.faults.push('hidden while focused: ' + name(target));
    });
    if (document.getElementById('contenido') && !stops[0].matches('.skip'))
        walk.faults.push('first comes: ' + name(stops[0]));
    window.walk = walk;
}"""
FAR = 60
"""Of a page with more stops than twice this, the first and the last ones are walked."""


def walked(page):
    """Tab from the top of the page to its end; what was met, and what was wrong with it."""
    page.evaluate(WATCH)
    total = page.evaluate("walk.count")
    steps = total if total <= 2 * FAR else FAR
    for _ in range(steps):
        page.keyboard.press("Tab")
    return page.evaluate("walk"), steps


@pytest.mark.parametrize("size", SIZES)
def test_the_keyboard_reaches_everything_in_order(page, address, kinds, size):
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(reduced_motion="reduce")
    wrong = {}
    for path in kinds:
        page.goto(address + path)
        walk, steps = walked(page)
        faults = walk["faults"]
        if walk["seen"] != list(range(steps)):
            faults.append(f"order: {walk['seen']}")
        if faults:
            wrong[path] = faults[:4]
    assert wrong == {}


@pytest.mark.parametrize("path", ["/", "/explorar/", "/aportar/", "/evidencia/", "/404.html"])
def test_the_skip_link_skips(page, address, path):
    page.goto(address + path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('#contenido'))")


def test_the_search_overlay_keeps_and_gives_back_the_focus(page, address):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + "/acerca/")
    page.focus("a[data-search]")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] input[type=search]")
    page.keyboard.type("agua")
    page.wait_for_selector("dialog[open] a[data-result]")
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body"
            " || Boolean(document.activeElement.closest('dialog'))"
        )
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="hidden")
    assert page.evaluate("document.activeElement.matches('a[data-search]')")


def test_the_menu_of_small_screens_closes_by_keyboard(page, address):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + "/acerca/")
    page.focus(".hd summary")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hd details[open] nav a")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.hd details nav'))")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.hd summary')")
    assert not page.locator(".hd details[open]").count()


def test_the_walk_sees_what_is_wrong(page, address):
    """Guards the test itself: no outline, and an order of its own."""
    page.goto(address + "/acerca/")
    page.add_style_tag(content=":focus-visible{outline:none!important}")
    page.evaluate("document.querySelector('.ft a').tabIndex = 1")
    walk, steps = walked(page)
    assert any("no sign of focus" in fault for fault in walk["faults"])
    assert walk["seen"] != list(range(steps))
