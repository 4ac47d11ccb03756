"""Find a Chromium for the browser tests, or install one.

``CHROMIUM`` names one to use. Otherwise the usual programs are looked for; if there is none, the
system's package manager is asked (Debian and relatives, as root or with sudo), then Playwright.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
"""No sandbox: tests open only our own pages, often as root in a container."""


def find() -> str | None:
    """Path of a Chromium, or ``None``."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found or MAC.is_file():
        return found or str(MAC)
    return _playwrights()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> None:
    """Try to install Chromium; says what it does, raises nothing if it cannot."""
    if shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        _run([*sudo, "apt-get", "update", "-qq"])
        _run([*sudo, "apt-get", "install", "-qq", "-y", "--no-install-recommends", "chromium"])
    if not find():
        _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _run(command: list[str]) -> None:
    print("+", " ".join(command), flush=True)
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def main() -> int:
    """Make sure that there is a Chromium and print where."""
    if not find():
        install()
    path = find()
    print(f"Chromium: {path}" if path else "No Chromium found: set CHROMIUM to its path.")
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
