from pathlib import Path

from catalog.check import check_tree
from catalog.model import Severity
from tests.vocabulary import PROJECT
from tools.synth import synthesize


def test_every_real_case_can_be_repeated(tmp_path: Path) -> None:
    number = sum(1 for _ in (PROJECT / "cases").glob("*.md")) + 1
    root = tmp_path / "tree"
    synthesize(PROJECT, root, number)
    checked = check_tree(root, PROJECT)
    assert [f for f in checked.findings if f.severity is Severity.ERROR] == []
    assert len(checked.entries.cases) == number
    assert all(case.tombstone is None for case in checked.entries.cases.values())
