"""Notice that a file of the catalog was saved."""

from __future__ import annotations

import threading
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

QUIET_SECONDS = 0.15
"""Editors save in several steps; a change counts once the disk has been quiet for so long."""
READING = frozenset({"opened", "closed_no_write"})
IGNORED = frozenset({"build", ".git", ".venv", "__pycache__"})


class Changes(FileSystemEventHandler):
    """A flag that goes up when something below the watched folders changes."""

    def __init__(self, root: Path, folders: list[Path]) -> None:
        self._root = root
        self._changed = threading.Event()
        self._observer = Observer()
        for folder in folders:
            if folder.exists():
                self._observer.schedule(self, str(folder), recursive=folder != root)
        self._observer.daemon = True
        self._observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Raise the flag, unless a file was only read or is one of the program's own."""
        path = Path(str(event.src_path))
        own = path.is_relative_to(self._root) and IGNORED & set(path.relative_to(self._root).parts)
        if event.event_type not in READING and not own and not path.name.startswith("."):
            self._changed.set()

    @property
    def pending(self) -> bool:
        """True when something changed since the last wait."""
        return self._changed.is_set()

    def wait(self) -> None:
        """Return when something changed and the disk is quiet again."""
        self._changed.wait()
        while self._changed.is_set():
            self._changed.clear()
            self._changed.wait(QUIET_SECONDS)

    def stop(self) -> None:
        """Stop watching."""
        self._observer.stop()
