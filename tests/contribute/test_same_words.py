"""The form says what ``check`` says: the same faulty values, judged by both."""

import copy

import pytest

from catalog.check import check_tree
from catalog.model import Severity
from tests.vocabulary import PROJECT

pytestmark = pytest.mark.browser

RESULT = {"indicator": "water_use", "change": "-555", "unit": "m3", "basis": "reported"}
PERFECT = {
    "case": {
        "title": "Panadería que mide el gas de su horno",
        "summary": "Una panadería midió el gas de su horno, selló la puerta y ahora gasta menos.",
        "level": "enterprise",
        "country": ["BO"],
        "sector": ["bakery"],
        "resource": ["energy"],
        "practices": ["diagnosticar-la-planta"],
        "period": "2019",
        "sources": [{"id": "centro-ejemplo-estudio-2002"}],
        "results": [RESULT],
    },
    "body": {"Qué se hizo": "Midió el gas."},
    "news": {},
    "stray": {},
    "slug": "bo-panaderia-la-espiga",
}
VALUE = "case/results/0/change"
NUMBERS = [
    "1.200", "-1.200", "12.500", "1,200", "1,2", "1.234.567", "1,234,567", "49 000", "1_740_000",
    "14 %", "200 dólares", "−14", "1e5", "007", "muchos", "3 mil", "1.2.3", "12,34,56", "0.125",
]  # fmt: skip
DATES = [
    "21/11/2002", "10/11/2002", "2002-13-01", "2002-02-30", "2002-1", "noviembre de 2002", "ayer",
    "2004/2002", "2002-2004", "2002/", "../..", "sin fecha", "02", "1 de mayo de 2010", "3000",
]  # fmt: skip
TITLES = [
    "Agua", "Panadería " * 11, "PANADERÍA QUE MIDE EL GAS", "Panadería que mide el gas.",
    "Panadería TODO gas", "EL MÉTODO de la panadería andina", "Panadería <b>con</b> horno",
    "Panadería {{ config }} nueva", "Panadería **con** horno nuevo",
    "Panadería asdf con su horno", "Panadería x < y y z > y aquí",
]  # fmt: skip
BODIES = [
    "La planta <b>redujo</b>.", "Texto <!-- oculto -->.", "Texto {: .grande }.", "Texto {{ x }}.",
    "--8<-- \"/etc/passwd\"", "Véase [la guía](JaVaScript:alert(1)).", "[a](../../x.pdf) texto.",
    "[a](java&#115;cript:x) texto.", "Una línea\n\nPENDIENTE",
    "[guía](https://www.unido.org/guia) y [práctica](/practicas/practica-uno/).", "5 < 6 y 7 > 3.",
]  # fmt: skip
FIGURES = [
    {"change": ""}, {"change": "555"}, {"unit": ""}, {"change": "", "percent": "-14", "unit": ""},
    {"per": "kg"}, {"change": "", "percent": "-140", "percent_of": "todo"}, {"basis": ""},
    {"change": "", "baseline": "-5"}, {"change": "", "value": "40", "unit": "%"},
    {"n": "2.5"}, {"n": "0"}, {"indicator": ""}, {"period": "13/13/2002"},
]  # fmt: skip
PLACES = [
    *((VALUE, text) for text in NUMBERS),
    *(("case/period", text) for text in DATES),
    *(("case/title", text) for text in TITLES),
    *(("body/Qué se hizo", text) for text in BODIES),
    *(("case/results/0", {**RESULT, **figure}) for figure in FIGURES),
    *(("case/" + name, "") for name in ("title", "summary", "level", "country", "sector")),
    ("case/period", ""), ("case/sources", ""), ("case/resource", ""), ("case/practices", ""),
    ("case/place", "Tarija\u202e"), ("case/place", "Tarija, " * 25), ("case/subdivision", "Tarija"),
    ("case/size", "small"), ("case/coordinates", "4.12\n-740.5"), ("case/verification", "V0"),
    ("case/economics", {"investment": {"value": "500"}}),
    ("case/economics", {"investment": {"value": "-500", "currency": "USD"}}),
    ("case/economics", {"investment": {"value": "8 a 5", "currency": "USD"}}),
    ("case/recognition", [{"name": "Premio", "year": "2002.5"}]),
    ("case/outcome", "planned"), ("slug", "pe-panaderia"),
]  # fmt: skip
SOURCE = {"type": "report", "title": "Informe de la panadería", "publisher": "ONUDI"}
ADDRESSES = [
    "www.unido.org/informe.pdf", "https://bit.ly/3abcde", "javascript:alert(1)", "https://a@b.org/x",
    "https://unido.org/a b.pdf", "informe", "https://localhost/x", "ftp://unido.org/x",
]  # fmt: skip


def put(state, path, value):
    keys = path.split("/")
    place = state
    for key in keys[:-1]:
        place = place[int(key)] if key.isdigit() else place[key]
    place[int(keys[-1]) if keys[-1].isdigit() else keys[-1]] = value


def states():
    for path, value in PLACES:
        state = copy.deepcopy(PERFECT)
        put(state, path, value)
        yield f"{path}={value}", state
    for url in ADDRESSES:
        state = copy.deepcopy(PERFECT)
        state["case"]["sources"] = [{"id": "@1"}]
        state["news"] = {"@1": {"kind": "source", "data": {**SOURCE, "URL": url}}}
        yield f"URL={url}", state


def said_by_check(root, files):
    for path, text in files:
        (root / path).write_bytes(text.encode())
    names = {path for path, _ in files}
    found = [f for f in check_tree(root, PROJECT).findings if f.file in names]
    for path in names:
        (root / path).unlink()
    return {
        (f.rule.removeprefix("PML-"), f.message if f.rule != "PML-X09" else "")
        for f in found
        if f.severity is not Severity.NOTICE
    }


JUDGE = """async states => { Aportar.keys = true;
  await Aportar.bring(Object.keys(Aportar.data.parts)); return states.map(s => [
  Aportar.files(s).map(f => [f.path, f.text]),
  Aportar.review(s).map(f => [f.code, f.code === 'X09' ? '' : f.message])]); }"""


def test_form_and_check_say_the_same(open_form, tree):
    page = open_form().page
    names, wanted = zip(*states(), strict=True)
    differences = {}
    for name, (files, faults) in zip(names, page.evaluate(JUDGE, list(wanted)), strict=True):
        form, check = {tuple(fault) for fault in faults}, said_by_check(tree, files)
        if form != check:
            differences[name] = {"form": sorted(form - check), "check": sorted(check - form)}
    assert not differences, differences
