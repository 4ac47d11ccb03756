import shutil
from pathlib import Path

import pytest

from catalog.options import Options
from catalog.pipeline import build
from tests.vocabulary import PROJECT
from tools.web import serve

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def root(tmp_path_factory):
    """The small catalog of examples with one route."""
    root = tmp_path_factory.mktemp("rutas con ñ") / "catálogo"
    for name in ("cases", "practices", "organizations", "sources"):
        shutil.copytree(PROJECT / "tests" / "golden" / "mini" / name, root / name)
    (root / "collections").mkdir()
    shutil.copy(HERE / "ruta-de-ejemplo.md", root / "collections")
    return root


@pytest.fixture(scope="session")
def built(root):
    report = build(Options(root=root, project=PROJECT))
    assert not report.failed, report.findings[:5]
    return report


@pytest.fixture(scope="session")
def read(built):
    return lambda path: (built.site / path / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def address(built):
    with serve(built.site) as base:
        yield f"{base}/"


@pytest.fixture(scope="session")
def chromium(browser):
    return browser


@pytest.fixture
def page(chromium):
    """A fresh device: no storage of earlier tests. Any error of a script fails the test."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    trouble = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on(
        "console",
        lambda message: trouble.append(message.text) if message.type == "error" else None,
    )
    yield page
    context.close()
    assert trouble == []
