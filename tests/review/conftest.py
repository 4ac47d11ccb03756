import shutil
import subprocess

import pytest

from catalog.cli import cli
from tests.vocabulary import PROJECT

MINI = PROJECT / "tests/golden/mini"


def git(folder, *arguments):
    """Run Git as somebody, without anybody's settings."""
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *identity, "-C", str(folder), *arguments], check=True, capture_output=True
    )
    return done.stdout.decode()


@pytest.fixture
def tree(tmp_path):
    """The small catalog on its main branch, with a branch open from it."""
    root = tmp_path / "catálogo"
    shutil.copytree(MINI, root, ignore=shutil.ignore_patterns("build"))
    (root / "permalinks.txt").write_text("/casos/bo-curtiembre-ejemplo/\n", encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "principal")
    git(root, "switch", "-qc", "rama")
    return root


@pytest.fixture
def review(tree, capsys):
    """Run the command on the tree: exit code, report, standard error."""

    def call(*arguments):
        code = cli(PROJECT, ["review", "--root", str(tree), *arguments])
        streams = capsys.readouterr()
        return code, streams.out, streams.err

    return call
