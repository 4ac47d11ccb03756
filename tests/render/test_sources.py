"""Pages of sources: what rests on them in right Spanish, titles in their own language."""

import re
from types import SimpleNamespace

import pytest

from catalog.model import SourceEntry
from catalog.render import TEMPLATES
from catalog.render.citations import citation, foreign
from catalog.render.env import environment
from catalog.render.pages.source import resting
from catalog.render.view import Citation


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


ENDS = {
    "plain": ({"authors": "Pérez, A", "title": "Un título"}, "Pérez, A. Un título. Casa. 2002."),
    "a point": ({"authors": "Pérez, A.", "title": "Fin."}, "Pérez, A. Fin. Casa. 2002."),
    "a question": ({"authors": "", "title": "¿Qué hacer?"}, "¿Qué hacer? Casa. 2002."),
    "ours": ({"authors": "", "title": "¿Qué?", "bracketed": True}, "[¿Qué?]. Casa. 2002."),
    "a firm": (
        {"authors": "", "title": "A", "details": ("Papel S.A.", "2002")},
        "A. Papel S.A. 2002.",
    ),
}


@pytest.mark.parametrize("words", ENDS)
def test_a_sentence_has_one_full_stop(words):
    given, said = ENDS[words]
    usual = {"bracketed": False, "details": ("Casa", "2002")}
    empty = dict.fromkeys(("address", "url", "archive", "accessed"), "")
    found = Citation(**{"number": 1, **empty, **usual, **given})
    template = '{% import "_macros.html.j2" as m with context %}{{ m.cite(c) }}'
    html = environment(TEMPLATES).from_string(template).render(c=found, relative=str)
    assert re.sub("<[^>]*>", "", html) == said
