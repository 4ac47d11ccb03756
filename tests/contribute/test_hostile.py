"""Whatever is typed: the files stay valid, say exactly that, and nothing ever runs."""

import pytest
import yaml
from playwright.sync_api import expect

from catalog.load import load_tree
from catalog.rules.sheet import NOTHING
from tests.contribute.person import judged, minimal
from tests.vocabulary import PROJECT

pytestmark = pytest.mark.browser

TRAP = "<img src=x onerror=\"document.title='roto'\"><script>document.title='roto'</script>"
LINES = [
    "dos puntos: y # almohadilla", "'simple' y \"doble\"", "--- title: otro", "- guion", "? clave",
    "[lista, {mapa: 1}]", "{a: b}", "& ancla * alias ! etiqueta", "| bloque", "> plegado",
    "% directiva", "@arroba", "`comilla`", "no", "NO", "null", "~", "true", "1.5", "007",
    "2002-11-21", "12:30:00", "0x1F", "1e5", "=", "<<", "emoji 🥖 y ñandú",
    "termina en dos puntos:", "barra \\ invertida", "  espacios  ",
    "'", "''", '"', "...", "#", "a #b", "a: b: c", "¿Qué? ¡Sí!", "«comillas»",
    "tab\tdentro", "coma,sin espacio", "$HOME `ls`", "- - -", "!!python/object:os.system", "名前",
    ",", "]", "}", "a]", "*x", "&x", "?", "-", "e\u0301", "x\u2028y", "x\x85y", "x\x00y",
]  # fmt: skip
BODY = """# Título mío

title: otro

```
código sin cerrar

Setext
===

| a | b |
|---|---|
| 1 | 2 |

- lista
  - dentro
1. uno

\t    sangrado

***

[x]: https://ejemplo.org"""
WRITE = """line => { const s = Aportar.fresh(); s.case = {title: line, place: line, lessons: line,
  recognition: [{name: line, by: line}], economics: {investment: {value: '5', currency: 'USD',
  note: line}}, practices: [], sources: [{id: 'centro-ejemplo-estudio-2002', note: line}],
  level: 'enterprise'};
  s.body = {'Qué se hizo': line}; return Aportar.caseText(s); }"""


def test_any_line_comes_back_as_it_was(open_form):
    page = open_form().page
    for line in LINES:
        text = page.evaluate(WRITE, line)
        front = text.split("\n---\n")[0].removeprefix("---\n")
        data = yaml.load(front, Loader=yaml.BaseLoader)
        same = " ".join(line.replace("\x00", " ").split())
        assert data["title"] == data["place"] == same, line
        assert data["lessons"] == [same] if same else "lessons" not in data, line
        assert data["recognition"] == [{"name": same, "by": same}], line
        assert data["economics"]["investment"]["note"] == same, line
        assert data["sources"][0]["note"] == same, line
        kept = yaml.safe_load(front)["title"]
        assert isinstance(kept, str), (line, kept)
        assert same in NOTHING or not text.count(f"title: {same}\n") or kept == same


def test_a_wild_text_stays_in_its_section(open_form, tree):
    person = open_form()
    minimal(person)
    person.unfold("El texto de la ficha")
    person.write("Qué se hizo", BODY)
    person.write("Resultados", "Gasta menos.")
    person.send()
    assert person.mistakes() == []
    wrong, entries = judged(tree, person.files())
    assert wrong == []
    case = entries.cases["bo-panaderia-mide-gas-horno"]
    assert [row for row in case.body.split("\n") if row.startswith("#")] == [
        "## Qué se hizo",
        "## Resultados",
    ]


def test_markup_is_shown_as_text_refused_and_cured(open_form, tree):
    person = open_form()
    minimal(person)
    person.write("Título", f"Panadería que mide {TRAP} su gas")
    person.unfold("El texto de la ficha")
    person.write("Qué se hizo", f"Midió el gas {TRAP} y selló.")
    person.box("Documento o página", person.card("Fuente 1")).fill(TRAP)
    person.page.get_by_role("option", name="Describir una fuente nueva").click()
    card = person.card("Fuente 1")
    person.select("Tipo", "Informe", card)
    person.write("Editor", "ONUDI", card)
    person.send()
    assert person.page.title() != "roto"
    expect(person.page.locator("#aportar img, #vista img, #aportar script")).to_have_count(0)
    assert len(person.mistakes()) == 3
    for label, where in (("Título", None), ("Qué se hizo", None), ("Título", card)):
        assert "HTML" in person.error(label, where)
        owner = person.box(label, where).locator("xpath=ancestor::*[contains(@class,'err')][1]")
        owner.get_by_role("button", name="Usar").first.click()
    person.settle()
    person.write("Título", "Informe de la panadería", card)
    person.send()
    assert person.mistakes() == []
    wrong, _ = judged(tree, person.files())
    assert wrong == []


def test_the_address_cannot_bring_anything_in(open_form):
    query = f"?sector={TRAP}&country=<b>&resource=water,nada&corregir=casos/../../x{TRAP}"
    person = open_form(query)
    expect(person.page.locator("#aportar img, #correccion *")).to_have_count(0)
    assert person.page.get_by_label("Agua").is_checked()
    assert person.page.title() != "roto"


def test_every_pattern_of_the_rules_reaches_the_browser(open_form):
    page = open_form().page
    failed = page.evaluate(
        """() => Object.entries(CATALOGO_FORMULARIO.patterns).filter(([name, [source, flags]]) => {
          try { new RegExp(source, flags); return false; } catch (e) { return true; } })"""
    )
    assert failed == []


def test_everything_offered_is_in_the_vocabularies(open_form):
    page = open_form().page
    offered = page.evaluate(
        """() => Object.entries(CATALOGO_FORMULARIO.vocabularies)
          .map(([name, terms]) => [name, terms.map(t => t.id)])"""
    )
    known = load_tree(PROJECT / "tests", PROJECT)[0].vocabularies
    assert {name: list(known[name].terms) for name, _ in offered} == dict(offered)
