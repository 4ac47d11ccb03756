"""Work on many parts comes back whole and in order, from however many processes."""

import os
import subprocess
import sys
import threading
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from catalog.spread import spread, workers
from tests.vocabulary import PROJECT


@pytest.mark.parametrize("most", [1, 2, 5])
def test_results_keep_the_order_of_the_parts(most):
    assert spread(7, lambda part: part * part, most) == [0, 1, 4, 9, 16, 25, 36]


def whoever(_):
    time.sleep(0.05)  # long enough for the others to begin
    return os.getpid()


@pytest.mark.parametrize("most", [2, 3])
def test_parts_run_here_and_in_other_processes_where_the_system_can_fork(most):
    who = spread(20, whoever, most)
    assert os.getpid() in who
    assert len(set(who)) == most


def test_other_threads_of_the_parent_do_not_hinder():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert spread(4, lambda part: part, 2) == [0, 1, 2, 3]
    finally:
        stop.set()
        thread.join()


@pytest.mark.parametrize("most", [1, 2])
def test_what_the_work_raises_is_raised_and_the_next_work_runs(most):
    def fails(part):
        raise ValueError(f"part {part}")

    with pytest.raises(ValueError, match="part"):
        spread(3, fails, most)
    assert spread(3, lambda part: part, most) == [0, 1, 2]


def test_work_within_work_stays_in_its_process():
    inner = spread(2, lambda _: spread(2, lambda _: os.getpid(), 2), 2)
    assert all(len(set(pids)) == 1 for pids in inner)


def test_the_number_of_processes_can_be_set(monkeypatch):
    monkeypatch.setenv("CATALOG_WORKERS", "3")
    assert workers() == 3
    monkeypatch.setenv("CATALOG_WORKERS", "many")
    assert workers() >= 1


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="tells by /proc who is alive")
def test_nobody_stays_behind_when_the_parent_is_killed(tmp_path):
    program = (
        "import os, pathlib, sys, time\n"
        "from catalog.spread import spread\n"
        "def work(part):\n"
        f"    pathlib.Path({str(tmp_path)!r}, str(os.getpid())).touch()\n"
        "    time.sleep(60)\n"
        "spread(2, work, 2)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=PROJECT)
    while len(list(tmp_path.iterdir())) < 2:
        assert parent.poll() is None
        time.sleep(0.01)
    parent.kill()
    parent.wait()
    for _ in range(200):
        if not any(alive(int(path.name)) for path in tmp_path.iterdir()):
            return
        time.sleep(0.05)
    raise AssertionError("workers outlive their parent")


def alive(process):
    """True while a process runs; one that ended may still be waiting to be noticed."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_process_that_dies_is_noticed():
    here = os.getpid()

    def dies(part):
        if os.getpid() != here:
            os._exit(9)
        return whoever(part)

    with pytest.raises(BrokenProcessPool):
        spread(4, dies, 2)


def test_every_part_is_done_once_however_many_there_are():
    assert spread(3000, lambda part: part, 3) == list(range(3000))


@pytest.mark.parametrize("here", [True, False])
def test_after_a_failure_nobody_begins_another_part(tmp_path, here):
    parent = os.getpid()

    def work(part):
        (tmp_path / str(part)).touch()
        time.sleep(0.05)
        if (os.getpid() == parent) is here:
            raise ValueError(part)
        return part

    with pytest.raises(ValueError, match=r"\d"):
        spread(40, work, 2)
    assert len(list(tmp_path.iterdir())) < 8
