import shutil

import pytest

from catalog.options import Options
from tests.faults.house import MINI
from tests.vocabulary import PROJECT


@pytest.fixture
def tree(tmp_path):
    """A function that makes the small catalog under a name, with settings of its own."""

    def made(name):
        root = tmp_path / name
        shutil.copytree(MINI, root, ignore=shutil.ignore_patterns("build"))
        shutil.copy(PROJECT / "mkdocs.yml", root)
        return Options(root=root, project=PROJECT)

    return made
