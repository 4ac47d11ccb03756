"""Work on many parts comes back whole and in order, from however many processes."""

import os
import threading

import pytest

from catalog.spread import spread, workers


@pytest.mark.parametrize("most", [1, 2, 5])
def test_results_keep_the_order_of_the_parts(most):
    assert spread(7, lambda part: part * part, most) == [0, 1, 4, 9, 16, 25, 36]


def test_parts_run_in_other_processes_where_the_system_can_fork():
    apart = set(spread(4, lambda _: os.getpid(), 2))
    assert os.getpid() not in apart


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
