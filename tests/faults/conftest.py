import shutil
import subprocess
import time
from dataclasses import dataclass

import pytest

from tests.faults.house import MINI, House, copy, digest, which


@dataclass(frozen=True)
class Good:
    """A built tree, its site before and after an edit, how often and how long a build writes."""

    house: House
    states: dict
    writes: int
    seconds: float


@pytest.fixture(scope="session")
def good(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("fallas") / "catálogo ñandú á")
    shutil.copytree(MINI, house.root)
    (house.root / "permalinks.txt").touch()
    first = house.run()
    assert first.returncode == 0, first.stderr
    edited = copy(house, house.root.with_name("editado"))
    edited.edit()
    started = time.monotonic()
    second = edited.run(**edited.fault("count"))
    seconds = time.monotonic() - started
    assert second.returncode == 0, second.stderr
    writes = int((edited.root.parent / "total.txt").read_text())
    states = {"before": digest(house.site), "after": digest(edited.site)}
    assert states["before"] != states["after"]
    return Good(house, states, writes, seconds)


@pytest.fixture
def house(good, tmp_path):
    """A built tree that a test may spoil, in a folder with spaces and accents, and then edited."""
    made = copy(good.house, tmp_path / "catálogo ñandú á")
    made.edit()
    return made


@pytest.fixture
def state(good):
    """Tell in which of the two good states a site is."""
    return lambda site: which(site, good.states)


@pytest.fixture(scope="session")
def limited():
    """What to put before a command so that the rights of folders hold, also for root."""
    if subprocess.run(["id", "-u"], capture_output=True, text=True).stdout.strip() != "0":
        return ()
    drop = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-all")
    if shutil.which("setpriv") is None or subprocess.run([*drop, "true"]).returncode:
        pytest.skip("root here, and nothing to take its rights away")
    return drop
