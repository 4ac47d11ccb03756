"""A small catalog in memory, and examples laid over it.

An example is what a rule's docstring shows: fields that replace those of the case
``cases/co-caso.md``, or a body for it. A first line ``# en <path>`` names another file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from catalog.check import check
from catalog.load import PROVENANCE, Sources, read_document
from catalog.load.nodes import read_nodes
from catalog.load.vocabularies import load_vocabularies, vocabulary
from catalog.model import Entries, Finding, Kind, Severity, Vocabularies

MINI = Path(__file__).parent / "mini"
PROJECT = Path(__file__).parents[2]
DEFAULT = "cases/co-caso.md"
KINDS = {kind.folder: kind for kind in Kind}
NEW_SOURCE = "type: report\ntitle: Informe de la ONUDI\n"
FIELD = re.compile(r"^(?:[\w-]+|\{.*\}):(?: |$)|^[\w-]+: ", re.MULTILINE)


@cache
def mini() -> Mapping[str, str]:
    """The files of the small catalog by path."""
    return MappingProxyType(
        {
            path.relative_to(MINI).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(MINI.rglob("*.*"))
        }
    )


@cache
def vocabularies() -> tuple[Vocabularies, Mapping[str, object]]:
    """The vocabularies of the small catalog, with the project's where it has none."""
    words, files, findings = load_vocabularies(MINI, PROJECT)
    assert not [f for f in findings if f.severity is Severity.ERROR]
    return words, files


def sources_of(files: Mapping[str, str]) -> tuple[Sources, list[Finding]]:
    """Files in memory as the reader would give them."""
    words, vocabulary_files = vocabularies()
    raw = dict(vocabulary_files)
    by_name = dict(words.by_name)
    documents, findings = [], []
    for path, text in files.items():
        folder, _, name = path.partition("/")
        if path == PROVENANCE:
            continue
        if folder == "vocab":
            if text == mini().get(path):
                continue
            node, found = read_nodes(path, text)
            raw[path] = (text, node)
            by_name[PurePosixPath(name).stem] = vocabulary(PurePosixPath(name).stem, node)
        else:
            document, found = read_document(KINDS[folder], path, text)
            documents.append(document)
        findings += found
    names = {
        kind: frozenset(PurePosixPath(p).stem for p in files if p.startswith(kind.folder + "/"))
        for kind in Kind
    }
    unsound = frozenset(f.file for f in findings if f.severity is Severity.ERROR)
    sources = Sources(
        MINI,
        tuple(documents),
        Vocabularies(by_name),
        names,
        raw,  # type: ignore[arg-type]
        unsound,
        files.get(PROVENANCE, ""),
    )
    return sources, findings


def run(files: Mapping[str, str]) -> tuple[Entries, list[Finding]]:
    """Entries and all findings of files in memory; every place lies inside its file."""
    sources, loaded = sources_of(files)
    entries, found = check(sources)
    findings = sorted([*loaded, *found])
    for finding in findings:
        assert_inside(finding, sources.texts[finding.file])
    return entries, findings


def assert_inside(finding: Finding, text: str) -> None:
    """A finding points into its file."""
    rows = text.split("\n")
    assert 1 <= finding.line <= len(rows), finding
    width = len(rows[finding.line - 1])
    assert 1 <= finding.column <= width + 1, finding
    assert finding.column <= finding.end_column <= width + 1, finding


def with_example(example: str, whole: bool = False) -> tuple[str, dict[str, str]]:
    """The path that an example is about, and the small catalog with the example in it."""
    path = DEFAULT
    if header := re.match(r"# en (\S+)[^\n]*\n", example):
        path, example = header[1], example[header.end() :]
    files = dict(mini())
    if path == PROVENANCE:
        return path, {**files, path: example + "\n"}
    folder = path.partition("/")[0]
    old = files.get(path) or (NEW_SOURCE if folder == "sources" else files[default_of(folder)])
    if whole or folder == "vocab":
        files[path] = example + "\n"
    elif path.endswith(".yml"):
        files[path] = merged(old, example)
    elif FIELD.match(example):
        _, front, body = old.split("---\n", 2)
        files[path] = f"---\n{merged(front, example)}---\n{body}"
    else:
        _, front, _ = old.split("---\n", 2)
        files[path] = f"---\n{front}---\n\n{example}\n"
    return path, files


def default_of(folder: str) -> str:
    """The file that a new one of the same kind starts from."""
    return DEFAULT if folder == "cases" else next(p for p in mini() if p.startswith(folder + "/"))


def merged(front: str, example: str) -> str:
    """Front matter with the top-level fields of the example in place of its own."""
    names = set(re.findall(r"^([\w-]+):", example, re.MULTILINE))
    kept = "".join(text for name, text in blocks(front) if name not in names)
    return f"{kept}{example}\n"


def blocks(front: str) -> Iterator[tuple[str, str]]:
    """Top-level fields with all their lines."""
    for block in re.findall(r"^[\w-]+:.*\n(?:[ -].*\n)*", front, re.MULTILINE):
        yield block.partition(":")[0], block
