"""Folders and bytes to text: which files are read, and every way in which that can fail."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.load import byte_faults
from catalog.load import file_faults as faults
from catalog.load.text import SLUG, SLUG_LENGTH, stem
from catalog.model import Finding, Spot

LARGEST = 1 << 20
RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that may be read: ``name`` with suffix, ``label`` as findings show it."""

    path: Path
    name: str
    label: str


def list_folder(base: Path, folder: str, suffix: str) -> tuple[list[Listed], list[Finding]]:
    """Files of one folder that are worth reading, by name, and what is wrong with the others.

    A missing folder is an empty one. Hidden files are passed over.
    """
    place = base / folder
    if place.is_symlink():
        return [], list(faults.link.judge(folder, faults.TOP, folder))
    try:
        with os.scandir(place) as entries:
            found = sorted((e for e in entries if e.name[0] not in ".~"), key=lambda e: e.name)
    except (FileNotFoundError, NotADirectoryError):
        return [], []
    except OSError as error:
        return [], list(byte_faults.unreadable.judge(folder, faults.TOP, reason(error)))
    listed: list[Listed] = []
    findings: list[Finding] = []
    for entry in found:
        label = printable(f"{folder}/{entry.name}")
        refused = list(refusal(entry, label, suffix))
        findings += refused
        if not refused:
            listed.append(Listed(Path(entry.path), entry.name, label))
    return listed, findings


def printable(label: str) -> str:
    """A path that can be shown and encoded, whatever bytes the file system holds."""
    return label.encode("utf-8", "replace").decode("utf-8")


def reason(error: OSError) -> str:
    """Why the system refused, in a few words."""
    if isinstance(error, PermissionError):
        return "no hay permiso"
    return (error.strerror or type(error).__name__).lower()


def refusal(entry: os.DirEntry[str], label: str, suffix: str) -> Iterator[Finding]:
    """Why a directory entry is not read at all."""
    name = printable(entry.name)
    if entry.is_symlink():
        yield from faults.link.judge(label, faults.TOP, name)
    elif not entry.is_file(follow_symlinks=False) or not name.endswith(suffix):
        yield from faults.stranger.judge(label, faults.TOP, name, suffix)


def name_findings(files: list[Listed]) -> Iterator[Finding]:
    """Names that cannot be ids, that Windows reserves or that differ only by case or accents."""
    seen: dict[str, str] = {}
    for file in files:
        id = stem(file.name)
        if id.split(".")[0].lower() in RESERVED:
            yield from faults.reserved.judge(file.label, faults.TOP, id)
        if not SLUG.fullmatch(id) or len(id) > SLUG_LENGTH:
            yield from faults.name.judge(file.label, faults.TOP, printable(id), slugify(id))
        folded = unicodedata.normalize("NFKD", id).casefold()
        if other := seen.get(folded):
            yield from faults.clash.judge(file.label, faults.TOP, printable(file.name), other)
        seen[folded] = printable(file.name)


def slugify(text: str) -> str:
    """The nearest valid id: ASCII, lower case, hyphens, at most 60 characters."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = "".join(c if c.isalnum() else " " for c in ascii_text).split()
    return "-".join(words)[:SLUG_LENGTH].rstrip("-")


def read_text(file: Listed) -> tuple[str | None, list[Finding]]:
    """The text of a file with LF line ends and without BOM, or why there is none."""
    data, findings = read_bytes(file)
    return (None, findings) if data is None else decode(file.label, data)


def read_bytes(file: Listed) -> tuple[bytes | None, list[Finding]]:
    """The bytes of a regular file of a reasonable size, or why there are none."""
    try:
        status = file.path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return None, list(faults.link.judge(file.label, faults.TOP, file.name))
        if status.st_size > LARGEST:
            return None, list(
                byte_faults.too_big.judge(file.label, faults.TOP, status.st_size, LARGEST)
            )
        with file.path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        return None, list(byte_faults.unreadable.judge(file.label, faults.TOP, reason(error)))
    return data, []


def decode(label: str, data: bytes) -> tuple[str | None, list[Finding]]:
    """Bytes as text with LF line ends and without BOM, or the finding that says why not."""
    if b"\0" in data:
        return None, list(byte_faults.binary.judge(label, faults.TOP))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The offset is counted in the bytes without BOM.
        body = data.removeprefix(b"\xef\xbb\xbf")
        spot = byte_spot(body, error.start)
        return None, list(byte_faults.not_utf8.judge(label, spot, body[error.start]))
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def byte_spot(data: bytes, offset: int) -> Spot:
    """Line and column of a byte, counting characters as far as they can be read."""
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    start = before.rfind(b"\n") + 1
    column = len(before[start:].decode("utf-8", "replace")) + 1
    return Spot(before.count(b"\n") + 1, column, column + 1)
