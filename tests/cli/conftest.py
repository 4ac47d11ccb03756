import shutil

import pytest

from catalog.cli import cli
from tests.vocabulary import PROJECT

MINI = PROJECT / "tests/golden/mini"


@pytest.fixture
def tree(tmp_path):
    """A copy of the small catalog that a test may spoil."""
    root = tmp_path / "catálogo"
    shutil.copytree(MINI, root, ignore=shutil.ignore_patterns("build"))
    return root


@pytest.fixture
def run(capsys):
    """Run a command as the shell would: exit code, standard output, standard error."""

    def call(*arguments):
        code = cli(PROJECT, [str(argument) for argument in arguments])
        streams = capsys.readouterr()
        return code, streams.out, streams.err

    return call
