"""A small server of static files that tells the open pages when to load again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from catalog.pipeline import EngineError

SCRIPT_PATH = "/__recargar.js"
POLL_PATH = "/__version"
POLL_SECONDS = 20
SCRIPT = f"""(function poll(version) {{
  fetch("{POLL_PATH}?v=" + version).then(function (answer) {{ return answer.text(); }})
    .then(function (now) {{
      if (version && now !== version) location.reload(); else poll(now);
    }}).catch(function () {{ setTimeout(poll, 1000, version); }});
}})("");
"""
TAG = f'<script src="{SCRIPT_PATH}" defer></script></head>'.encode()


def nothing(path: str) -> bytes | None:
    """No page is newer than the folder."""


class ReloadingServer(ThreadingHTTPServer):
    """Serves ``folder`` on ``host:port``; ``reload`` makes the open pages load again.

    ``live`` makes the pages that are newer than the folder: a path in the site to its content, or
    ``None`` for what the folder has.
    """

    daemon_threads = True

    def __init__(self, folder: Path, host: str, port: int) -> None:
        self.version = 1
        self.live: Callable[[str], bytes | None] = nothing
        self.changed = threading.Condition()
        super().__init__((host, port), partial(_Handler, directory=str(folder)))

    @property
    def address(self) -> str:
        """Where to point the browser."""
        return f"http://{self.server_address[0]!s}:{self.server_address[1]}/"

    def reload(self) -> None:
        """Tell every open page that there is a new version."""
        with self.changed:
            self.version += 1
            self.changed.notify_all()


class _Handler(SimpleHTTPRequestHandler):
    server: ReloadingServer

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == SCRIPT_PATH:
            self._answer(SCRIPT.encode(), "text/javascript")
        elif path == POLL_PATH:
            self._answer(self._next_version(query).encode(), "text/plain")
        elif path.endswith("/"):
            self._page(Path(self.translate_path(path)) / "index.html")
        else:
            super().do_GET()

    def _next_version(self, query: str) -> str:
        seen = query.removeprefix("v=")
        with self.server.changed:
            if seen == str(self.server.version):
                self.server.changed.wait(POLL_SECONDS)
            return str(self.server.version)

    def _page(self, file: Path) -> None:
        path = file.relative_to(str(self.directory)).as_posix()
        try:
            content = self.server.live(path) or (file.read_bytes() if file.is_file() else None)
        except EngineError as problem:
            words = str(problem).encode()
            self._answer(words, "text/plain; charset=utf-8", HTTPStatus.INTERNAL_SERVER_ERROR)
            return
        if content is not None:
            self._answer(content.replace(b"</head>", TAG, 1), "text/html; charset=utf-8")
            return
        missing = Path(str(self.directory)) / "404.html"
        page = missing.read_bytes() if missing.is_file() else b"404"
        self._answer(page, "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)

    def _answer(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet: the terminal belongs to findings."""
