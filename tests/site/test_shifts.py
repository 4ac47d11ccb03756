"""What is on the screen stays where it is while scripts arrive over a slow network."""

import pytest

pytestmark = pytest.mark.browser

GOOD = 0.1
"""Cumulative Layout Shift that Core Web Vitals call good: web.dev/articles/cls."""
SLOW = {"offline": False, "latency": 75, "downloadThroughput": 2e5, "uploadThroughput": 1e5}
"""Milliseconds, and bytes a second: a page is shown before its scripts are there."""
RECORD = """
    window.shifts = [];
    new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(entry => ({
        value: entry.value,
        what: entry.sources.map(source => source.node?.outerHTML?.slice(0, 80)),
    })))).observe({ type: 'layout-shift', buffered: true });
"""
SETTLED = """async () => {
    await new Promise(done => setTimeout(done, 400));
    return window.shifts;
}"""


@pytest.mark.parametrize("width", [412, 1280])
def test_nothing_jumps_while_a_page_arrives(browser, address, kinds, width):
    context = browser.new_context(viewport={"width": width, "height": 823}, service_workers="block")
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW)
    page.add_init_script(RECORD)
    jumps = {}
    for path in (path for path in kinds if path.count("/") == 2 or path == "/"):
        page.goto(address + path, wait_until="networkidle")
        shifts = page.evaluate(SETTLED)
        if sum(shift["value"] for shift in shifts) > GOOD:
            jumps[path] = shifts
    context.close()
    assert jumps == {}
