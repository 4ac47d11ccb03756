"""The Nu HTML checker on every kind of page of the built site: ``make validate``.

Needs ``java`` (11 or newer) and ``npm``, and only for this: the checker is fetched once into
``build/herramientas``. Prints what it says of each page, with the line; ends with 1 if it said
anything that :data:`ALLOWED` does not name.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.kinds import kinds
from tools.npm import PROJECT, package

SITE = PROJECT / "build" / "site"
VERSION = "26.9.27"
QUOTED = re.compile("“[^”]*”")
ALLOWED = {
    "Attribute “…” is only allowed when the input type is “…”, “…”, “…”, “…”, “…”, “…”, “…”, “…”, "
    "“…”, “…”, “…”, “…”, “…”, “…”, or “…”.": (
        "Material's base template gives its two unused check boxes an autocomplete; they are "
        "outside every block that a theme may replace"
    ),
    "Resource violates Content Security Policy (meta tag): external script “…” blocked by “…” "
    "directive.": "read from disk a page has no origin, so 'self' matches nothing",
    "Resource violates Content Security Policy (meta tag): external stylesheet “…” blocked by “…” "
    "directive.": "read from disk a page has no origin, so 'self' matches nothing",
    "Inline script violates Content Security Policy (meta tag): blocked by “…” directive (missing "
    "“…” or nonce/hash).": "JSON-LD is a block of data: browsers neither run nor block it",
}
"""What may be said, with the reason. Words in quotation marks are left out of the comparison."""


def judge(files: Iterable[Path]) -> list[dict[str, object]]:
    """What the checker says of the files: ``type``, ``url``, ``lastLine``, ``message``, ...

    Raises RuntimeError when java or npm are missing or the checker itself fails.
    """
    java = shutil.which("java")
    if java is None:
        raise RuntimeError("java is needed (11 or newer)")
    jar = package("vnu-jar", VERSION) / "build" / "dist" / "vnu.jar"
    command = [java, "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr.strip())
    found: list[dict[str, object]] = json.loads(done.stdout)["messages"]
    return found


def ours(said: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    """Without what is allowed."""
    for message in said:
        if QUOTED.sub("“…”", str(message["message"])) not in ALLOWED:
            yield message


def main() -> int:
    """Judge the built site; 1 if something is wrong, 2 if it cannot be judged."""
    if not (SITE / "index.html").is_file():
        print("Nothing built: run make site first.")
        return 2
    pages = [SITE / (path.lstrip("/") + _index(path)) for path in kinds(SITE).values()]
    try:
        said = judge(pages)
    except RuntimeError as problem:
        print(f"Not validated: {problem}.")
        return 2
    wrong = list(ours(said))
    for message in wrong:
        where = str(message.get("url", "")).partition("/build/site/")[2]
        print(f"{where}:{message.get('lastLine', 0)}: {message['message']}")
    print(f"{len(pages)} pages, {len(wrong)} faults; {len(said) - len(wrong)} messages allowed.")
    return 1 if wrong else 0


def _index(path: str) -> str:
    return "index.html" if path.endswith("/") else ""


if __name__ == "__main__":
    sys.exit(main())
