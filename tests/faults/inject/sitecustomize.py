"""Faults on demand: Python runs this file at its start when its folder is on PYTHONPATH.

FAULT: ``kill`` (SIGKILL), the name of an errno, ``count``, or ``offline`` (any use of the network
raises). FAULT_AT: before which write below the folder FAULT_BELOW it happens, counted from 1.
FAULT_IN: ``main`` or ``engine``, the program that it happens to.
"""

import atexit
import errno
import os
import signal
import sys
from pathlib import Path

KIND = os.environ["FAULT"]
WRITES = {
    "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.copyfile",
    "shutil.rmtree", "sqlite3.connect",
}  # fmt: skip
seen = 0


def below(arguments):
    folder = os.environ["FAULT_BELOW"]
    return any(
        os.path.abspath(os.fsdecode(a)).startswith(folder)  # noqa: PTH100 - links are not followed
        for a in arguments
        if isinstance(a, str | bytes) and a
    )


def counts(event, arguments):
    """True for something that changes the disk below the folder."""
    if event == "ctypes.dlsym":
        return arguments[1] == "renameat2"
    if event == "open":
        writes = isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        return bool(writes) and below(arguments[:1])
    return event in WRITES and below(arguments[:2])


def disk(event, arguments):
    global seen
    if not counts(event, arguments):
        return
    seen += 1
    if KIND == "count" or seen < int(os.environ["FAULT_AT"]):
        return
    if KIND == "kill" and seen == int(os.environ["FAULT_AT"]):
        os.kill(os.getpid(), signal.SIGKILL)
    elif KIND != "kill" and event in ("open", "os.mkdir"):
        number = getattr(errno, KIND)
        raise OSError(number, os.strerror(number), arguments[0])


def network(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise OSError(errno.ENETUNREACH, "the network is used", str(arguments))


def total():
    Path(os.environ["FAULT_TOTAL"]).write_text(str(seen))


engine = "-m" in sys.orig_argv and "mkdocs" in sys.orig_argv
if KIND == "offline":
    sys.addaudithook(network)
elif engine == (os.environ.get("FAULT_IN") == "engine"):
    if KIND == "count":
        atexit.register(total)
    sys.addaudithook(disk)
