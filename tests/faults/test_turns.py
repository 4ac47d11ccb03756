"""Two builds of the same folder: one after the other, and each says whom it waits for."""

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from catalog.cli.serve import _rebuild
from catalog.options import Options
from catalog.publish import BusyError, only_one
from tests.faults.house import leftovers
from tests.vocabulary import PROJECT

HOLD = """
import sys, time
from pathlib import Path
from catalog.publish import only_one
with only_one(Path(sys.argv[1]), 0):
    print("held", flush=True)
    time.sleep(600)
"""


def holder(folder):
    """Another process that holds the folder until it is killed."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_build_says_who_holds_the_folder(house, state):
    other = holder(house.root / "build")
    try:
        done = house.run("build", "--wait", "0.3")
    finally:
        other.kill()
        other.communicate()
    assert done.returncode == 1
    said = re.search(r"el proceso (\d+), que construye aquí desde las [\d:]{8} del", done.stderr)
    assert int(said[1]) == other.pid
    assert "Traceback" not in done.stderr
    assert state(house.site) == "before"


def test_a_dead_holder_is_not_waited_for(house, state):
    other = holder(house.root / "build")
    other.send_signal(signal.SIGKILL)
    other.communicate()
    assert (house.root / "build/.candado.json").is_file()
    assert house.run("build", "--wait", "0").returncode == 0
    assert state(house.site) == "after"
    assert leftovers(house.root) == []


def test_two_builds_at_once_both_end_well(house, state):
    builds = [house.start(), house.start()]
    said = [build.communicate(timeout=240) for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    assert state(house.site) == "after"
    assert leftovers(house.root) == []


def test_one_place_for_two_catalogs(tmp_path):
    """``--site`` outside of both trees is held as well."""
    place = tmp_path / "publicado"
    options = Options(root=tmp_path / "uno", project=PROJECT, site=place / "site", patience=0)
    from catalog.pipeline import build

    with only_one(place, 0), pytest.raises(BusyError, match="publicado"):
        build(options)


def test_waiting_is_told_and_ends_when_the_other_does(tmp_path):
    told = []
    other = holder(tmp_path)

    def tell(text):
        told.append(text)
        other.kill()

    with only_one(tmp_path, 60, tell):
        assert told == [line for line in told if f"el proceso {other.pid}" in line] != []
    other.communicate()


def test_a_holder_that_signed_nothing(tmp_path):
    other = holder(tmp_path)
    (tmp_path / ".candado.json").write_text("{")
    with pytest.raises(BusyError, match="otro proceso"), only_one(tmp_path, 0):
        pass
    other.kill()
    other.communicate()


def test_a_server_says_it_and_goes_on(house, capsys):
    options = replace(Options(root=house.root, project=PROJECT), patience=0, publishes=False)
    with only_one(house.root / "build", 0):
        again = _rebuild(options)
    assert not again
    said = capsys.readouterr().err
    assert f"el proceso {os.getpid()}" in said
    assert "Se sigue mostrando el sitio anterior." in said


def test_the_wait_is_not_longer_than_asked(tmp_path):
    other = holder(tmp_path)
    started = time.monotonic()
    with pytest.raises(BusyError), only_one(tmp_path, 0.2):
        pass
    assert time.monotonic() - started >= 0.2
    other.kill()
    other.communicate()
