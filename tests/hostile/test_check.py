"""Every attack is refused with a reason, or named as harmless; none takes a second."""

import time
from functools import cache

import pytest

from catalog import load
from catalog.check import check_tree
from catalog.load.vocabularies import load_vocabularies
from catalog.model import Severity
from tests.hostile.attacks import MINI, PROJECT, attacks, tree

SECOND = 1.0
REFUSED = [attack for attack in attacks() if attack.expect]
HARMLESS = [attack for attack in attacks() if attack.accepted]


@cache
def _words():
    return load_vocabularies(MINI, PROJECT)


def words(*_):
    """The vocabularies, read once; the reader adds to its list of findings."""
    found, files, findings = _words()
    return found, files, list(findings)


@pytest.fixture
def judged(tmp_path, monkeypatch):
    """Findings on an attack, judged beside a small sound catalog within a second."""

    def judge(attack):
        tree(tmp_path)
        attack.write(tmp_path)
        if not attack.path.startswith("vocab/"):
            monkeypatch.setattr(load, "load_vocabularies", words)
        words()
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
