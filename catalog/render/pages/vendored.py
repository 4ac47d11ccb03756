"""Scripts of others that the site carries: name, version, licence, hash, where they are from.

Read from ``theme/vendor/versiones.json``, which ``make vendor`` writes, so that the page and the
files cannot say different things.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.render.pages.common import HOME
from catalog.render.site import Site
from catalog.render.view import Link, Page

VENDOR = Path(__file__).resolve().parents[3] / "theme" / "vendor"
LOCK = "versiones.json"
ADDRESS = "terceros/"
TITLE = "Programas de otros"
LEDE = (
    "Lo que el sitio trae escrito por otras personas, con su licencia. "
    "Nada se pide a otros servidores: cada archivo está aquí y su huella se puede comprobar."
)


@dataclass(frozen=True, slots=True)
class Script:
    """One file: ``integrity`` is its SHA-256 as the attribute of an element would give it."""

    file: str
    package: str
    version: str
    licence: str
    sha256: str
    integrity: str
    origin: str
    text: str


def pages(site: Site) -> Iterator[Page]:
    """One page, the same in both editions."""
    del site
    yield Page(
        address=ADDRESS,
        title=TITLE,
        description=LEDE,
        template="terceros.html.j2",
        section="acerca",
        crumbs=(HOME, Link(TITLE)),
        view={"lede": LEDE, "scripts": scripts()},
    )


def scripts(folder: Path = VENDOR) -> tuple[Script, ...]:
    """What the lock of a folder says of its scripts, by file. Raises OSError without a lock."""
    lock = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    return tuple(_script(folder, file, facts) for file, facts in sorted(lock.items()))


def _script(folder: Path, file: str, facts: dict[str, str]) -> Script:
    digest = base64.b64encode(bytes.fromhex(facts["sha256"])).decode()
    return Script(
        file=f"vendor/{file}",
        package=facts["package"],
        version=facts["version"],
        licence=facts["licence"],
        sha256=facts["sha256"],
        integrity=f"sha256-{digest}",
        origin=f"https://www.npmjs.com/package/{facts['package']}/v/{facts['version']}",
        text=(folder / f"{file}.LICENSE.txt").read_text(encoding="utf-8"),
    )
