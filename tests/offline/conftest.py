import shutil
import zipfile

import pytest

from catalog.model import Kind
from catalog.options import Options
from catalog.pipeline import build
from tests.vocabulary import PROJECT

MINI = PROJECT / "tests/golden/mini"


@pytest.fixture(scope="session")
def packed(tmp_path_factory):
    """The packed copy of the real content: what the build reports, and the archive."""
    root = tmp_path_factory.mktemp("copia") / "catálogo"
    root.mkdir()
    for kind in Kind:
        if (PROJECT / kind.folder).is_dir():
            shutil.copytree(PROJECT / kind.folder, root / kind.folder)
    report = build(Options(root=root, project=PROJECT, edition="offline"))
    assert not report.failed, report.findings[:5]
    return report


@pytest.fixture(scope="session")
def folder(packed, tmp_path_factory):
    """The copy unpacked where somebody would: a path with spaces and accents."""
    place = tmp_path_factory.mktemp("memoria usb") / "Mis cosas ñandú" / "catálogo pml"
    with zipfile.ZipFile(packed.site) as archive:
        archive.extractall(place)
    return place


@pytest.fixture
def small(tmp_path):
    """A small catalog to build in, with the theme of the project."""
    root = tmp_path / "chico"
    shutil.copytree(MINI, root, ignore=shutil.ignore_patterns("build"))
    return root
