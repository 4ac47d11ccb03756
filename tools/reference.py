"""What others take for the same cases, to be measured beside ours.

``python -m tools.reference yaml ROOT`` parses the front matter of every case with the fastest
loader of PyYAML and nothing else; ``mkdocs ROOT`` and ``hugo ROOT`` make a page of each case in
``ROOT/referencia``: MkDocs with Material and its search, Hugo with a theme of two templates.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import yaml

FOLDER = "referencia"
MKDOCS = {
    "site_name": "Referencia",
    "docs_dir": "docs",
    "site_dir": "site",
    "theme": {"name": "material", "language": "es"},
    "plugins": [{"search": {"lang": "es"}}],
    "nav": [{"Inicio": "index.md"}],
}
HUGO = 'baseURL = "https://ejemplo.invalid/"\ntitle = "Referencia"\n'
SINGLE = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
LIST = (
    "<!doctype html><title>{{ .Title }}</title><ul>{{ range .Pages }}<li>{{ .Title }}{{ end }}</ul>"
)


def parse(root: Path) -> None:
    """Every front matter as Python data."""
    for file in sorted((root / "cases").glob("*.md")):
        front = file.read_text(encoding="utf-8").split("\n---\n", 1)[0]
        yaml.load(front.removeprefix("---\n"), Loader=yaml.CSafeLoader)


def mkdocs(root: Path) -> None:
    """A site by MkDocs, from nothing. Raises CalledProcessError."""
    home = _anew(root / FOLDER, "docs/cases", root)
    (home / "docs/index.md").write_text("# Inicio\n", encoding="utf-8")
    (home / "mkdocs.yml").write_text(yaml.safe_dump(MKDOCS), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(home / "mkdocs.yml")]
    subprocess.run(command, check=True)


def hugo(root: Path) -> None:
    """A site by Hugo, from nothing. Raises CalledProcessError."""
    home = _anew(root / FOLDER, "content/cases", root)
    (home / "layouts/_default").mkdir(parents=True)
    for name, text in (("single", SINGLE), ("list", LIST)):
        (home / f"layouts/_default/{name}.html").write_text(text, encoding="utf-8")
    (home / "hugo.toml").write_text(HUGO, encoding="utf-8")
    subprocess.run(["hugo", "--quiet", "--source", str(home)], check=True)


def _anew(home: Path, inside: str, root: Path) -> Path:
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(root / "cases", home / inside)
    return home


if __name__ == "__main__":
    {"yaml": parse, "mkdocs": mkdocs, "hugo": hugo}[sys.argv[1]](Path(sys.argv[2]))
