"""A small server for the browser tools and tests: one folder on a free port of this machine.

It does what a web host does with a static site: packs text for those who accept it, and answers
an address that does not exist with the page made for that.
"""

from __future__ import annotations

import gzip
import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO

PACKED = ("text/", "application/json", "application/javascript", "image/svg", "application/xml")


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 - as the standard library declares it
        **SimpleHTTPRequestHandler.extensions_map,
        ".webmanifest": "application/manifest+json",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_head(self) -> IO[bytes] | None:  # type: ignore[override]
        """Text goes packed; everything else as the standard library sends it."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        if not file.exists():
            return self._missing()
        kind = self.guess_type(str(file))
        packs = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (packs and file.is_file() and kind.startswith(PACKED)):
            return super().send_head()
        return self._send(HTTPStatus.OK, kind, _packed(file, file.stat().st_mtime_ns), "gzip")

    def _missing(self) -> IO[bytes]:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if page.is_file() else b""
        return self._send(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", body)

    def _send(self, status: int, kind: str, body: bytes, encoding: str = "") -> IO[bytes]:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        return io.BytesIO(body)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no fault; others are told."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@lru_cache(maxsize=256)
def _packed(file: Path, changed: int) -> bytes:  # noqa: ARG001 - a changed file is packed anew
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of ``folder`` while the block runs."""
    handler = partial(_Host, directory=str(folder))
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
