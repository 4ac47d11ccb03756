"""What readers ask of their system: colours of their own, no motion."""

import pytest

pytestmark = pytest.mark.browser

MOVES = """() => [...document.querySelectorAll('html, body *')].flatMap(element =>
    ['', '::before', '::after'].filter(part => {
        const style = getComputedStyle(element, part);
        const lasts = list => list.split(',').some(time => parseFloat(time) > 0);
        return lasts(style.transitionDuration) || style.scrollBehavior === 'smooth'
            || (style.animationName !== 'none' && lasts(style.animationDuration));
    }).map(part => element.outerHTML.slice(0, 80) + part)).slice(0, 4)"""

TELL = """([first, second]) => {
    const look = element => ['', '::before', '::after'].map(part => {
        const style = getComputedStyle(element, part);
        return [style.backgroundColor, style.backgroundImage, style.borderTopStyle,
            style.borderTopColor, style.borderRadius, style.color, style.maskImage,
            element.getBoundingClientRect().width].join();
    }).join(' | ');
    const [one, two] = [first, second].map(name => document.querySelector(name));
    return {there: Boolean(one && two), same: one && two && look(one) === look(two)};
}"""
PAIRS = [
    ("/evidencia/", ".dist .dot:not(.proj, .no)", ".dist .dot.proj"),
    ("/evidencia/", ".mx td > a", ".mx td > span"),
    ("/", ".tiles a", ".tiles span"),
    ("bars", ".bar", ".bar i"),
    ("ladder", ".ladder .on", ".ladder li:not(.on)"),
    ("chain", ".chain .here", ".chain .none"),
]
"""A page, or what a page must hold, and two marks on it that mean different things."""


def page_with(site, name):
    holds = {"bars": 'class="bar"', "ladder": 'class="on"', "chain": 'class="none"'}[name]
    folder = "practicas" if name == "ladder" else "casos"
    for file in sorted(site.glob(f"{folder}/*/index.html")):
        text = file.read_text(encoding="utf-8")
        if holds in text and (name != "ladder" or "<li></li>" in text):
            return f"/{folder}/{file.parent.name}/"
    raise AssertionError(f"no page holds {name}")


@pytest.mark.parametrize(("path", "first", "second"), PAIRS)
def test_marks_differ_in_forced_colours(page, address, built, path, first, second):
    page.emulate_media(forced_colors="active", color_scheme="dark")
    where = path if path.startswith("/") else page_with(built.site, path)
    page.goto(address + where)
    told = page.evaluate(TELL, [first, second])
    page.emulate_media(forced_colors="none")
    assert told == {"there": True, "same": False}


VISIBLE = """name => {
    const element = document.querySelector(name);
    const style = getComputedStyle(element);
    const around = getComputedStyle(document.body).backgroundColor;
    const filled = style.backgroundColor !== around && style.backgroundColor !== 'rgba(0, 0, 0, 0)';
    const drawn = style.backgroundImage !== 'none';
    const edged = ['Top', 'Left'].some(side => style[`border${side}Style`] !== 'none'
        && parseFloat(style[`border${side}Width`]) > 0);
    return filled || drawn || edged;
}"""


@pytest.mark.parametrize("name", [".bar i", ".bar", ".btn", ".ver i", ".note"])
def test_marks_are_seen_in_forced_colours(page, address, built, name):
    """A system that sets its own colours takes backgrounds away: something must remain."""
    page.emulate_media(forced_colors="active", color_scheme="light")
    page.goto(address + page_with(built.site, "bars"))
    seen = page.evaluate(
        VISIBLE.replace(
            "style = getComputedStyle(element)",
            "style = getComputedStyle(element, name === '.ver i' ? '::before' : '')",
        ),
        name,
    )
    page.emulate_media(forced_colors="none")
    assert seen


def test_nothing_moves_for_those_who_ask_for_stillness(page, address, kinds):
    page.emulate_media(reduced_motion="reduce")
    wrong = {}
    for path in kinds:
        page.goto(address + path)
        faults = page.evaluate(MOVES)
        if faults:
            wrong[path] = faults
    assert wrong == {}


def test_motion_is_seen(page, address):
    """Guards the test itself."""
    page.goto(address + "/acerca/")
    page.add_style_tag(content="h1{transition:color 1s}html{scroll-behavior:smooth}")
    assert len(page.evaluate(MOVES)) == 2
