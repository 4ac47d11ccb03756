"""What the program prints about the wrong example of each rule."""

from __future__ import annotations

import re
from pathlib import Path

from catalog.load.file_faults import TOP
from catalog.report import RULES
from catalog.report.text import shown
from catalog.rules.permanence import Leading, Listed, Lost, Remedy
from tests.rules.support import run, with_example

HERE = Path(__file__).parent
WHOLE = {"PML-F01", "PML-F02", "PML-F13", "PML-Y05", "PML-Y08"}
"""Rules whose examples are whole files."""
LINE = Listed(1, "/casos/co-curtiembre/")
CALLS = {
    # Rules about files and about the site, with what the reader or the build gives them.
    "PML-F03": (TOP, 0xF3),
    "PML-F04": (TOP, "CO_Curtiembre Chocontá", "co-curtiembre-choconta"),
    "PML-F05": (TOP, "CO-curtiembre.md", "co-curtiembre.md"),
    "PML-F06": (TOP, 50_000_000, 1 << 20),
    "PML-F07": (TOP, "co-curtiembre.md"),
    "PML-F08": (TOP, "co-curtiembre.docx", ".md"),
    "PML-F09": (TOP, "con"),
    "PML-F10": (TOP, "cases/"),
    "PML-F11": (TOP,),
    "PML-F12": (TOP, "no hay permiso"),
    "PML-P10": ([Lost(LINE, Remedy("", ""))],),
    "PML-P11": ([Listed(1, "casos/CO Curtiembre")],),
    "PML-P12": ([Leading("cases/co-curtiembre.md", "/casos/otra/", "/casos/co-curtiembre/")], ()),
    "PML-P13": (["permalinks.txt no se puede leer como texto UTF-8."],),
}
EDGE = re.compile(r"^>>>.*\n", re.MULTILINE)


def printed(code: str) -> list[str]:
    """The messages about the wrong example of a rule, as the terminal shows them, on one line."""
    if code in CALLS:
        found = [fault.message for fault in RULES[code].function(*CALLS[code])]
    else:
        path, files = with_example(example(code), code in WHOLE)
        found = [f.message for f in run(files)[1] if f.rule == code and f.file == path]
    return [" ".join(shown(message).split()) for message in found]


def example(code: str) -> str:
    """The wrong example: of the docstring, or of a file where the docstring only describes it."""
    files = sorted((HERE / code).glob("bad-*")) if code in ("PML-T04", "PML-T07", "PML-B09") else []
    if files:
        return EDGE.sub("", files[0].read_text(encoding="utf-8")).strip("\n")
    return RULES[code].explanation.bad
