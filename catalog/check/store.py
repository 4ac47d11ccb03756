"""Verdicts kept on the disk between runs, below ``build/cache``. Deletable at any time.

Whatever is not exactly what this program wrote for this user counts as absent: each file begins
with a seal that only who knows the user's key can make, so that nobody can slip a verdict into a
tree that others check. What is inside is JSON, which can run nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from catalog.check.judge import Verdict
from catalog.model import Kind, Spot
from catalog.plain import compact
from catalog.rules.facts import Facts, Mention

VERDICTS = "verdicts.json"
ENTRIES = "entries.json"
KEY_FOLDER = "catalogo-pml"
KEY_FILE = "cache.key"
KEY_LENGTH = 32


class Store:
    """The files of one folder, for one fingerprint."""

    def __init__(self, folder: Path, fingerprint: str, key: bytes) -> None:
        self.folder = folder
        self.fingerprint = fingerprint
        self.key = key

    def verdicts(self) -> dict[str, Verdict]:
        """What was stored last, by label; nothing when it is not to be trusted."""
        return dict(unpacked(json.loads(line)) for line in self.lines(VERDICTS))

    def entries(self, verdicts: Mapping[str, Verdict]) -> None:
        """Give the verdicts the stored data of their entries, where there are any."""
        for line in self.lines(ENTRIES):
            head, _, data = line.partition("\t")  # JSON has no tabs, whatever a file is called
            label, made_of = json.loads(head)
            verdict = verdicts.get(label)
            if verdict is not None and verdict.digest == made_of and verdict.entry is None:
                verdict.data = data

    def save_verdicts(self, verdicts: Mapping[str, Verdict]) -> None:
        """Store the verdicts without findings in place of what was there."""
        clean = ((label, v) for label, v in verdicts.items() if storable(v))
        self.write(VERDICTS, (compact(packed(label, verdict)) for label, verdict in clean))

    def save_entries(self, entries: Iterable[tuple[str, str, str]]) -> None:
        """Store label, digest and data of entries in place of what was there."""
        self.write(ENTRIES, (f"{compact(made)}\t{data}" for *made, data in entries))

    def lines(self, name: str) -> list[str]:
        """The lines of a stored file, or none."""
        try:
            if self.astray():
                return []
            data = (self.folder / name).read_bytes()
            seal, _, rest = data.partition(b"\n")
            if not hmac.compare_digest(seal, self.seal(name, rest)):
                return []
            return rest.decode("utf-8", "surrogatepass").split("\n") if rest else []
        except (OSError, ValueError):
            return []

    def write(self, name: str, lines: Iterable[str]) -> None:
        """Replace a stored file; a disk that does not take it is no fault of the catalog."""
        rest = "\n".join(lines).encode("utf-8", "surrogatepass")
        aside = self.folder / f".{name}.{os.getpid()}"
        try:
            if self.astray():
                return
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            aside.write_bytes(self.seal(name, rest) + b"\n" + rest)
            aside.replace(self.folder / name)
        except OSError:
            aside.unlink(missing_ok=True)

    def astray(self) -> bool:
        """True when a link would lead reading or writing out of the tree."""
        return self.folder.is_symlink() or self.folder.parent.is_symlink()

    def seal(self, name: str, data: bytes) -> bytes:
        """What only the holder of the key can put before these bytes."""
        made = hmac.new(self.key, f"{name} {self.fingerprint}\n".encode(), hashlib.sha256)
        made.update(data)
        return made.hexdigest().encode()


def user_key() -> bytes | None:
    """The key of this user on this machine, made when missing; ``None`` where none can be kept."""
    path = Path(click.get_app_dir(KEY_FOLDER, roaming=False)) / KEY_FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(handle, "wb") as stream:
                stream.write(secrets.token_bytes(KEY_LENGTH))
        key = path.read_bytes()
    except OSError:
        return None
    return key if len(key) == KEY_LENGTH else None


def storable(verdict: Verdict) -> bool:
    """True for a sound file about which there is nothing to say."""
    return bool(verdict.digest) and verdict.facts is not None and not verdict.findings


def packed(label: str, verdict: Verdict) -> list[object]:
    """A verdict without findings as JSON types."""
    facts = verdict.facts
    assert facts is not None
    return [
        *(label, verdict.digest, verdict.found, verdict.missed),
        *(facts.kind.value, facts.id, facts.title, facts.former, facts.above),
    ]


def unpacked(said: Any) -> tuple[str, Verdict]:  # noqa: ANN401 - what JSON holds
    """Label and verdict out of :func:`packed`."""
    label, made_of, found, missed, kind, id, title, former, above = said
    facts = Facts(
        Kind(kind),
        id,
        label,
        mention(title) if title else None,
        tuple(map(mention, former)),
        {key: tuple(map(mention, items)) for key, items in above.items()},
    )
    return label, Verdict(made_of, (), facts, tuple(found), tuple(missed))


def mention(said: Any) -> Mention:  # noqa: ANN401 - what JSON holds
    """A word and its place."""
    text, spot = said
    return Mention(text, Spot(*spot))
