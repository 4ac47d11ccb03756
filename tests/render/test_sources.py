"""Pages of sources: what rests on them in right Spanish, titles in their own language."""

from types import SimpleNamespace

import pytest

from catalog.model import SourceEntry
from catalog.render.citations import citation, foreign
from catalog.render.pages.source import resting


@pytest.mark.parametrize(
    ("cases", "practices", "words"),
    [
        (0, 0, "Ningún caso ni práctica del catálogo descansa todavía en este documento."),
        (1, 0, "En este documento descansa 1 caso del catálogo."),
        (0, 3, "En este documento descansan 3 prácticas del catálogo."),
        (1, 1, "En este documento descansan 1 caso y 1 práctica del catálogo."),
    ],
)
def test_what_rests_on_a_document_is_told_in_right_spanish(cases, practices, words):
    assert resting(cases, practices).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("language", "basis", "told"),
    [("en", "source", "en"), ("es", "source", ""), ("en", "editor", ""), ("", "source", "")],
)
def test_a_title_tells_its_language_unless_it_is_spanish(language, basis, told):
    source = SourceEntry(
        id="x", file="", type="report", title="x", language=language, title_basis=basis
    )
    assert foreign(source) == told


def test_remarks_are_joined_without_their_full_stops():
    site = SimpleNamespace(catalog=SimpleNamespace(sources={}))
    found = citation(site, 1, "x", ["p. 3", "Leímos solo un extracto."])
    assert "; ".join(found.remarks) == "p. 3; Leímos solo un extracto"
