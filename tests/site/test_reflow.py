"""Pages at 200 % and 400 %: 640 and 320 px wide. Nothing is cut, nothing scrolls sideways."""

import pytest

pytestmark = pytest.mark.browser

CUT = """() => {
    const faults = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) faults.push(`${wide} px too wide`);
    const name = element => element.outerHTML.slice(0, 90);
    const scrolls = element => {
        for (let up = element; up && up !== document.body; up = up.parentElement)
            if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return true;
        return false;
    };
    for (const element of document.querySelectorAll('body *')) {
        if (element.closest('.vh, .skip, svg') || !element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (box.right > innerWidth + 1 && !scrolls(element))
            faults.push('sticks out: ' + name(element));
        const clips = /hidden|clip/.test(style.overflowX + style.overflowY);
        if (clips && element.innerText && (element.scrollWidth > element.clientWidth + 1
            || element.scrollHeight > element.clientHeight + 1))
            faults.push('cut: ' + name(element));
        if (style.textOverflow === 'ellipsis') faults.push('shortened: ' + name(element));
        if (/auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1
            && !element.matches('pre, .scroll, table, textarea') && !element.querySelector('table'))
            faults.push('scrolls sideways: ' + name(element));
    }
    return faults.slice(0, 4);
}"""


@pytest.mark.parametrize("width", [640, 320])
def test_enlarged_pages_keep_everything_on_the_screen(page, address, kinds, width):
    page.set_viewport_size({"width": width, "height": 512})
    wrong = {}
    for path in kinds:
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        faults = page.evaluate(CUT)
        if faults:
            wrong[path] = faults
    assert wrong == {}


def test_the_enlarged_search_overlay_stays_on_the_screen(page, address):
    page.set_viewport_size({"width": 320, "height": 512})
    page.goto(address + "/acerca/")
    page.keyboard.press("/")
    page.wait_for_selector("dialog[open] input[type=search]")
    page.keyboard.type("electrocoagulación")
    page.wait_for_timeout(400)
    assert page.evaluate(CUT) == []


def test_text_may_be_spaced_out(page, address, kinds):
    """WCAG 1.4.12: lines, letters and words further apart, as some readers need."""
    page.set_viewport_size({"width": 360, "height": 740})
    wrong = {}
    for path in kinds:
        page.goto(address + path)
        page.add_style_tag(
            content="*{line-height:1.5!important;letter-spacing:.12em!important;"
            "word-spacing:.16em!important}p{margin-bottom:2em!important}"
        )
        faults = page.evaluate(CUT)
        if faults:
            wrong[path] = faults
    assert wrong == {}


def test_what_is_cut_is_seen(page, address):
    """Guards the test itself."""
    page.goto(address + "/acerca/")
    page.add_style_tag(content="h1{width:900px}main p{height:1em;overflow:hidden}")
    assert {fault.partition(":")[0] for fault in page.evaluate(CUT)} >= {"sticks out", "cut"}


@pytest.mark.parametrize("width", [1280, 720, 360])
def test_the_number_of_a_card_stands_on_one_line(page, address, kinds, width):
    page.set_viewport_size({"width": width, "height": 900})
    broken = {}
    for path in kinds:
        page.goto(address + path)
        found = page.evaluate("""() => [...document.querySelectorAll('.card .v')].flatMap(value =>
            [...value.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).filter(node => {
                const range = document.createRange();
                range.selectNodeContents(node);
                return / a /.test(node.data) ? false : range.getClientRects().length > 1;
            }).map(node => node.data))""")
        if found:
            broken[path] = found
    assert broken == {}
