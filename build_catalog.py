"""The door of the catalog: ``python build_catalog.py [command]``. See README.md."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
OWN = HERE / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def main() -> int:
    """Run the command line, with the catalog's own Python if this one lacks what is needed."""
    if find_spec("click") and find_spec("yaml") and find_spec("markdown_it"):
        from catalog.cli import cli

        return cli(project=HERE)
    if OWN.exists() and Path(sys.executable) != OWN:
        return subprocess.call([str(OWN), __file__, *sys.argv[1:]])
    print("Faltan las dependencias. Ejecute «make site», o estas dos líneas:", file=sys.stderr)
    print("  python -m venv .venv", file=sys.stderr)
    print(f"  {OWN.relative_to(HERE)} -m pip install -r requirements.txt", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
