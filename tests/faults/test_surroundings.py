"""Whatever machine it is built on, the site is the same."""

import os
import shutil
import subprocess
import sys
import time

import pytest

from tests.faults.house import CASE, ONE, OTHER, leftovers

PLACES = {
    "locale-c": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "posix-ascii": {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "TZ": "Pacific/Kiritimati"},
    "turkish": {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "TZ": "America/La_Paz"},
    "bare": {"LC_ALL": None, "LANG": None, "HOME": None, "TERM": "dumb", "COLUMNS": "20"},
}


@pytest.mark.parametrize("place", PLACES)
def test_locales_and_time_zones(house, state, place):
    done = house.run(**PLACES[place])
    assert done.returncode == 0, done.stderr
    assert state(house.site) == "after"
    assert leftovers(house.root) == []


@pytest.mark.parametrize(
    "command", [("check",), ("check", "--format", "json"), ("explain", "PML-N01")]
)
def test_a_terminal_without_accents(house, command):
    (house.root / CASE).write_text("---\ntítulo: ñ → …\n---\n", encoding="utf-8")
    words = house.command(*command)
    words = words[:-2] if command[0] == "explain" else words
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(words, env=environment, capture_output=True, encoding="ascii")
    assert done.returncode == (0 if command[0] == "explain" else 1)
    assert "Traceback" not in done.stderr
    assert "PML-" in done.stdout


def test_no_git(house, state, tmp_path):
    empty = tmp_path / "vacío"
    empty.mkdir()
    done = house.run(PATH=empty)
    assert done.returncode == 0, done.stderr
    assert state(house.site) == "after"


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for git")
def test_a_git_that_fails(house, state, tmp_path):
    broken = tmp_path / "git"
    broken.write_text("#!/bin/sh\necho fatal: dubious ownership >&2\nexit 128\n")
    broken.chmod(0o755)
    done = house.run(PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert done.returncode == 0, done.stderr
    assert state(house.site) == "after"


def test_no_network(house, state):
    """Nothing of the build asks the network: where the system can, there is none at all."""
    alone = ("unshare", "--net")
    able = shutil.which("unshare") and not subprocess.run([*alone, "true"]).returncode
    done = house.run(before=alone if able else (), **house.fault("offline"))
    assert done.returncode == 0, done.stderr
    assert state(house.site) == "after"


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are another matter there")
def test_a_home_that_may_not_be_written(house, state, limited, tmp_path):
    home = tmp_path / "casa"
    home.mkdir(mode=0o555)
    done = house.run(before=limited, HOME=home, XDG_CACHE_HOME=None, TMPDIR=home)
    assert done.returncode == 0, done.stderr
    assert state(house.site) == "after"
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("days", [400, -4000], ids=["set-back", "set-forward"])
def test_a_clock_that_was_changed(house, state, days):
    """Files of an earlier build from the future, or from long ago, are judged by what they hold."""
    moment = time.time() + days * 86400
    for path in (house.root / "build").rglob("*"):
        os.utime(path, (moment, moment))
    done = house.run()
    assert done.returncode == 0, done.stderr
    assert state(house.site) == "after"


def test_an_edit_that_leaves_date_and_size_as_they_were(house, state):
    file = house.root / CASE
    assert house.run().returncode == 0
    before = file.stat()
    file.write_bytes(file.read_bytes().replace(OTHER.encode(), ONE.encode()))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert house.run().returncode == 0
    assert state(house.site) == "before"


def test_a_place_with_spaces_and_accents(house, state, tmp_path):
    place = tmp_path / "sitio del año «2026» ü%20"
    assert house.run("build", "--site", place).returncode == 0
    assert state(place) == "after"
    assert state(house.site) == "before"
    assert leftovers(tmp_path) == []
