"""One build at a time in a folder.

The lock is the operating system's (``filelock``), so that of a killed program is free at once, with
nothing to clean up. Who holds it stands in a file beside it, only to be told to whoever waits.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

LOCK = ".candado"
HOLDER = ".candado.json"


class BusyError(Exception):
    """Another program builds here and did not end in time; the message is for people (Spanish)."""


@contextmanager
def only_one(
    folder: Path, patience: float, tell: Callable[[str], None] = lambda _: None
) -> Iterator[None]:
    """Hold ``folder`` while the block runs; wait for another holder at most ``patience`` seconds.

    ``tell`` gets a line on who is waited for. Raises BusyError when the other one does not end, and
    OSError from the disk.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        tell(f"Esperando a {_holder(folder)}")
        try:
            lock.acquire(timeout=patience)
        except Timeout:
            raise BusyError(_busy(folder, patience)) from None
    try:
        _sign(folder)
        yield
    finally:
        (folder / HOLDER).unlink(missing_ok=True)
        lock.release()


def _sign(folder: Path) -> None:
    holder = {"pid": os.getpid(), "since": datetime.now().astimezone().isoformat("T", "seconds")}
    temporary = folder / f"{HOLDER}.tmp"
    temporary.write_text(json.dumps(holder), encoding="utf-8")
    temporary.replace(folder / HOLDER)


def _holder(folder: Path) -> str:
    """«el proceso 4321, que construye aquí desde las 10:15:02 del 21-11-2026»."""
    try:
        holder = json.loads((folder / HOLDER).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(holder["since"])
        pid = int(holder["pid"])
    except (OSError, ValueError, KeyError, TypeError):
        return "otro proceso, que construye aquí"
    return f"el proceso {pid}, que construye aquí desde las {since:%H:%M:%S} del {since:%d-%m-%Y}"


def _busy(folder: Path, patience: float) -> str:
    return (
        f"La carpeta «{folder}» está ocupada por {_holder(folder)}. "
        f"Se esperó {patience:.0f} s. Deje que termine, o deténgalo, y vuelva a construir."
    )
