"""A page of each kind in a real Chromium: nothing breaks, nothing leaves the site."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.vocabulary import PROJECT

pytestmark = pytest.mark.browser

AXE = PROJECT / "tests" / "vendor" / "axe.min.js"
SIZES = {"telefono": (360, 740), "escritorio": (1280, 800)}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def address(built):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture(scope="module")
def kinds(built):
    """One address of every kind of page."""
    catalog = built.catalog
    first = {
        "casos": catalog.cases,
        "practicas": catalog.practices,
        "organizaciones": catalog.organizations,
        "fuentes": catalog.sources,
    }
    pages = ["/", "/evidencia/", "/lecciones/", "/glosario/", "/metodologia/", "/acerca/"]
    for folder, entries in first.items():
        pages += [f"/{folder}/", f"/{folder}/{next(iter(entries))}/"]
    for outcome in ("discontinued", "planned"):
        pages += [f"/casos/{c.id}/" for c in catalog.cases.values() if c.outcome == outcome][:1]
    pages += [f"/casos/{c.id}/" for c in catalog.cases.values() if c.level == "state"][:1]
    pages += [f"/casos/{c.id}/" for c in catalog.cases.values() if c.verification == "V0"][:1]
    pages += ["/paises/", "/sectores/", "/recursos/", "/niveles/", "/instrumentos/"]
    pages += ["/paises/bolivia/", "/sectores/curtiembre/", "/recursos/agua/"]
    pages += ["/evidencia/paises/bolivia/", "/reglas/", "/reglas/pml-n01/"]
    pages += ["/datos/", "/formacion/"]
    pages += ["/explorar/", "/buscar/", "/aportar/", "/mi-empresa/", "/mi-seleccion/", "/texto/"]
    pages += [f"/formacion/{next(iter(catalog.collections))}/", "/decisiones/", "/sin-conexion/"]
    return [*pages, "/no-existe/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_pages_open_clean(browser, address, kinds, size, scheme):
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    trouble, abroad = [], []
    page.on("pageerror", lambda error: trouble.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: (
            trouble.append(f"{page.url}: {message.text}")
            if message.type == "error" and "404" not in message.text
            else None
        ),
    )
    page.on(
        "request",
        lambda request: (
            abroad.append(request.url) if not request.url.startswith((address, "data:")) else None
        ),
    )
    for path in kinds:
        page.goto(address + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            trouble.append(f"{path}: {wide} px wide")
    context.close()
    assert trouble == []
    assert abroad == []


def test_the_scheme_chosen_is_kept(browser, address):
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(address + "/")
    page.click("[data-do=scheme]")
    page.goto(address + "/glosario/")
    kept = page.evaluate("document.querySelector('[data-md-color-scheme]').dataset.mdColorScheme")
    context.close()
    assert kept == "slate"


def test_everything_is_there_without_scripts(browser, address, built):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    case = next(iter(built.catalog.cases.values()))
    page.goto(f"{address}/casos/{case.id}/")
    assert page.locator("h1").inner_text().replace("\n", " ") == case.title
    assert page.locator("main section").count() > 2
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_everybody_can_use_every_kind_of_page(browser, address, kinds, size, scheme):
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    faults = []
    for path in [path for path in kinds if path != "/no-existe/"] + ["/404.html"]:
        page.goto(address + path)
        page.add_script_tag(path=AXE)
        found = page.evaluate("axe.run().then(found => found.violations)")
        faults += [f"{path} {v['id']}: {v['nodes'][0]['html'][:160]}" for v in found]
    context.close()
    assert faults == []
