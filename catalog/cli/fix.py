"""``check --fix``: make the edits that findings carry, and say in Spanish what was done."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from catalog.check import Judged, Reuse, judge_tree
from catalog.mend import Mended, mend, mendable
from catalog.model import Finding
from catalog.options import Options
from catalog.report.show import plural

MOST_ROUNDS = 5
"""An edit may uncover another (a label under trailing spaces); none uncovers five."""


def fix(options: Options, chosen: Collection[str] | None) -> tuple[Judged, list[str]]:
    """Mend the chosen files (all without a choice) until no edit is left.

    Returns the tree as it is afterwards and the lines that tell what was done.
    """
    told: dict[str, list[Mended]] = {}
    judged = judge_tree(options.root, options.project, chosen, Reuse.by(options))
    for _ in range(MOST_ROUNDS):
        changed = False
        for file, findings in mendable(judged.findings).items():
            done = mend_file(options.root, file, findings)
            told.setdefault(file, []).extend(done)
            changed = changed or bool(done)
        if not changed:
            break
        judged = judge_tree(options.root, options.project, chosen, Reuse.by(options))
    return judged, list(lines({file: done for file, done in told.items() if done}))


def mend_file(root: Path, file: str, findings: list[Finding]) -> list[Mended]:
    """Make the edits of one file of the tree; a borrowed vocabulary is nobody's to change here."""
    path = root / file
    if not path.is_file() or path.is_symlink():
        return []
    data = path.read_bytes()
    new, done = mend(data, findings)
    if new == data:
        return []
    replace(path, new)
    return done


def replace(path: Path, data: bytes) -> None:
    """Write beside and change places, so that a full disk never leaves half a file."""
    aside = path.with_name(f".{path.name}.tmp")
    aside.write_bytes(data)
    aside.chmod(path.stat().st_mode & 0o777)
    aside.replace(path)


def lines(told: dict[str, list[Mended]]) -> Iterator[str]:
    """What was done, file by file."""
    for file, done in sorted(told.items()):
        yield f"{file}: {plural(len(done), 'arreglo', 'arreglos')}"
        for one in done:
            yield f"  línea {one.line}: {said(one)} ({one.rule})"
    if told:
        files = plural(len(told), "archivo corregido", "archivos corregidos")
        yield f"{files}; lo demás quedó byte por byte como estaba."
    else:
        yield "No había nada que arreglar solo."


def said(one: Mended) -> str:
    """One edit in words."""
    if not one.old.strip(" ") and not one.new:
        return "espacios del final, borrados"
    return f"{one.old.strip()} → {one.new}"
