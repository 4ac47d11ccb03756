"""A disk that is full or may not be written: said in Spanish, exit code 1, nothing spoilt."""

import shutil
import subprocess
import sys

import pytest

from tests.faults.house import House, leftovers

FREE = 1 << 20
"""Bytes left on a full disk: enough to begin a second site, not to end it."""
ENGINE_WRITES = 300
"""Fewer files than the engine writes for the small catalog."""


def stopped(done, *words):
    """A build that failed as people should see it."""
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback (most" not in done.stderr
    assert "El sitio anterior sigue como estaba." in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.mark.parametrize(
    ("inside", "part"),
    [
        *[("main", 0.05), ("main", 0.5), ("main", 0.97)],
        *[("workers", 0.1), ("workers", 0.8), ("engine", 0.5)],
    ],
)
def test_full_at_any_moment(house, good, state, inside, part):
    among = {"main": good.writes, "workers": good.writes // 3, "engine": ENGINE_WRITES}[inside]
    at = int(part * among) + 1
    fault = house.fault("ENOSPC", at, inside, below=house.root / "build")
    command = ("build", "--plain") if inside == "engine" else ("build",)
    stopped(house.run(*command, **fault), "No queda espacio en el disco")
    assert state(house.site) == "before"
    assert not (house.root / "build/.candado.json").exists()


@pytest.fixture
def disk(tmp_path):
    """A small disk of its own, as large as the memory that it takes."""
    place = tmp_path / "disco pequeño"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=96M", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no right to mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_really_fills(house, state, disk):
    shutil.copytree(house.root, disk / "catálogo")
    filled = House(disk / "catálogo")
    ballast = disk / "lastre"
    ballast.write_bytes(bytes(shutil.disk_usage(disk).free - FREE))
    stopped(filled.run(), "No queda espacio en el disco")
    assert state(filled.site) == "before"
    ballast.unlink()
    assert filled.run("build", "--wait", "0").returncode == 0
    assert state(filled.site) == "after"
    assert leftovers(filled.root) == []


def test_a_disk_that_breaks(house, state):
    stopped(house.run(**house.fault("EIO", 30)), "El disco falló")
    assert state(house.site) == "before"


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are another matter there")
def test_a_folder_that_may_not_be_written(house, state, limited):
    build = house.root / "build"
    build.chmod(0o555)
    try:
        stopped(house.run(before=limited), "No hay permiso", str(build))
    finally:
        build.chmod(0o755)
    assert state(house.site) == "before"


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are another matter there")
def test_a_site_is_ready_though_its_addresses_cannot_be_listed(house, state, limited):
    (house.root / "permalinks.txt").write_text("")
    house.root.chmod(0o555)
    try:
        done = house.run(before=limited)
    finally:
        house.root.chmod(0o755)
    assert done.returncode == 1
    assert "El sitio está listo, pero sus direcciones no se anotaron" in done.stderr
    assert "No hay permiso" in done.stderr
    assert state(house.site) == "after"


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are another matter there")
@pytest.mark.parametrize(
    "arguments",
    [("new", "case", "bo-x"), ("export", "{root}/salida"), ("init", "{root}/otro")],
    ids=lambda words: words[0],
)
def test_other_commands_say_it_too(house, limited, arguments):
    for folder in (house.root, house.root / "cases"):
        folder.chmod(0o555)
    words = [word.format(root=house.root) for word in arguments]
    command = house.command(*words)
    command = command[:-2] if words[0] == "init" else command
    done = subprocess.run([*limited, *command], capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert done.stderr.startswith("No hay permiso para leer o escribir ahí: ")
    assert "Traceback" not in done.stderr
