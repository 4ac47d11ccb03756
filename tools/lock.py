"""Refresh requirements*.txt: names, versions and hashes for every system, no registry's address."""

from __future__ import annotations

import os
import subprocess
import sys

FILES = {
    "requirements.txt": ["pyproject.toml"],
    "requirements-dev.txt": ["pyproject.toml", "--extra", "dev"],
    "requirements-audit.txt": ["pyproject.toml", "--extra", "audit"],
}


def main() -> int:
    """Resolve pyproject.toml for use, for development and for the search of known faults."""
    environment = {**os.environ, "UV_CUSTOM_COMPILE_COMMAND": "make lock"}
    for name, wanted in FILES.items():
        command = [
            sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--upgrade", "--universal",
            "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url",
            "--no-emit-find-links", *wanted, "-o", name,
        ]  # fmt: skip
        subprocess.run(command, check=True, env=environment)
    return 0


if __name__ == "__main__":
    sys.exit(main())
