"""Routes: the real ones keep their promises, and the pages say each thing where it belongs."""

import csv
import re
from collections import Counter

import pytest

from catalog.options import Options
from catalog.pipeline import gather
from catalog.render.pages.training.deck import paper
from catalog.render.pages.training.steps import clock, duration
from tests.vocabulary import PROJECT

GUIDING = re.compile(r"seeds:(taller-n\d-q\d|mesa-g\d-q\d|reunion-2007-sesion-[\w-]+)$")
SEEDS = {"taller-tecnologias-limpias-2002", "mesa-profonanpe-2024", "pnuma-cps-alc-2007"}
ROUTE = "formacion/ruta-de-ejemplo"


@pytest.fixture(scope="module")
def real():
    catalog, findings = gather(Options(root=PROJECT, project=PROJECT))
    wrong = [f for f in findings if f.file.startswith("collections/")]
    assert wrong == []
    return catalog


def test_there_are_at_least_eight_routes_for_a_morning_or_a_day(real):
    assert len(real.collections) >= 8
    for route in real.collections.values():
        assert 120 <= sum(item.minutes for item in route.items) <= 360, route.id
        assert route.objectives, route.id
        assert route.prepare, route.id
        assert route.questions, route.id


def test_every_exercise_takes_its_figures_from_a_case(real):
    for route in real.collections.values():
        assert len(route.exercises) >= 3, route.id
        assert all(exercise.case in real.cases for exercise in route.exercises), route.id


def test_a_route_does_not_hide_what_failed(real):
    done = {"implemented"}
    for route in real.collections.values():
        cases = [real.cases[item.case] for item in route.items if item.case]
        assert any(case.outcome not in done for case in cases), route.id


def test_the_29_guiding_questions_have_one_place_each(real):
    with (PROJECT / "docs/decisiones/procedencia.csv").open(encoding="utf-8") as file:
        rows = {r["record"]: r["entry"] for r in csv.DictReader(file) if GUIDING.match(r["record"])}
    assert len(rows) == 29
    promised = Counter(entry.removeprefix("collections/") for entry in rows.values())
    asked = Counter(
        route.id
        for route in real.collections.values()
        for question in route.questions
        if question.source in SEEDS and question.pages
    )
    assert asked == promised
    texts = [q.text for route in real.collections.values() for q in route.questions]
    assert len(set(texts)) == len(texts)


def test_minutes_are_told_as_people_say_them():
    assert [duration(m).replace("\xa0", " ") for m in (45, 60, 220)] == [
        "45 min",
        "1 h",
        "3 h 40 min",
    ]
    assert [clock(m) for m in (0, 75, 605)] == ["0:00", "1:15", "10:05"]


def test_backs_are_swapped_for_the_long_edge():
    sheet = paper(["a", "b", "c"])
    assert sheet.fronts == ("a", "b", "c", None)
    assert sheet.backs == ("b", "a", None, "c")


def test_all_pages_of_a_route_are_there(built):
    for folder in (
        "",
        "participantes",
        "respuestas",
        "diapositivas",
        "tarjetas",
        "tarjetas/ocho",
        "dossier",
    ):
        assert (built.site / ROUTE / folder / "index.html").is_file(), folder


def test_answers_stand_only_on_their_sheet(read):
    answer = "Se paga en 1,3 meses."
    assert answer in read(f"{ROUTE}/respuestas")
    for folder in ("", "participantes", "diapositivas", "tarjetas", "dossier"):
        assert answer not in read(f"{ROUTE}/{folder}"), folder


def test_notes_for_the_facilitator_do_not_reach_participants(read):
    assert "Escuche primero." in read(ROUTE)
    assert "Escuche primero." not in read(f"{ROUTE}/participantes")


def test_what_an_author_types_stays_text(read):
    assert "«el recibo» &amp; el agua &lt; 5\u00a0m³" in read(ROUTE)


def test_questions_name_their_document_and_page(read):
    assert re.search(r"¿Qué le toca hacer al Estado\? <small[^>]*>\[1\] líneas 12", read(ROUTE))
