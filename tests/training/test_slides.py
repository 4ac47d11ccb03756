"""Slides in a real Chromium: keys, swipe, and no need of scripts."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
SLIDES = "formacion/ruta-de-ejemplo/diapositivas/"


def shown(page):
    return page.locator(".stage output").inner_text()


def test_keys_lead_through_the_slides(page, address):
    page.goto(address + SLIDES)
    total = page.locator(".slide").count()
    page.click("[data-slides]")
    expect(page.locator(".slide:visible")).to_have_count(1)
    for key, expected in [
        ("ArrowRight", 2), ("Space", 3), ("PageDown", 4), ("ArrowLeft", 3), ("Shift+Space", 2),
        ("End", total), ("ArrowRight", total), ("Home", 1), ("PageUp", 1),
    ]:  # fmt: skip
        page.keyboard.press(key)
        assert shown(page) == f"{expected} de {total}", key
    page.keyboard.press("Escape")
    expect(page.locator(".slide:visible")).to_have_count(total)


def test_a_swipe_turns_the_slide(page, address):
    page.goto(address + SLIDES)
    page.click("[data-slides]")
    swipe = """([from, to]) => {
      const at = x => [new Touch({identifier: 1, target: document.body, clientX: x, clientY: 300})];
      const start = {touches: at(from), changedTouches: at(from)};
      document.dispatchEvent(new TouchEvent('touchstart', start));
      document.dispatchEvent(new TouchEvent('touchend', {touches: [], changedTouches: at(to)}));
    }"""
    page.evaluate(swipe, [300, 100])
    assert shown(page).startswith("2 ")
    page.evaluate(swipe, [100, 300])
    assert shown(page).startswith("1 ")


def test_a_link_opens_its_slide_and_nonsense_opens_none(page, address):
    page.goto(address + SLIDES + "#d3")
    assert shown(page).startswith("3 ")
    page.goto(address + "formacion/")
    page.goto(address + SLIDES + "#d<script>")
    assert page.locator(".stage").is_hidden()


def test_without_scripts_all_slides_read_top_to_bottom(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + SLIDES)
    assert page.locator(".slide").count() == page.locator(".slide:visible").count()
    assert page.locator("[data-slides]").is_hidden()
    context.close()
