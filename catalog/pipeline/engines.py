"""The engines that wrap the generated tree: MkDocs, ProperDocs, Zensical.

Each runs as its own process on a small configuration that inherits the catalog's, so that all three
are driven alike and none of them leaves state behind in ours.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from catalog.report import fault_in_output

ENGINES = ("mkdocs", "properdocs", "zensical")
INSIDE, CACHE = ".sitio-nuevo", ".cache"
"""What Zensical writes below the build folder while it runs."""


class EngineError(Exception):
    """The engine is missing or failed; the message is for people (Spanish)."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: configuration to inherit, tree in, site out."""

    config: Path
    docs: Path
    site: Path
    theme: Path
    build: Path
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys of the edition for the theme."""


def write_config(order: Order) -> Path:
    """Write the configuration of this build below ``build/`` and return it."""
    settings = {
        "INHERIT": str(order.config),
        "docs_dir": str(order.docs),
        "site_dir": str(order.site),
        "theme": {"name": "material", "custom_dir": str(order.theme)},
        "extra": dict(order.extra),
    }
    target = order.build / "motor.yml"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return target


def run(engine: str, order: Order) -> None:
    """Build the site. Raises EngineError with the engine's last words when it fails."""
    if engine == "zensical":
        _run_zensical(order)
    else:
        _call(engine, write_config(order), "--quiet")


def _run_zensical(order: Order) -> None:
    """Build below ``order.build`` and move the site out.

    Zensical takes only folders below that of its configuration, the tree only as a relative path,
    and no ``--quiet``. Its cache is not kept: it would have to be trusted across versions.
    """
    inside = order.build / INSIDE
    near = replace(order, docs=order.docs.relative_to(order.build), site=inside)
    try:
        _call("zensical", write_config(near), "--clean")
        shutil.rmtree(order.site, ignore_errors=True)
        shutil.move(inside, order.site)
    finally:
        shutil.rmtree(inside, ignore_errors=True)
        shutil.rmtree(order.build / CACHE, ignore_errors=True)


def _call(engine: str, config: Path, option: str) -> None:
    command = [sys.executable, "-m", engine, "build", "-f", str(config), option]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        words = (done.stderr or done.stdout).strip().splitlines()[-5:]
        raise EngineError(_explain(engine, words, done.returncode))


def _explain(engine: str, words: list[str], code: int) -> str:
    if any("No module named" in word for word in words):
        return f"El motor «{engine}» no está instalado: pip install {engine}"
    if fault := fault_in_output(words):
        words.insert(0, fault)
    if code < 0:
        words.insert(0, f"Lo detuvo el sistema (señal {-code}); quizá falte memoria.")
    return f"El motor «{engine}» no pudo construir el sitio:\n" + "\n".join(words)
