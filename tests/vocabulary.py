"""The project's own vocabularies, for tests that need real terms."""

from pathlib import Path

from catalog.load import load_tree

PROJECT = Path(__file__).parents[1]
VOCABULARIES = load_tree(PROJECT / "tests", PROJECT)[0].vocabularies
