"""The pre-commit hooks call commands that exist, on the folders that hold entries."""

import re
import shlex

import pytest
import yaml

from catalog.cli import door
from catalog.model import Kind
from tests.vocabulary import PROJECT

LOCAL = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
SHARED = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
HOOKS = [*LOCAL["repos"][0]["hooks"], *SHARED]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["entry"])
def test_hook(hook):
    program, script, command, *options = shlex.split(hook["entry"])
    assert (program, script) == ("python", "build_catalog.py")
    known = door.get_command(None, command)
    assert set(options) <= {name for option in known.params for name in option.opts}
    assert all(re.match(hook["files"], f"{kind.folder}/x{kind.suffix}") for kind in Kind)
    assert not re.match(hook["files"], "docs/acerca.md")
