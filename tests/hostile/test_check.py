"""Every attack is refused with a reason, or named as harmless; none takes a second."""

import time

import pytest

from catalog.check import check_tree
from catalog.model import Severity
from tests.hostile.attacks import PROJECT, attacks, tree

SECOND = 1.0
REFUSED = [attack for attack in attacks() if attack.expect]
HARMLESS = [attack for attack in attacks() if attack.accepted]


@pytest.fixture
def judged(tmp_path):
    """Findings on an attack, judged beside a small sound catalog within a second."""

    def judge(attack):
        tree(tmp_path)
        attack.write(tmp_path)
        started = time.process_time()
        found = check_tree(tmp_path, PROJECT).findings
        assert time.process_time() - started < SECOND
        return found

    return judge


def test_the_corpus_is_whole():
    names = [attack.name for attack in attacks()]
    assert len(names) == len(set(names)) >= 150
    assert all(bool(attack.expect) != bool(attack.accepted) for attack in attacks())


@pytest.mark.parametrize("attack", REFUSED, ids=str)
def test_refused(judged, attack):
    found = judged(attack)
    assert attack.expect in {finding.rule for finding in found}, [str(f)[:200] for f in found]
    assert all(finding.message for finding in found)


@pytest.mark.parametrize("attack", HARMLESS, ids=str)
def test_harmless(judged, attack):
    errors = [f for f in judged(attack) if f.severity is Severity.ERROR]
    assert errors == []
