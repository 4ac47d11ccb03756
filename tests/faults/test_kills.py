"""A build killed at any moment: the last good site is whole, and the next build is right.

FAULT_ROUNDS is how many builds are killed (`make harden` kills more); the moments are the same for
the same number.
"""

import os
import random
import signal
import time

from tests.faults.house import leftovers

ROUNDS = int(os.environ.get("FAULT_ROUNDS", "12"))
WHOLE_AFTER = 12
"""Killed builds between two that may end: what kills leave behind adds up until then."""


def test_killed_before_a_write(house, good, state):
    chance = random.Random(ROUNDS)
    killed = 0
    (house.root / "build/vista/media.tmp").write_bytes(b"PNG")  # a picture half drawn
    for number in range(1, ROUNDS + 1):
        house.edit(edited=number % 2 == 1)
        at = chance.randint(1, good.writes)
        ended = house.run(**house.fault("kill", at))
        killed += ended.returncode == -signal.SIGKILL
        assert state(house.site) in ("before", "after"), f"killed before write {at}"
        if number % WHOLE_AFTER == 0:
            rebuilt(house, state)
    assert killed > ROUNDS / 2


def rebuilt(house, state):
    """The next build takes everything over without waiting, and its site is that of a new tree."""
    house.edit()
    done = house.run("build", "--wait", "0")
    assert done.returncode == 0, done.stderr
    assert state(house.site) == "after"
    assert not [path for path in leftovers(house.root) if "nuevo" not in path]


def test_killed_between_the_two_steps_of_the_swap(house, state):
    """Where folders cannot change places in one step, the next command mends it."""
    house.site.rename(house.site.with_name(".site-anterior"))
    house.edit(edited=False)
    text = (house.root / "cases/bo-curtiembre-ejemplo.md").read_text(encoding="utf-8")
    (house.root / "cases/bo-mala.md").write_text(text.replace("country: BO", "country: ¿?"))
    done = house.run()
    assert done.returncode == 1
    assert state(house.site) == "before"


def test_killed_by_the_clock(house, good, state):
    """Moments that no list of writes foresees: inside the engine, inside one long write."""
    chance = random.Random(ROUNDS)
    for number in range(max(2, ROUNDS // 6)):
        house.edit(edited=number % 2 == 1)
        process = house.start()
        time.sleep(chance.uniform(0.3, 1) * good.seconds)
        process.kill()
        process.communicate()
        assert state(house.site) in ("before", "after")


def test_the_engine_of_a_killed_build_spoils_nothing(house, state):
    """It goes on writing for a while, into a folder that no other build uses."""
    process = house.start()
    until(lambda: list(house.site.parent.glob(".site-nuevo-*/index.html")), process)
    process.kill()
    process.communicate()
    house.edit(edited=False)
    assert house.run("build", "--wait", "0").returncode == 0
    time.sleep(1)
    assert state(house.site) == "before"


def until(true, process):
    """Wait for something that a process does while it runs."""
    while not true():
        assert process.poll() is None, "it ended before"
        time.sleep(0.005)
