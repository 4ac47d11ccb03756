"""The list of kinds of pages that tests and tools look at, and what the checker may say."""

import json

from tools.kinds import kinds
from tools.validate import ours


def put(site, path, text):
    file = site / path / "index.html"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


def test_the_longest_and_the_shortest_page_stand_for_their_kind(tmp_path):
    put(tmp_path, "casos/corto", "x")
    put(tmp_path, "casos/medio", "xx")
    put(tmp_path, "casos/largo", "xxx")
    put(tmp_path, "casos/movido", '<meta http-equiv="refresh" content="0; url=../largo/">')
    case = {"id": "medio", "title": "Medio", "level": "ngo", "verification": "V0"}
    (tmp_path / "datos/v1").mkdir(parents=True)
    (tmp_path / "datos/v1/catalog.json").write_text(json.dumps({"cases": [case]}), encoding="utf-8")
    found = kinds(tmp_path)
    assert found["casos (larga)"] == "/casos/largo/"
    assert found["casos (corta)"] == "/casos/corto/"
    assert found["caso ngo"] == "/casos/medio/"
    assert "/casos/movido/" not in found.values()
    assert len(found) == len(set(found.values()))


def test_the_checker_may_say_only_what_is_listed():
    policy = "Resource violates Content Security Policy (meta tag): external script “{}” blocked by"
    said = [
        {"message": policy.format("../a.js") + " “script-src” directive."},
        {"message": "Stray end tag “p”."},
    ]
    assert [message["message"] for message in ours(said)] == ["Stray end tag “p”."]
