"""Sheets of paper that each case and practice takes, counted in PDFs that Chromium makes.

``python -m tools.paper [PATTERN ...]`` prints the longest first, for A4 and for Letter.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from pypdf import PageObject, PdfReader

from tools.chromium import ARGUMENTS, find
from tools.web import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAPERS = ("A4", "Letter")
PATTERNS = ("casos/*", "practicas/*")
SITE = Path("build/site")
SHOWN = 20
FULL_SIZE = 300 / 96
"""Dots of Chromium's PDF for a pixel of the style sheet."""


@dataclass(frozen=True, order=True, slots=True)
class Printed:
    """How many pages an entry takes on a paper, how large it is printed, and the text on them.

    Chromium makes everything smaller when something is wider than the paper: a ``scale`` below 1.
    """

    pages: int
    path: str
    paper: str
    scale: float = 1.0
    text: str = ""


def entries(site: Path, patterns: Iterable[str] = PATTERNS) -> list[str]:
    """Addresses of the entries, those with most to print first."""
    found = [file for pattern in patterns for file in site.glob(f"{pattern}/index.html")]
    found.sort(key=lambda file: (-file.stat().st_size, file))
    return [f"{file.parent.relative_to(site).as_posix()}/" for file in found]


def prints(browser: Browser, address: str, paths: Iterable[str]) -> Iterator[Printed]:
    """Each path of the site at ``address`` on each paper, as a reader without scripts prints it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in paths:
        page.goto(f"{address}/{path}")
        for paper in PAPERS:
            sheets = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
            text = "\n".join(sheet.extract_text() for sheet in sheets)
            text = normalize("NFKC", text)  # letters, where the font joins them
            yield Printed(len(sheets), path, paper, scale(sheets[0]), text)
    context.close()


def scale(sheet: PageObject) -> float:
    """Size on paper against that of the style sheet: the second transformation of a page."""
    found: list[float] = []

    def note(operator: bytes, operands: list[float], *_: object) -> None:
        if operator == b"cm":
            found.append(float(operands[0]))

    sheet.extract_text(visitor_operand_before=note)
    return round(found[1] / FULL_SIZE, 2)


def main() -> int:
    """Print all entries and say which take most."""
    from playwright.sync_api import sync_playwright

    paths = entries(SITE, sys.argv[1:] or PATTERNS)
    with serve(SITE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        found = sorted(prints(browser, address, paths), reverse=True)
        browser.close()
    for pages in sorted({printed.pages for printed in found}):
        print(f"{pages}: {sum(printed.pages == pages for printed in found)}")
    shrunk = [printed for printed in found if printed.scale < 1]
    for printed in shrunk + found[:SHOWN]:
        print(printed.pages, printed.paper, printed.scale, printed.path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
