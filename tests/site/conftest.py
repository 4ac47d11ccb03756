import shutil

import pytest

from catalog.options import Options
from catalog.pipeline import build
from tests.site.crawl import Site
from tests.vocabulary import PROJECT


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The real content, built once for all tests of the site."""
    work = tmp_path_factory.mktemp("sitio con tildes ñ")
    root = work / "catálogo"
    root.mkdir()
    for name in ("cases", "practices", "organizations", "sources", "collections"):
        if (PROJECT / name).exists():
            shutil.copytree(PROJECT / name, root / name)
    shutil.copy(PROJECT / "permalinks.txt", root)
    report = build(Options(root=root, project=PROJECT))
    assert not report.failed, report.findings[:5]
    return report


@pytest.fixture(scope="session")
def site(built):
    return Site(built.site)
