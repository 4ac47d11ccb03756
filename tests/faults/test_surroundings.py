"""Whatever machine it is built on, the site is the same."""

import os
import shutil
import subprocess
import sys
import time

import pytest

from tests.faults.house import CASE, leftovers

TEXTS = (("check",), ("check", "--format", "json"), ("explain", "PML-N01"))


def same(done, house, state):
    """A build that went well and whose site is that of any other machine."""
    assert done.returncode == 0, done.stderr
    assert state(house.site) == "after"
    assert leftovers(house.root) == []


def test_locale_c_and_no_git(house, state, tmp_path):
    empty = tmp_path / "vacío"
    empty.mkdir()
    codes = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    same(house.run(LC_ALL="C", LANG="C", PATH=empty, **codes), house, state)


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for git")
def test_turkish_and_a_git_that_fails(house, state, tmp_path):
    broken = tmp_path / "git"
    broken.write_text("#!/bin/sh\necho fatal: dubious ownership >&2\nexit 128\n")
    broken.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    same(house.run(LC_ALL="tr_TR.UTF-8", TZ="America/La_Paz", PATH=path), house, state)


def test_ascii_and_no_network(house, state):
    """Nothing of the build asks the network: where the system can, there is none at all."""
    alone = ("unshare", "--net")
    able = shutil.which("unshare") and not subprocess.run([*alone, "true"]).returncode
    bare = {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "TZ": "Pacific/Kiritimati"}
    done = house.run(before=alone if able else (), **bare, **house.fault("offline"))
    same(done, house, state)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are another matter there")
def test_a_home_that_may_not_be_written(house, state, limited, tmp_path):
    home = tmp_path / "casa"
    home.mkdir(mode=0o555)
    bare = {"LC_ALL": None, "LANG": None, "TERM": "dumb", "XDG_CACHE_HOME": None}
    same(house.run(before=limited, HOME=home, TMPDIR=home, **bare), house, state)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("command", TEXTS, ids=" ".join)
def test_a_terminal_without_accents(house, command):
    (house.root / CASE).write_text("---\ntítulo: ñ → …\n---\n", encoding="utf-8")
    words = house.command(*command)
    words = words[:-2] if command[0] == "explain" else words
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(words, env=environment, capture_output=True)
    assert done.returncode == (0 if command[0] == "explain" else 1)
    assert b"Traceback" not in done.stderr
    assert b"PML-" in done.stdout


def test_dates_of_files_say_nothing(house, good, state):
    """A clock that was set back and forth, and an edit that leaves date and size as they were."""
    for number, path in enumerate(sorted((house.root / "build").rglob("*"))):
        moment = time.time() + (400 if number % 2 else -4000) * 86400
        os.utime(path, (moment, moment))
    edited, before = house.root / CASE, (good.house.root / CASE).stat()
    os.utime(edited, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert edited.stat().st_size == before.st_size
    same(house.run(), house, state)


def test_a_place_with_spaces_and_accents(house, state, tmp_path):
    place = tmp_path / "sitio del año «2026» ü%20"
    assert house.run("build", "--site", place).returncode == 0
    assert state(place) == "after"
    assert state(house.site) == "before"
    assert leftovers(tmp_path) == []
