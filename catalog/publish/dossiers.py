"""PDF files of the dossiers, printed by Chromium from the built site.

Chromium, because the style sheets of the site are written for browsers and WeasyPrint stumbles over
them. It cannot number a table of contents, so each document is printed twice: the first printing
tells on which page each sheet starts.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "msedge",
)
ARGUMENTS = (
    "--headless",
    "--disable-gpu",
    "--no-pdf-header-footer",
    "--allow-file-access-from-files",
)
SECONDS = 180
PAGES = ("formacion/*/dossier/index.html", "sectores/*/dossier/index.html")
FILE = "dossier.pdf"
DRAFT = "imprenta.html"
"""A copy of the page for the printer, beside it so that relative addresses hold."""
PLACE = "<span data-pdf hidden></span>"
LINK = f'<a class="btn" href="{FILE}" download>Descargar PDF</a>'
ENTRY = re.compile(r'(<a href="#([a-z0-9-]+)">)(.*?)(</a>)', re.DOTALL)
CONTENTS = re.compile(r'<nav class="toc".*?</nav>', re.DOTALL)
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)assets/formacion/dossier\.css">')

Tell = Callable[[str], None]


class PdfError(Exception):
    """The PDF files could not be made; the message is for people (Spanish)."""


def make(site: Path, tell: Tell = lambda _: None) -> int:
    """Print every dossier below ``site`` beside its page, and offer it there.

    Returns how many. Raises PdfError when Chromium or pypdf is missing or Chromium fails.
    """
    program = chromium()
    pages = [page for pattern in PAGES for page in sorted(site.glob(pattern))]
    for number, page in enumerate(pages, 1):
        tell(f"Imprimiendo dossieres: {number} de {len(pages)}")
        _print_numbered(program, page)
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(PLACE, LINK), encoding="utf-8")
    return len(pages)


def chromium() -> str:
    """Path of Chromium; ``CHROMIUM`` names one. Raises PdfError when something is missing."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise PdfError(
            "Para los PDF hace falta Chromium o Chrome. Instálelo, o diga dónde está con la "
            "variable CHROMIUM. El sitio se construye igual sin --pdf."
        )
    if not find_spec("pypdf"):
        raise PdfError("Para los PDF hace falta pypdf: pip install pypdf. Sin --pdf no se usa.")
    return found


def _print_numbered(program: str, page: Path) -> None:
    """Print once to learn the page of each sheet, then again with the numbers in the contents."""
    html = page.read_text(encoding="utf-8")
    draft, target = page.with_name(DRAFT), page.with_name(FILE)
    try:
        draft.write_text(numbered(html, {}), encoding="utf-8")
        _print(program, draft, target)
        draft.write_text(numbered(html, starts(target)), encoding="utf-8")
        _print(program, draft, target)
    finally:
        draft.unlink(missing_ok=True)


def numbered(html: str, pages: Mapping[str, int]) -> str:
    """The page for the printer: on A4, and with a number after each line of the contents."""

    def line(found: re.Match[str]) -> str:
        number = pages.get(found[2])
        shown = f'<b class="num">{number}</b>' if number else '<b class="num">00</b>'
        return f"{found[1]}{found[3]}{shown}{found[4]}"

    def contents(found: re.Match[str]) -> str:
        return ENTRY.sub(line, found[0])

    a4 = r'\g<0><link rel="stylesheet" href="\g<1>assets/formacion/a4.css">'
    return SHEET.sub(a4, CONTENTS.sub(contents, html), count=1)


def starts(pdf: Path) -> dict[str, int]:
    """On which page, counted from 1, each sheet of a printed dossier starts."""
    return dict(_starts(pdf))


def _starts(pdf: Path) -> Iterator[tuple[str, int]]:
    from pypdf import PdfReader

    reader = PdfReader(pdf)
    for name, place in reader.named_destinations.items():
        number = reader.get_destination_page_number(place)
        if number is not None:
            yield name.removeprefix("/"), number + 1


def _print(program: str, page: Path, target: Path) -> None:
    with TemporaryDirectory(prefix="dossier-") as profile:
        command = [program, *ARGUMENTS, *_as_root(), f"--user-data-dir={profile}"]
        command += [f"--print-to-pdf={target}", page.resolve().as_uri()]
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as problem:
            raise PdfError(f"Chromium no pudo imprimir {page.parent}: {problem}") from problem
    if done.returncode or not target.is_file():
        words = done.stderr.decode(errors="replace").strip().splitlines()[-3:]
        raise PdfError(f"Chromium no pudo imprimir {page.parent}:\n" + "\n".join(words))


def _as_root() -> tuple[str, ...]:
    """Chromium refuses its sandbox to root, who runs most containers."""
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
