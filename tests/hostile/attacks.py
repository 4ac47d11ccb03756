"""The corpus of attacks: read from ``corpus/``, laid over a sound entry, written to a disk."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath

import yaml

from tests.rules.support import MINI, PROJECT, default_of, merged, mini

CORPUS = Path(__file__).parent / "corpus"
CRASHES = Path(__file__).parent / "crashes"
MARK = "MUCHO"
MODELS = {
    "cases/": "cases/co-caso.md",
    "sources/": "sources/fuente-dos.yml",
    "collections/": "collections/ruta-del-agua.md",
}


@dataclass(frozen=True)
class Attack:
    """One line of the corpus. ``expect``: code of a rule; ``accepted``: why there is none."""

    name: str
    family: str = ""
    expect: str = ""
    accepted: str = ""
    path: str = ""
    beside: str = ""
    fields: str = ""
    body: str = ""
    raw: str | None = None
    bytes: str | None = None
    append: str = ""
    many: list = field(default_factory=list)
    symlink: str = ""
    hardlink: str = ""
    folder: str = ""
    fifo: bool = False

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> str:
        return self.grown(self.path)

    def grown(self, text: str) -> str:
        """The text with what is repeated in its place."""
        return text.replace(MARK, self.many[0] * self.many[1]) if self.many else text

    @property
    def content(self) -> bytes:
        if self.bytes is not None:
            return self.bytes.encode("latin-1")
        if self.raw is not None:
            return self.grown(self.raw).encode()
        if self.append:
            return ((PROJECT / self.path).read_text(encoding="utf-8") + self.append).encode()
        return self.entry().encode()

    def entry(self) -> str:
        folder = f"{PurePosixPath(self.path).parts[0]}/"
        old = mini()[MODELS.get(folder) or default_of(folder.rstrip("/"))]
        if folder in ("sources/", "organizations/"):
            return merged(old, self.grown(self.fields)) if self.fields else old
        _, front, body = old.split("---\n", 2)
        front = merged(front, self.grown(self.fields)) if self.fields else front
        body = f"\n{self.grown(self.body)}\n" if self.body else body
        return f"---\n{front}---\n{body}"

    def write(self, root: Path) -> None:
        """Put the attack into a tree, with whatever the file system is asked to do."""
        if self.folder:
            shutil.rmtree(root / self.folder, ignore_errors=True)
            (root / self.folder).symlink_to(self.symlink)
            return
        for place in filter(None, (self.place, self.beside)):
            self.put(Path(os.fsdecode(os.fsencode(root / place))))

    def put(self, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        if self.symlink:
            target.symlink_to(self.symlink)
        elif self.hardlink:
            secret = target.parent.parent / self.hardlink
            secret.write_bytes(self.content)
            os.link(secret, target)
        elif self.fifo:
            os.mkfifo(target)
        else:
            target.write_bytes(self.content)


def new_path(folder: str, name: str) -> str:
    """Where an attack without a path of its own goes."""
    kind = folder.rstrip("/")
    suffix = ".yml" if kind in ("sources", "organizations") else ".md"
    return f"{kind}/{'co-' if kind == 'cases' else ''}ataque-{name}{suffix}"


def read(path: Path) -> list[Attack]:
    found = []
    for item in yaml.safe_load(path.read_text(encoding="utf-8")):
        place = item.pop("in", "cases/")
        if place.endswith("/"):
            item.setdefault("path", new_path(place, item["name"]))
        else:
            item["path"] = place
        found.append(Attack(family=path.stem, **item))
    return found


@cache
def attacks() -> tuple[Attack, ...]:
    """Every attack of the corpus, and every crash that fuzzing has found."""
    return tuple(attack for path in sorted(CORPUS.glob("*.yml")) for attack in read(path))


def tree(root: Path) -> None:
    """A small sound catalog to lay attacks over."""
    shutil.copytree(MINI, root, dirs_exist_ok=True)
