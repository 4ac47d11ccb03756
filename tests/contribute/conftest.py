import shutil

import pytest

from catalog.options import Options
from catalog.pipeline import build
from tests.contribute.person import Person
from tests.vocabulary import PROJECT
from tools.web import serve

MINI = PROJECT / "tests" / "golden" / "mini"
KINDS = ("cases", "practices", "organizations", "sources")
REPOSITORY = "https://github.com/ejemplo/catalogo"
EMAIL = "aportes@catalogo.example"
SIZES = {"telefono": (360, 740), "escritorio": (1280, 800)}


@pytest.fixture(scope="session")
def catalog_root(tmp_path_factory):
    """A small catalog with an address for letters and a repository."""
    root = tmp_path_factory.mktemp("aportar") / "catálogo"
    for kind in KINDS:
        shutil.copytree(MINI / kind, root / kind)
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    lines = [row for row in text.split("\n") if "contact_email:" not in row]
    at = next(i for i, row in enumerate(lines) if row.startswith("  repository:"))
    lines[at] = f"  repository: '{REPOSITORY}'\n  contact_email: '{EMAIL}'"
    (root / "mkdocs.yml").write_text("\n".join(lines), encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def built(catalog_root):
    report = build(Options(root=catalog_root, project=PROJECT))
    assert not report.failed, report.findings[:5]
    return report


@pytest.fixture(scope="session")
def address(built):
    with serve(built.site) as base:
        yield f"{base}/aportar/"


@pytest.fixture
def open_form(browser, address):
    """Opens the form in a fresh browser; what the console complains of fails the test."""
    contexts, trouble = [], []

    def opened(query="", *, size="escritorio", url=address, prepare=None, **options):
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, **options
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda m: trouble.append(m.text) if m.type == "error" else None)
        if prepare:
            prepare(page)
        page.goto(url + query)
        return Person(page)

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.fixture
def tree(tmp_path):
    """A copy of the small catalog to put contributed files into."""
    for kind in KINDS:
        shutil.copytree(MINI / kind, tmp_path / kind)
    return tmp_path
