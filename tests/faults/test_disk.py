"""A disk that is full or may not be written: said in Spanish, exit code 1, nothing spoilt."""

import random
import shutil
import subprocess
import sys

import pytest

from tests.faults.house import House, leftovers

SMALL = 6 << 20
"""Bytes of a disk on which the sources and a good site fit, and a second site does not."""


def stopped(done, *words):
    """A build that failed as people should see it."""
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback (most" not in done.stderr
    assert "El sitio anterior sigue como estaba." in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.mark.parametrize("inside", ["main", "engine"])
@pytest.mark.parametrize("part", [0.0, 0.4, 0.8])
def test_full_at_any_moment(house, good, state, inside, part):
    chance = random.Random(f"{inside}{part}")
    at = int(chance.uniform(part, part + 0.1) * (good.writes if inside == "main" else 150)) + 1
    fault = house.fault("ENOSPC", at, inside, below=house.root / "build")
    stopped(house.run(**fault), "No queda espacio en el disco")
    assert state(house.site) == "before"


def test_the_next_build_after_a_full_disk(house, good, state):
    stopped(house.run(**house.fault("ENOSPC", good.writes // 2)), "No queda espacio")
    assert house.run("build", "--wait", "0").returncode == 0
    assert state(house.site) == "after"
    assert leftovers(house.root) == []


def test_a_disk_that_really_fills(house, state, tmp_path):
    disk = tmp_path / "disco pequeño"
    disk.mkdir()
    size = f"size={SMALL}"
    mounted = (
        shutil.which("mount")
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(disk)], capture_output=True
        ).returncode
    )
    if not mounted:
        pytest.skip("no right to mount a small disk")
    try:
        shutil.copytree(house.root, disk / "catálogo")
        filled = House(disk / "catálogo")
        stopped(filled.run(), "No queda espacio en el disco")
        assert state(filled.site) == "before"
        subprocess.run(["mount", "-o", "remount,size=90%", str(disk)], check=True)
        assert filled.run("build", "--wait", "0").returncode == 0
        assert state(filled.site) == "after"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("fault", ["EIO", "EDQUOT"])
def test_other_faults_of_a_disk(house, state, fault):
    words = {"EIO": "El disco falló", "EDQUOT": "Se acabó el espacio que le toca"}[fault]
    stopped(house.run(**house.fault(fault, 30)), words)
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
