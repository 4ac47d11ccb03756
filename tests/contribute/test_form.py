"""Fill in the form as a person, take the files, run ``check``."""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from tests.contribute.person import judged, minimal

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", ["telefono", "escritorio"])
def test_a_minimal_case_passes_check(open_form, tree, size):
    person = open_form(size=size)
    minimal(person)
    person.send()
    assert person.mistakes() == []
    files = person.files()
    assert list(files) == ["cases/bo-panaderia-mide-gas-horno.md"]
    wrong, entries = judged(tree, files)
    assert wrong == []
    case = entries.cases["bo-panaderia-mide-gas-horno"]
    assert (case.country, case.sector, case.resource) == (("BO",), ("bakery",), ("energy",))
    assert person.page.evaluate("document.documentElement.scrollWidth") <= (
        360 if size == "telefono" else 1280
    )


@pytest.mark.parametrize("size", ["telefono", "escritorio"])
def test_a_case_with_figures_and_a_new_source_passes_check(open_form, tree, size):
    person = open_form(size=size)
    whole_case(person)
    person.send()
    assert person.mistakes() == []
    files = person.files()
    assert list(files) == [
        "sources/centro-andino-informe-hotel-mirador-2018.yml",
        "organizations/hotel-mirador-sucre.yml",
        "cases/bo-hotel-mirador-gasta-menos-agua-cada-huesped.md",
    ]
    assert person.downloads() == {path.split("/")[1]: text for path, text in files.items()}
    wrong, entries = judged(tree, files)
    assert wrong == []
    expect_whole(entries)


def whole_case(person):
    person.write("Título", "Hotel Mirador gasta menos agua por cada huésped")
    person.write(
        "Resumen",
        "Un hotel de Sucre midió el agua de sus baños, cambió las duchas y recuperó lo gastado.",
    )
    person.tick("¿Quién lo hizo?", "Empresa")
    person.choose("País", "Bolivia")
    person.choose("Sector", "hotel")
    person.write("¿Cuándo?", "2016/2018")
    person.tick("¿Qué cuida?", "Agua", "Energía")
    person.choose("¿Qué práctica aplicó?", "diagn")
    source = person.card("Fuente 1")
    describe_source(person, source)
    figures(person)
    person.unfold("El texto de la ficha")
    person.write("Situación inicial", "Las duchas eran viejas:\n\n- goteaban;\n- nadie medía.")
    person.write("Qué se hizo", "El hotel puso **medidores** y duchas nuevas.")
    person.unfold("Lugar, tamaño y quiénes participaron")
    person.write("Lugar", "Sucre")
    person.select("Tamaño", "Pequeña")
    person.select("Quién dijo el tamaño", "Fuente")
    organization(person)
    person.unfold("Lo aprendido")
    learned = person.page.locator("details", has_text="Lo aprendido").last
    lessons = "Medir antes de comprar.\nConviene empezar por lo barato: un sello."
    person.write("Lecciones", lessons, learned)
    person.unfold("Cómo terminó y cómo se sabe")
    person.select("Cómo terminó", "Implementado")


def describe_source(person, card):
    person.box("Documento o página", card).fill("Informe del Hotel Mirador")
    person.page.get_by_role("option", name="Describir una fuente nueva").click()
    person.select("Tipo", "Informe", card)
    person.write("Autores", "Centro Andino de Ecoeficiencia", card)
    person.write("Publicado", "2018-05", card)
    person.write("Dirección", "https://ejemplo.org/informes/mirador.pdf", card)
    person.write("Consultado el", "2024-03-01", card)


def figures(person):
    one = person.card("Una cifra 1")
    person.choose("¿Qué se midió?", "consumo de agua", one)
    person.write("Antes", "3964", one)
    person.write("Después", "3409", one)
    person.select("Unidad", "m³", one)
    person.select("Por (cada cuánto)", "año", one)
    person.tick("¿Cómo se sabe?", "Medido", where=one)
    person.settle()
    assert "−555 m³, −14 %" in one.inner_text()
    person.press("Añadir otra cifra")
    two = person.card("Una cifra 2")
    person.choose("¿Qué se midió?", "luz", two)
    person.write("Cambio en %", "de -10 a -15", two)
    person.settle()
    person.write("¿Porcentaje de qué?", "consumo de electricidad del hotel", two)
    person.tick("¿Cómo se sabe?", "Estimado", where=two)
    person.press("Añadir otra cifra")
    three = person.card("Una cifra 3")
    person.choose("¿Qué se midió?", "superficie", three)
    person.write("O un valor solo", "40", three)
    person.select("Unidad", "ha", three)
    person.tick("¿Cómo se sabe?", "Declarado", where=three)
    three.locator("summary").first.click()
    person.select("¿Solo sitúa el caso?", "Sí", three)
    money = person.page.locator("fieldset.group")
    investment = money.filter(has=person.page.locator("legend", has_text="Inversión")).last
    saving = money.filter(has=person.page.locator("legend", has_text="Ahorro por año")).last
    for part, amount in ((investment, "2240"), (saving, "más de 1200.50")):
        person.write("Monto", amount, part)
        person.select("Moneda", "USD", part)
        person.write("Año de la moneda", "2018", part)


def organization(person):
    person.press("Añadir una organización")
    card = person.card("Organización 1")
    person.box("Organización", card).fill("Hotel Mirador de Sucre")
    person.page.get_by_role("option", name="Describir una organización nueva").click()
    person.select("Tipo", "Empresa", card)
    person.choose("País", "bol", card)
    person.select("Papel", "Ejecuta", card)


def expect_whole(entries):
    case = entries.cases["bo-hotel-mirador-gasta-menos-agua-cada-huesped"]
    water, power, garden = case.results
    assert (garden.context, power.context) == (True, None)
    assert (water.baseline.value, water.after.value) == (Decimal(3964), Decimal(3409))
    assert (water.unit, water.per, water.basis) == ("m3", "year", "measured")
    assert (power.percent.low, power.percent.high) == (Decimal(-10), Decimal(-15))
    assert case.economics.investment.value.value == Decimal(2240)
    assert case.economics.annual_saving.value.low == Decimal("1200.50")
    assert [note.text for note in case.lessons] == [
        "Medir antes de comprar.",
        "Conviene empezar por lo barato: un sello.",
    ]
    assert case.size_basis == "source"
    assert "## Situación inicial" in case.body
    source = entries.sources[case.sources[0].id]
    assert (source.title, source.URL) == (
        "Informe del Hotel Mirador",
        "https://ejemplo.org/informes/mirador.pdf",
    )
    assert [o.role for o in case.organizations] == ["implementer"]


def test_what_was_typed_last_is_kept_by_whoever_leaves_at_once(open_form):
    person = open_form()
    person.box("Título").fill("Panadería que mide el gas")
    person.page.reload()
    assert person.box("Título").input_value() == "Panadería que mide el gas"
    person.box("Título").fill("")
    person.page.reload()
    assert person.box("Título").input_value() == ""


def test_the_draft_outlives_a_reload_and_can_be_thrown_away(open_form):
    person = open_form()
    minimal(person)
    # The page's policy forbids the eval behind wait_for_function, so ask from outside.
    while not person.page.evaluate("localStorage.getItem('catalogo.aportar')"):
        person.settle()
    person.page.wait_for_timeout(700)
    before = person.files()
    person.page.reload()
    assert person.box("Título").input_value() == "Panadería que mide el gas de su horno"
    assert person.files() == before
    person.page.once("dialog", lambda dialog: dialog.accept())
    person.press("Borrar borrador")
    assert person.box("Título").input_value() == ""
    person.page.reload()
    assert person.box("Título").input_value() == ""


@pytest.mark.parametrize(
    "trouble",
    [
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }",
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})",
        'localStorage.setItem(\'catalogo.aportar\', \'{"version":1,"state":{"case":[7]\')',
        """localStorage.setItem('catalogo.aportar',
        '{"version":1,"state":{"case":{"results":5}}}')""",
    ],
)
def test_without_memory_the_form_still_works(open_form, tree, trouble):
    person = open_form(prepare=lambda page: page.add_init_script(trouble))
    minimal(person)
    person.send()
    assert person.mistakes() == []
    if "throw" in trouble:
        person.page.get_by_text("no deja guardar el borrador").wait_for()
    assert judged(tree, person.files())[0] == []


def test_it_works_from_a_folder(open_form, built, tree):
    person = open_form(url=(built.site / "aportar" / "index.html").as_uri())
    minimal(person)
    person.send()
    assert person.mistakes() == []
    assert judged(tree, person.files())[0] == []


def test_errors_are_told_and_cured_one_by_one(open_form):
    person = open_form()
    minimal(person)
    one = person.card("Una cifra 1")
    person.write("Antes", "1.200", one)
    person.write("¿Cuándo?", "noviembre de 2002")
    person.write("Título", "Agua")
    person.send()
    assert len(person.mistakes()) >= 5
    summary = person.page.locator(".summary [role=alert]")
    assert summary.evaluate("e => e === document.activeElement")
    told = person.error("Antes", one)
    assert "1.200 se puede leer como 1200 o como 1.2." in told
    person.press("Usar «1200»", one)
    assert person.box("Antes", one).input_value() == "1200"
    person.page.locator(".summary a", has_text="¿Cuándo?").click()
    assert person.box("¿Cuándo?").evaluate("e => e === document.activeElement")
    person.press("Usar «2002-11»")
    assert person.error("¿Cuándo?") == ""
    assert "«Título» tiene 4 caracteres; el mínimo es 10." in person.error("Título")
    person.write("Título", "Panadería que mide el gas")
    person.choose("¿Qué se midió?", "agua", one)
    person.select("Unidad", "m³", one)
    person.tick("¿Cómo se sabe?", "Medido", where=one)
    person.send()
    assert person.mistakes() == []
    assert person.page.locator(".ready").evaluate("e => e === document.activeElement")


def test_words_are_understood_as_check_does(open_form):
    person = open_form()
    person.write("Sector", "tenería")
    person.box("Sector").press("Tab")
    expect(person.page.get_by_role("button", name="Quitar Curtiembre")).to_have_count(1)
    person.write("País", "Bolibia")
    person.box("País").press("Tab")
    person.settle()
    assert "¿Quiso decir «Bolivia»?" in person.error("País")
    person.press("Usar «Bolivia»")
    expect(person.page.get_by_role("button", name="Quitar Bolivia")).to_have_count(1)
    assert person.error("País") == ""


def test_the_keyboard_is_enough(open_form, tree):
    person = open_form()
    keys = person.page.keyboard
    person.box("Título").focus()
    keys.type("Panadería que mide el gas de su horno")
    keys.press("Tab")
    keys.type("Una panadería de Oruro midió el gas de su horno, selló la puerta y gasta menos.")
    keys.press("Tab")
    keys.press("ArrowLeft")  # the last of the radio buttons: Empresa
    keys.press("Tab")
    for word in ("boliv", "panader"):
        keys.type(word)
        keys.press("ArrowDown")
        keys.press("Enter")
        keys.press("Tab")  # past the chosen one
        keys.press("Tab")
    keys.type("2019")
    keys.press("Tab")
    keys.press("Space")
    person.settle()  # the box for «ninguno, porque…» goes away
    for _ in range(8):
        keys.press("Tab")
    keys.type("diagn")
    keys.press("ArrowDown")
    keys.press("Enter")
    person.box("Documento o página", person.card("Fuente 1")).focus()
    keys.type("estudio")
    keys.press("ArrowDown")
    keys.press("Enter")
    person.page.get_by_role("button", name="Revisar y enviar").focus()
    expect(person.page.get_by_text("Trayendo la lista…")).to_have_count(0)
    keys.press("Enter")
    assert person.mistakes() == []
    assert judged(tree, person.files())[0] == []
