"""From a text of 600 words to a file that passes ``check``, by the form (see CONTRIBUTING)."""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from catalog.scaffold import arranged
from catalog.schema import HEADINGS
from tests.contribute.person import judged
from tests.vocabulary import PROJECT

pytestmark = pytest.mark.browser
EXERCISE = PROJECT / "tests/contribute/ejercicio/panaderia.txt"
TEXTS = [EXERCISE, PROJECT / "tests/cli/lavanderia.txt"]
NAME = "bo-panaderia-trigo-ejemplo-menos-gas-junta-nueva"


def minimum(person, *, practice=True):
    person.write(
        "Título", "Panadería Trigo de Ejemplo: menos gas con una junta nueva y un cuaderno"
    )
    person.write(
        "Resumen",
        "Una panadería pesó, anotó, cambió la junta del horno y apagó entre turnos: ahorra gas.",
    )
    person.tick("¿Quién lo hizo?", "Empresa")
    person.choose("País", "bolivia")
    person.choose("Sector", "panadería")
    person.write("¿Cuándo?", "2017/2018")
    person.tick("¿Qué cuida?", "Energía", "Agua", "Residuos")
    if practice:
        person.choose("¿Qué práctica aplicó?", "diagn")


def source(person):
    card = person.card("Fuente 1")
    person.box("Documento o página", card).fill("Seis panaderías y un cuaderno")
    person.page.get_by_role("option", name="Describir una fuente nueva").click()
    person.select("Tipo", "Informe", card)
    person.write("Publicado", "2019-03", card)
    person.write("Editor", "Centro Andino de Ejemplo", card)


def gas(person):
    card = person.card("Una cifra 1")
    person.choose("¿Qué se midió?", "gas", card)
    person.write("Antes", "1.240", card)
    person.settle()
    person.press("Usar «1240»", card)
    person.write("Después", "980", card)
    person.select("Unidad", "kg", card)
    person.select("Por (cada cuánto)", "mes", card)
    person.tick("¿Cómo se sabe?", "Medido", where=card)


def test_from_a_text_to_files_that_pass(open_form, tree):
    person = open_form(size="telefono")
    minimum(person)
    source(person)
    gas(person)
    person.unfold("El texto de la ficha")
    person.write("Pegue aquí el texto entero, si ya lo tiene", EXERCISE.read_text(encoding="utf-8"))
    person.press("Repartir en las partes")
    told = person.page.get_by_text("Quedó bajo:").inner_text()
    parts = "Situación inicial, Qué se hizo, Resultados, Dificultades, Lecciones"
    assert told == f"Quedó bajo: {parts}. Repáselo abajo."
    person.send()
    person.page.locator(".ready").wait_for()
    assert person.mistakes() == []
    files = {f"{'cases' if name.endswith('.md') else 'sources'}/{name}": text
             for name, text in person.downloads().items()}  # fmt: skip
    assert set(files) == set(person.files())
    wrong, entries = judged(tree, files)
    assert wrong == []
    case = entries.cases[NAME]
    assert case.results[0].baseline.value == Decimal(1240)
    assert "- Cambiar la junta de la puerta" in case.body
    assert person.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_text_that_was_not_laid_out_is_when_it_is_sent(open_form):
    person = open_form()
    minimum(person)
    source(person)
    person.unfold("El texto de la ficha")
    person.write("Qué se hizo", "Ya estaba.")
    person.write("Pegue aquí el texto entero, si ya lo tiene", "Pesó el pan.")
    person.send()
    person.page.locator(".ready").wait_for()
    assert "Ya estaba.\n\nPesó el pan.\n" in person.files()[f"cases/{NAME}.md"]


@pytest.mark.parametrize("level", HEADINGS)
def test_the_form_lays_texts_out_as_new_does(open_form, level):
    page = open_form().page
    odd = "uno\n• dos\r\n– tres\nLogros:\n\n\nCuatro\u00a0cinco\u00ad\n7) ACTIVIDADES\nSeis\vsiete"
    for text in [odd, "Sin títulos", *(path.read_text(encoding="utf-8") for path in TEXTS)]:
        made = page.evaluate(
            "([text, names]) => Aportar.arranged(text, names)", [text, HEADINGS[level]]
        )
        whole = "\n".join(f"## {name}\n\n{part}\n" for name, part in made.items())
        assert whole == arranged(text, HEADINGS[level])


def test_lists_of_entries_come_when_they_are_asked_for(open_form):
    asked = []
    person = open_form(prepare=lambda page: page.on("request", lambda r: asked.append(r.url)))

    def fetched():
        return {url.rpartition("/formulario-")[2] for url in asked if "/formulario-" in url}

    assert fetched() == set()
    person.box("¿Qué práctica aplicó?").click()
    person.page.get_by_role("option").nth(1).wait_for()
    assert fetched() == {"practicas.js"}
    person.write("Título", "Panadería que mide el gas de su horno")
    person.settle()
    assert fetched() == {"practicas.js", "casos.js"}
    person.box("Documento o página", person.card("Fuente 1")).click()
    person.page.get_by_role("option", name="Describir una fuente nueva").wait_for()
    assert fetched() == {"practicas.js", "casos.js", "fuentes.js"}


def test_keys_faster_than_the_network_count_when_the_list_comes(open_form):
    held = []

    def hold(page):
        page.route("**/formulario-practicas.js", lambda route: held.append(route))

    person = open_form(prepare=hold, service_workers="block")
    keys = person.page.keyboard
    person.box("¿Qué práctica aplicó?").focus()
    keys.type("diagn")
    keys.press("ArrowDown")
    keys.press("Enter")
    person.box("Título").focus()
    chosen = person.page.get_by_role("button", name="Quitar Diagn")
    expect(chosen).to_have_count(0)
    held[0].continue_()
    expect(chosen).to_have_count(1)
    expect(person.box("Título")).to_be_focused()
    expect(person.box("¿Qué práctica aplicó?")).to_have_attribute("aria-expanded", "false")


def test_when_the_lists_do_not_come_the_rest_works(open_form, tree):
    """Empty answers, as of a captive portal: the console tells nothing of them."""

    def nothing(page):
        page.route(
            "**/formulario-*.js", lambda r: r.fulfill(body="", content_type="text/javascript")
        )

    person = open_form(prepare=nothing, service_workers="block")  # it fetches past the route
    minimum(person, practice=False)
    person.box("¿Qué práctica aplicó?").click()
    person.page.get_by_text("La lista no llegó").first.wait_for()
    person.write("Ninguna de la lista, porque…", "Sin red no se ve la lista.")
    source(person)
    person.send()
    person.page.locator(".ready").wait_for()
    assert judged(tree, person.files())[0] == []
    person.page.unroute("**/formulario-*.js")
    person.choose("¿Qué práctica aplicó?", "diagn")
    person.settle()
    assert "practices: [diagnosticar-la-planta]" in person.files()[f"cases/{NAME}.md"]
