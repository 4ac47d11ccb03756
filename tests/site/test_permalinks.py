"""Every address ever published answers in the site built from the real content."""

import re

from tests.vocabulary import PROJECT

REFRESH = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')


def lines():
    return (PROJECT / "permalinks.txt").read_text(encoding="utf-8").splitlines()


def test_every_listed_address_answers(built):
    missing = [line for line in lines() if not (built.site / line[1:] / "index.html").is_file()]
    assert missing == []


def test_every_redirect_arrives(built):
    lost = []
    for line in lines():
        page = built.site / line[1:]
        found = REFRESH.search((page / "index.html").read_text(encoding="utf-8"))
        if found and not (page / found[1] / "index.html").is_file():
            lost.append(line)
    assert lost == []


def test_the_list_is_sorted_and_without_repetition():
    assert lines() == sorted(set(lines()))


def test_every_page_shows_its_address_and_entries_their_last_change(built):
    for kind, folder in (("cases", "casos"), ("practices", "practicas"), ("sources", "fuentes")):
        id, entry = next(iter(getattr(built.catalog, kind).items()))
        text = (built.site / folder / id / "index.html").read_text(encoding="utf-8")
        assert f"https://catalogo.example/{folder}/{id}/" in text
        assert ("Última modificación" in text) == (entry.updated is not None)
