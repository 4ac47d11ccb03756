"""Floor 2: a catalog to start from, for another organization with its own content.

Everything comes from the project itself (settings, vocabularies, method page) and from ``tree/``,
which holds one example of each kind; nothing is kept twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from catalog.settings import CONFIG

TREE = Path(__file__).parent / "tree"
RENAMED = {"gitignore": ".gitignore"}
BORROWED = ("vocab", "docs/metodologia.md", "LICENSE-CONTENT.md", ".vscode/settings.json")
"""Files and folders of the project that the new catalog owns from now on."""
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
KEYS = {
    "site_name": "name",
    "site_url": "address",
    "  repository": "repository",
    "  languages": "languages",
}
"""Settings of mkdocs.yml that belong to each catalog, by the answer that fills them."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is different from one catalog to the next."""

    name: str
    address: str = "https://catalogo.example/"
    repository: str = ""
    colour: str = "#0f3640"
    languages: tuple[str, ...] = ("es", "en", "pt")


def starter(project: Path, answers: Answers) -> dict[str, str]:
    """Texts of the new catalog by path."""
    files = {
        RENAMED.get(path.name, path.relative_to(TREE).as_posix()): filled(path, answers)
        for path in sorted(TREE.rglob("*"))
        if path.is_file()
    }
    for name in BORROWED:
        place = project / name
        for path in [place] if place.is_file() else sorted(place.rglob("*.yml")):
            files[path.relative_to(project).as_posix()] = path.read_text(encoding="utf-8")
    settings = (project / CONFIG).read_text(encoding="utf-8")
    return {**files, CONFIG: configured(settings, answers)}


def filled(path: Path, answers: Answers) -> str:
    """A file of the tree with the name and the colour in it."""
    text = path.read_text(encoding="utf-8")
    return text.replace("{{name}}", answers.name).replace("{{color}}", answers.colour)


def configured(settings: str, answers: Answers) -> str:
    """The project's mkdocs.yml with the answers in place and its comments kept."""
    values = {
        "name": quoted(answers.name),
        "address": quoted(answers.address),
        "repository": quoted(answers.repository),
        "languages": f"[{', '.join(answers.languages)}]",
    }
    for key, answer in KEYS.items():
        line = re.compile(rf"^{key}:.*$", re.MULTILINE)
        made = f"{key}: {values[answer]}"
        settings, found = line.subn(made.replace("\\", r"\\"), settings, count=1)
        if not found:
            raise ValueError(f"{CONFIG} has no line for {key.strip()}")
    described = re.compile(r"^site_description: >-\n(?: +.*\n)+", re.MULTILINE)
    settings = described.sub(f"site_description: {quoted(answers.name)}\n", settings, count=1)
    return settings.replace("\nplugins:", "\nextra_css:\n  - assets/colores.css\n\nplugins:", 1)


def quoted(text: str) -> str:
    """A YAML scalar on one line."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"
