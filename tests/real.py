"""The real content as a site, built once for every test that opens it."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from catalog.options import Options
from catalog.pipeline import build
from tests.vocabulary import PROJECT

TREE = Path(os.environ.get("CATALOG_TREE", PROJECT))
"""Content to test with; the variable names another tree."""
PARTS = ("cases", "practices", "organizations", "sources", "collections", "permalinks.txt")
SIZES = {"telefono": (360, 740), "escritorio": (1280, 800)}
SCHEMES = ("light", "dark")
AXE = PROJECT / "tests" / "vendor" / "axe.min.js"


@cache
def real():
    """The report of a build of the real content."""
    root = Path(tempfile.mkdtemp(prefix="catálogo ñ ")) / "raíz"
    root.mkdir()
    for name in PARTS:
        if (TREE / name).exists():
            copy = shutil.copytree if (TREE / name).is_dir() else shutil.copy2
            copy(TREE / name, root / name)
    report = build(Options(root=root, project=PROJECT))
    assert not report.failed, report.findings[:5]
    return report


class Visit:
    """A page that collects what went wrong on it and what it asked of other hosts."""

    def __init__(self, browser, address, **options):
        width, height = SIZES[options.pop("size", "escritorio")]
        self.width = width
        self.address = address
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, **options
        )
        self.page = self.context.new_page()
        self.trouble = []
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.trouble.append("dialog"), dialog.dismiss()))
        self.page.on("console", self._heard)
        self.page.on("request", self._asked)

    def _heard(self, message):
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.trouble.append(message.text)

    def _asked(self, request):
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.trouble.append(f"abroad: {request.url}")

    def go(self, path):
        self.page.goto(self.address + path)
        return self.page

    def wide(self):
        return self.page.evaluate("document.documentElement.scrollWidth")

    def faults(self):
        """What axe-core finds on the page as it stands."""
        if not self.page.evaluate("Boolean(window.axe)"):
            # evaluated, not added as an element: the policy of the page forbids inline scripts
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        return self.page.evaluate(
            "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map("
            "v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')))"
        )

    def close(self):
        self.context.close()


@contextmanager
def visit(browser, address, **options):
    found = Visit(browser, address, **options)
    yield found
    found.close()
    assert found.trouble == [], found.trouble
