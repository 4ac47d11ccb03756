"""While someone writes: a saved change is on its page at once, and on the whole site soon after."""

import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from catalog.options import Options
from catalog.pipeline import build, look
from catalog.stages import Stages
from tests.faults.house import rewritten
from tests.vocabulary import PROJECT

MINI = PROJECT / "tests/golden/mini"
CASE = "cases/bo-curtiembre-ejemplo.md"
PAGE = "casos/bo-curtiembre-ejemplo/index.html"
SECONDS = 60
"""Patience, on a machine that does other things as well; nothing here is timed."""


@pytest.fixture
def root(tmp_path):
    shutil.copytree(MINI, tmp_path / "catálogo", ignore=shutil.ignore_patterns("build"))
    return tmp_path / "catálogo"


def test_a_page_made_alone_is_that_of_a_build(root):
    options = Options(root=root, project=PROJECT)
    site = build(options).site
    live, findings = look(options, Stages())
    assert findings == ()
    built = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("index.html")}
    alone = {path: live.page(path) for path in built}
    others = {path for path, content in alone.items() if content is None}
    by_hand = {file.relative_to(PROJECT / "docs") for file in (PROJECT / "docs").rglob("*.md")}
    pages = {file.parent if file.stem == "index" else file.with_suffix("") for file in by_hand}
    known = {"datos/index.html", *((page / "index.html").as_posix() for page in pages)}
    assert {path for path in others if not path.startswith("incrustar/")} == known
    assert {path for path in built if alone[path] not in (None, built[path])} == set()


def test_whatever_is_not_a_page_comes_from_the_folder(root):
    live, _ = look(Options(root=root, project=PROJECT), Stages())
    for path in ("casos/no-hay/index.html", "datos/v1/catalog.json", "assets/catalogo.css", ""):
        assert live.page(path) is None


@pytest.fixture
def published(root):
    """The addresses of the small catalog are promises already."""
    (root / "permalinks.txt").touch()
    assert build(Options(root=root, project=PROJECT)).recorded


@contextmanager
def interruptible():
    """A run started in the background ignores Ctrl+C, and whatever it starts would do so too."""
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)


@pytest.fixture
def served(root):
    """The address of a server of the small catalog, whose output goes to a file beside it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(PROJECT / "build_catalog.py"), "serve"]
    with interruptible(), (root.parent / "salida.txt").open("w") as said:
        process = subprocess.Popen(
            [*command, "--root", str(root), "--port", str(port)], stdout=said, stderr=said
        )
        address = f"http://127.0.0.1:{port}/"
        try:
            until(lambda: "Curtiembre" in fetched(address + "casos/bo-curtiembre-ejemplo/"))
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(SECONDS) == 0


def fetched(address):
    try:
        with urlopen(address) as answer:
            return answer.read().decode()
    except (URLError, ConnectionError):
        return ""


def until(holds):
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.05)


def test_a_saved_change_is_on_every_page_and_then_in_the_site(root, served):
    case = served + "casos/bo-curtiembre-ejemplo/"
    site = root / "build/site"
    rewritten(root / CASE, "mínima", "ínfima")
    until(lambda: "ínfima" in fetched(case))
    assert "ínfima" in fetched(served + "paises/bolivia/"), "lists are as new as the page"
    until(lambda: "ínfima" in (site / PAGE).read_text(encoding="utf-8"))


def test_a_mistake_leaves_what_was_there_until_it_is_mended(root, served):
    case = served + "casos/bo-curtiembre-ejemplo/"
    said = root.parent / "salida.txt"
    rewritten(root / CASE, "sector:", "sektor:")
    until(
        lambda: "Se sigue mostrando" in said.read_text() or "se sigue mostrando" in said.read_text()
    )
    assert "sektor" in said.read_text()
    assert "mínima" in fetched(case)
    rewritten(root / CASE, "sektor:", "sector:")
    rewritten(root / CASE, "mínima", "ínfima")
    until(lambda: "ínfima" in fetched(case))


@pytest.mark.usefixtures("published")
def test_what_only_a_whole_build_sees_is_told_as_well(root, served):
    said = root.parent / "salida.txt"
    (root / "cases/py-granja-ejemplo.md").unlink()
    until(lambda: "se sigue mostrando el sitio anterior" in said.read_text())
    assert "py-granja-ejemplo" in said.read_text()
    until(lambda: "dejó de funcionar" in fetched(served + "casos/py-granja-ejemplo/"))
