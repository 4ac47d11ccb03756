"""The floors of the house: a module imports only from lower floors, and nothing goes in circles."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "catalog"
FLOORS = (
    {"model"},
    {
        *("schema", "report", "arithmetic", "settings", "options", "mend", "csvtext", "plain"),
        *("stages", "spread", "lazy", "reads", "digest"),
    },
    {"load", "scaffold", "starter", "history", "sheets", "citation"},
    {"rules"},
    {"check"},
    {"link", "measure"},
    {"assemble"},
    {"render", "importer", "stats"},
    {"export"},
    {"publish", "editions", "permanence", "preview", "wrap"},
    {"pipeline"},
    {"serve", "review"},
    {"cli"},
)
"""docs/decisiones/0006-pisos.md says the same in words."""
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}
MODULES = sorted(PACKAGE.rglob("*.py"))


def part(module: str) -> str:
    """``catalog.load.files`` belongs to ``load``."""
    return module.split(".")[1] if "." in module else ""


def name_of(path: Path) -> str:
    """The dotted name of a module."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(path: Path) -> tuple[tuple[str, int], ...]:
    """Modules of the package that a file imports, with the line."""
    return tuple(found_in(ast.parse(path.read_text(encoding="utf-8"))))


def found_in(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            module = node.module or ""
            for alias in node.names:
                inner = f"{module}.{alias.name}"
                yield (inner if exists(inner) else module), node.lineno
        elif isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)


@cache
def exists(module: str) -> bool:
    """True for a module of the package."""
    path = ROOT.joinpath(*module.split("."))
    return module.startswith("catalog.") and (path.with_suffix(".py").is_file() or path.is_dir())


def test_every_part_has_a_floor():
    parts = {part(name_of(path)) for path in MODULES} - {""}
    assert parts <= set(FLOOR), "add new parts to FLOORS and to docs/decisiones/0006-pisos.md"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_down(path):
    own = part(name_of(path))
    for module, line in imports(path):
        other = part(module) if module.startswith("catalog.") else ""
        if other and own and other != own:
            assert FLOOR[other] < FLOOR[own], f"{name_of(path)}:{line} imports {module}"


def test_model_needs_only_the_standard_library():
    import sys

    for path in (PACKAGE / "model").rglob("*.py"):
        for module, line in imports(path):
            top = module.split(".")[0]
            assert top in sys.stdlib_module_names or top == "catalog", f"{path.name}:{line}"


def test_no_import_cycles():
    graph = {name_of(path): {m for m, _ in imports(path) if exists(m)} for path in MODULES}
    done: set[str] = set()
    for name in graph:
        walk(name, graph, done, ())


def walk(name: str, graph: dict[str, set[str]], done: set[str], above: tuple[str, ...]) -> None:
    assert name not in above, " -> ".join([*above[above.index(name) :], name])
    if name in done or name not in graph:
        return
    for other in sorted(graph[name]):
        walk(other, graph, done, (*above, name))
    done.add(name)
