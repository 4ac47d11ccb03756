"""Ways out and in: letter, GitHub, links that begin or correct a case, gaps, no scripts."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.contribute.conftest import EMAIL, REPOSITORY
from tests.contribute.person import minimal
from tests.vocabulary import PROJECT

pytestmark = pytest.mark.browser
AXE = PROJECT / "tests" / "vendor" / "axe.min.js"


def without_addresses(page):
    """The same site in a catalog that has neither e-mail nor repository."""

    def answer(route):
        text = route.fetch().text().replace(REPOSITORY, "").replace(EMAIL, "")
        route.fulfill(body=text, content_type="text/javascript")

    page.route("**/formulario.js", answer)


def test_letter_and_github_carry_the_file(open_form):
    person = open_form()
    minimal(person)
    person.send()
    ((path, text),) = person.files().items()
    letter = urlsplit(
        person.page.get_by_role("link", name="Enviar por correo").get_attribute("href")
    )
    assert (letter.scheme, letter.path) == ("mailto", EMAIL)
    fields = parse_qs(letter.query)
    assert fields["subject"] == ["Caso para el Catálogo PML: Panadería que mide el gas de su horno"]
    assert text in fields["body"][0].replace("\r\n", "\n")
    there = urlsplit(person.page.get_by_role("link", name="Abrir en GitHub").get_attribute("href"))
    assert there.geturl().startswith(f"{REPOSITORY}/new/main/cases?")
    assert parse_qs(there.query) == {"filename": [path.split("/")[1]], "value": [text]}


def test_a_long_case_is_to_be_downloaded(open_form):
    person = open_form()
    minimal(person)
    person.unfold("El texto de la ficha")
    person.write("Qué se hizo", "La panadería midió el gas de su horno cada día. " * 200)
    person.send()
    assert person.mistakes() == []
    expect(person.page.get_by_role("link", name="Abrir en GitHub")).to_have_count(0)
    assert "descárguelo" in person.page.locator(".ready").inner_text()
    upload = person.page.get_by_role("link", name="Subir a cases/ en GitHub").get_attribute("href")
    assert upload == f"{REPOSITORY}/upload/main/cases"
    letter = person.page.get_by_role("link", name="Enviar por correo").get_attribute("href")
    assert len(letter) < 2000
    assert "Adjunto" in unquote(letter)


def test_without_addresses_the_file_is_what_remains(open_form):
    person = open_form(prepare=without_addresses)
    minimal(person)
    person.send()
    ready = person.page.locator(".ready")
    ready.wait_for()
    expect(ready.get_by_role("link")).to_have_count(0)
    assert "pondrá cada uno en la carpeta" in ready.inner_text()
    expect(ready.get_by_role("button", name="Descargar")).to_have_count(1)


def test_copy_puts_the_file_in_the_clipboard(open_form):
    person = open_form(permissions=["clipboard-read", "clipboard-write"])
    minimal(person)
    person.send()
    person.page.get_by_role("button", name="Copiar", exact=True).first.click()
    kept = person.page.evaluate("navigator.clipboard.readText()")
    ((_, text),) = person.files().items()
    assert kept == text.strip()


def test_a_gap_begins_a_case(open_form):
    person = open_form()
    gap = person.page.locator("#t-falta").locator("xpath=ancestor::section").locator("ul.tags a")
    expect(gap.nth(3)).to_be_attached()
    with person.page.expect_navigation():
        gap.first.click()
    asked = parse_qs(urlsplit(person.page.url).query)
    text = next(iter(person.files().values()))
    assert f"sector: {asked['sector'][0]}\n" in text
    assert f"resource: [{asked['resource'][0]}]\n" in text


def test_a_correction_leads_to_the_file(open_form):
    person = open_form("?corregir=casos/bo-curtiembre-ejemplo")
    note = person.page.locator("#correccion")
    assert "Curtiembre de ejemplo" in note.inner_text()
    edit = note.get_by_role("link", name="Corregir en GitHub").get_attribute("href")
    assert edit == f"{REPOSITORY}/edit/main/cases/bo-curtiembre-ejemplo.md"
    assert (
        note.get_by_role("link", name="Escribir un correo")
        .get_attribute("href")
        .startswith(f"mailto:{EMAIL}?subject=Correcci")
    )
    person = open_form("?corregir=casos/no-existe")
    expect(person.page.locator("#correccion *")).to_have_count(0)


def test_similar_entries_are_shown_with_their_links(open_form, built):
    person = open_form()
    minimal(person)
    person.settle()
    similar = person.page.locator("[role=status] .note")
    assert "Se apoya en la misma fuente" in similar.inner_text()
    person.write("Título", "Curtiembre con inversión mínima y gran ahorro")
    person.page.get_by_role("button", name="Quitar Panadería").click()
    person.choose("Sector", "tenería")
    similar.get_by_text("Se parece:").wait_for()
    to = similar.get_by_role("link", name="Curtiembre de ejemplo").get_attribute("href")
    assert to == "../casos/bo-curtiembre-ejemplo/"
    known = next(s for s in built.catalog.sources.values() if s.URL)
    person.press("Añadir otra fuente")
    card = person.card("Fuente 2")
    person.box("Documento o página", card).fill(f"{known.URL}/")
    person.page.get_by_role("option", name="Describir una fuente nueva").click()
    similar.get_by_text("Esta fuente ya está").wait_for()


def test_the_name_of_a_file_that_exists_is_refused(open_form):
    person = open_form()
    minimal(person)
    person.write("Nombre del archivo", "bo-curtiembre-ejemplo")
    person.send()
    assert "Ya existe una ficha" in person.mistakes()[0]
    person.write("Nombre del archivo", "BO Panadería Ñandú")
    person.settle()
    person.press("Usar «bo-panaderia-nandu»")
    assert person.mistakes() == []


def test_without_scripts_there_is_a_guide_a_template_and_ways_to_send(open_form):
    person = open_form(java_script_enabled=False)
    text = person.page.locator("main").inner_text()
    assert "El formulario necesita JavaScript" in text
    assert "Los 10 datos obligatorios" in text
    person.unfold("La plantilla")
    template = person.page.locator("#texto-plantilla").inner_text()
    required = ("title", "summary", "level", "country", "sector", "resource", "practices", "period")
    for name in (*required, "sources"):
        assert re.search(rf"^{name}:", template, re.MULTILINE), name
    hrefs = [a.get_attribute("href") for a in person.page.locator("main a").all()]
    assert f"mailto:{EMAIL}" in hrefs
    assert f"{REPOSITORY}/new/main/cases" in hrefs


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["telefono", "escritorio"])
def test_everybody_can_use_it(open_form, size, scheme):
    # The policy of the page keeps foreign scripts out, the examiner included.
    person = open_form(size=size, color_scheme=scheme, bypass_csp=True)
    minimal(person)
    person.write("Antes", "1.200")
    person.press("Añadir otra cifra")
    person.send()
    person.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    person.page.add_script_tag(path=str(AXE))
    found = person.page.evaluate("axe.run({resultTypes: ['violations']})")
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found["violations"]] == []
    assert person.page.evaluate("document.documentElement.scrollWidth") <= (
        360 if size == "telefono" else 1280
    )


def test_controls_are_large_enough_for_a_finger(open_form):
    person = open_form(size="telefono")
    minimal(person)
    person.send()
    person.page.evaluate(
        "document.querySelectorAll('#aportar details').forEach(d => d.open = true)"
    )
    small = person.page.evaluate(
        """() => [...document.querySelectorAll('#aportar *')]
        .filter(e => /^(input|select|textarea|button|summary)$/i.test(e.tagName))
        .map(e => /radio|checkbox/.test(e.type) ? e.closest('label') : e)
        .filter(e => e.offsetParent && e.getBoundingClientRect().height < 44)
        .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert small == []
