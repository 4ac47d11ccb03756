import json
import re

import pytest

from catalog.citation import (
    bibtex,
    bibtex_file,
    csl_item,
    of_entry,
    of_source,
    ris,
    ris_file,
    version,
)
from catalog.model import Kind, PartialDate
from tests.entries import case
from tests.entries_hostile import SETTINGS, hostile

WORKS = [of_source(source) for source in hostile().sources.values()]


def balanced(words):
    """BibTeX counts braces whatever stands before them."""
    depth = 0
    for sign in words:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    return depth == 0


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.id)
def test_bibtex_stays_one_entry(work):
    found = bibtex(work)
    assert balanced(found)
    assert len(re.findall(r"^@", found, re.M)) == 1
    for line in found.splitlines()[1:-1]:
        assert re.fullmatch(r"  [a-z]+ = \{.*\},", line), line
    inside = "".join(
        line.split(" = ", 1)[1] for line in found.splitlines()[1:-1] if "url" not in line
    )
    assert not re.search(r"(?<!\\)[%&#$_]", inside)


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.id)
def test_ris_stays_one_record(work):
    lines = ris(work).split("\r\n")
    assert lines[0].startswith("TY  - ")
    assert lines[-2:] == ["ER  - ", ""]
    assert [line[:2] for line in lines].count("ER") == 1
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert not any("\n" in line or "\u2028" in line for line in lines)


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.id)
def test_csl_keeps_every_sign(work):
    found = json.loads(json.dumps(csl_item(work)))
    assert found["title"] == work.title
    assert found["issued"] == {"date-parts": [[2002, 11]]}


def test_files_hold_all():
    assert bibtex_file(WORKS).count("\n@") + 1 == len(WORKS)
    assert ris_file(WORKS).count("ER  - ") == len(WORKS)


def test_braces_do_not_eat_the_next_entry():
    assert r"\textbraceright{}" in bibtex(WORKS[10])


def test_version_follows_the_content():
    one = case("a", updated=PartialDate(2026, 11, 21))
    same = case("a", updated=PartialDate(2025, 1, 1))
    other = case("a", body="Más.")
    assert version(one).hash == version(same).hash
    assert version(one).hash != version(other).hash
    assert re.fullmatch(r"[0-9a-f]{8}", version(one).hash)
    assert str(version(one)) == f"2026-11-21.{version(one).hash}"
    assert str(version(other)) == version(other).hash


def test_an_entry_is_cited_with_its_version():
    entry = case("a", title="Un caso", updated=PartialDate(2026, 11, 21))
    work = of_entry(Kind.CASE, entry, SETTINGS)
    assert work.url == "https://catalogo.example/casos/a/"
    assert version(entry).hash in bibtex(work)
    assert f"ET  - {version(entry).hash}" in ris(work)
    assert csl_item(work)["version"] == version(entry).hash
