"""Throw made-up files at load, check and render: ``python -m tools.fuzz [INPUTS]``.

Guided by coverage with atheris where it is installed (``pip install atheris``; it is not locked,
because it has wheels for few systems), else mutated at random from the same corpus, the attacks of
``tests/hostile``. An input that raises, or takes longer than a second, is written to
``tests/hostile/crashes``, where the test suite tries it again for ever after.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import random
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any

from catalog.check.judge import Judge
from catalog.load import read_document
from catalog.load.files import decode
from catalog.load.vocabularies import load_vocabularies
from catalog.model import Document, Kind
from catalog.render import prose
from catalog.rules import Lexicon
from catalog.rules.lexicon import Names

PROJECT = Path(__file__).resolve().parents[1]
CRASHES = PROJECT / "tests" / "hostile" / "crashes"
INPUTS = 20_000
SECOND = 1.0
HANG = 60
"""Seconds until libFuzzer ends an input that never does. Its alarm rings every ``HANG / 2 + 1``
and kills the process if Python is ending just then: most runs are over before the first."""
LARGEST = 4096
KINDS = tuple(Kind)
PIECES = (
    b"<script>", b"{{", b"](", b"javascript:", b"&#", b"---\n", b"- ", b": ", b"'", b'"', b"[",
    b"{", b"\\x3c",
    b"\xe2\x80\xae", b"<!--", b"-->", b"```\n", b"\n\n", b">-\n", b"!!", b"&a", b"*a",
    b"-8<-", b"1.000", b"2002/", b"..", b"\n  - ", b"min: ", b"| a |\n|---|\n", b"\xff", b"\0",
)  # fmt: skip


@cache
def judge() -> Judge:
    """With the vocabularies of the project, read once."""
    found, _, _ = load_vocabularies(PROJECT, PROJECT)
    names = Names({kind: frozenset({"fuente-uno", "practica-uno"}) for kind in Kind})
    return Judge(Lexicon(found), names)


def try_one(data: bytes) -> None:
    """Read, judge and render one file. The first byte chooses the kind of entry."""
    kind = KINDS[data[0] % len(KINDS)] if data else Kind.CASE
    label = f"{kind.folder}/co-prueba{kind.suffix}"
    text, _ = decode(label, data[1:])
    if text is None:
        return
    document, _ = read_document(kind, label, text)
    if document.fields is not None:
        judge().document(document, [])
    shown(document)


def shown(document: Document) -> None:
    """Its body as HTML; raises AssertionError when something of it could run."""
    for section in prose.sections(document.body[:LARGEST]):
        html = str(prose.html(section.text, lambda to: to)).lower()
        assert "<script" not in html
        assert "<img" not in html
        assert 'href="javascript:' not in html


def seeds() -> list[bytes]:
    """Small files of the corpus of attacks, each behind the byte that chooses its kind."""
    from tests.hostile.attacks import attacks

    folders = {kind.folder: bytes([n]) for n, kind in enumerate(KINDS)}
    found = [
        folders[folder] + attack.content
        for attack in attacks()
        if (folder := attack.path.partition("/")[0]) in folders and not attack.symlink
    ]
    return [data for data in found if len(data) <= LARGEST]


def mutated(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """A few pieces put in, cut out, doubled or taken from another input."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(data))
        end = min(len(data), at + chance.randint(0, 30))
        other = chance.choice(others)
        start = chance.randint(0, len(other))
        piece = chance.choice(
            (chance.choice(PIECES), b"", data[at:end] * 2, other[start : start + 40])
        )
        data = (data[:at] + piece + data[end:])[:LARGEST]
    return data


def judged(data: bytes) -> str:
    """Why an input is a crash, or nothing."""
    started = time.process_time()
    try:
        try_one(data)
    except Exception as problem:  # whatever it is, it is what we look for
        return f"{type(problem).__name__}: {problem}"
    return "slow" if time.process_time() - started > SECOND else ""


def kept(data: bytes) -> Path:
    """Write a crash down as a fixture."""
    CRASHES.mkdir(parents=True, exist_ok=True)
    path = CRASHES / f"{hashlib.sha256(data).hexdigest()[:16]}.bin"
    path.write_bytes(data)
    return path


def at_random(count: int, seed: int = 1) -> list[tuple[bytes, str]]:
    """Crashes among ``count`` mutations, the same for the same seed."""
    chance, pool, crashes = random.Random(seed), seeds(), []
    for _ in range(count):
        data = mutated(chance.choice(pool), pool, chance)
        if reason := judged(data):
            crashes.append((data, reason))
    return crashes


def guided(count: int) -> None:
    """Let atheris look for new paths; ends the process as libFuzzer does."""
    atheris: Any = importlib.import_module("atheris")

    found = seeds()

    def once(data: bytes) -> None:
        if reason := fresh.judged(data):
            raise RuntimeError(f"{kept(data)}: {reason}")

    for name in [name for name in sys.modules if name.startswith("catalog")]:
        del sys.modules[name]  # to be read again, this time with counters
    with atheris.instrument_imports(include=["catalog.load", "catalog.rules", "catalog.render"]):
        fresh = importlib.import_module("tools.fuzz")
    fresh.judge()
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(found):
            (Path(folder) / f"{number:04}").write_bytes(data)
        hang = f"-timeout={HANG}"
        limits = [f"-atheris_runs={count}", f"-max_len={LARGEST}", hang, "-seed=1"]
        atheris.Setup([sys.argv[0], *limits, folder], once)
        atheris.Fuzz()


def main() -> int:
    """Run as many inputs as asked for; exit code 1 when one of them is a crash."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else INPUTS
    if importlib.util.find_spec("atheris") is not None:
        guided(count)
        return 0
    crashes = at_random(count)
    for data, reason in crashes:
        print(f"{kept(data).relative_to(PROJECT)}: {reason}")
    print(f"{count} inputs, {len(crashes)} crashes (random mutation; install atheris for guidance)")
    return 1 if crashes else 0


if __name__ == "__main__":
    sys.exit(main())
