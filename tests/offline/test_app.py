"""The installed site: what was read stays, and no page is ever put together from two editions."""

import json
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Error

from catalog.editions import MANIFEST, install
from catalog.editions.app import BLOCKS, DATA, TRUNK, VERSION_PLACE, WORKER, block_of, lists
from catalog.editions.facts import digest, facts
from catalog.editions.kept import ESSENTIAL, OTHER, SEARCH, SHELL, Listed
from catalog.options import Options
from catalog.pipeline import build
from tests.offline.listing import blocks, data, rows, trunk
from tests.vocabulary import PROJECT

pytestmark = pytest.mark.browser
CASE, OTHER_CASE = "casos/bo-curtiembre-ejemplo/", "casos/py-granja-ejemplo/"
MARK = "data-prueba-edicion"
SCRIPT_MARK = "window.EDICION"
SHEET_MARK = "--edicion"
PARTS = f"""() => document.readyState === 'complete' && [
  document.querySelector('meta[name={MARK}]').content, {SCRIPT_MARK},
  getComputedStyle(document.documentElement).getPropertyValue('{SHEET_MARK}').trim()]"""


class Quiet(SimpleHTTPRequestHandler):
    def do_GET(self):
        # Both editions are made within one second, which is all that a date in a header can tell.
        del self.headers["If-Modified-Since"]
        super().do_GET()

    def end_headers(self):
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def translate_path(self, path):
        self.directory = str(self.server.folder)
        return super().translate_path(path)

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    """Serves ``folder``, which a test may change for another edition."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.server_address[1]}/"
        threading.Thread(target=self.serve_forever, daemon=True).start()


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """The same small site twice; every page, script and sheet says of which edition it is."""
    root = tmp_path_factory.mktemp("app") / "chico"
    shutil.copytree(PROJECT / "tests/golden/mini", root, ignore=shutil.ignore_patterns("build"))
    plain = build(Options(root=root, project=PROJECT)).site
    return {name: marked(plain, root / name, name) for name in "AB"}


def marked(plain: Path, site: Path, name: str) -> Path:
    shutil.copytree(plain, site)
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        tag = f'<meta name="{MARK}" content="{name}"></head>'
        page.write_text(text.replace("</head>", tag, 1), encoding="utf-8")
    for path, text in (
        ("assets/catalogo.js", f"\n{SCRIPT_MARK} = '{name}';\n"),
        ("assets/catalogo.css", f"\n:root{{{SHEET_MARK}:{name}}}\n"),
    ):
        with (site / path).open("a", encoding="utf-8") as file:
            file.write(text)
    shutil.copy(PROJECT / "theme" / WORKER, site / WORKER)
    assert install(site)
    return site


@pytest.fixture
def server(editions):
    server = Server(editions["A"])
    yield server
    server.shutdown()


@pytest.fixture
def context(browser):
    context = browser.new_context()
    yield context
    context.close()


def ready(page, address):
    """Open the site for the first time and wait until the worker answers."""
    page.goto(address)
    until(page, "navigator.serviceWorker.controller !== null")
    until(page, "!document.querySelector('[data-app]').hidden")


def until(page, condition):
    """Ask again until it holds; the pages' policy allows no function from outside."""
    for _ in range(150):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never came true: {condition}")


def kept_versions(page):
    """Versions of which something is kept."""
    names = page.evaluate("caches.keys()")
    return [name.split(" ")[2] for name in names if not name.endswith(("notas", "ajenas"))]


def version_of(site):
    return digest((site / TRUNK).read_bytes())


def edition(page):
    """The one edition of everything that the page consists of."""
    for _ in range(60):  # watched by a test, a browser takes five seconds to change workers
        try:
            if parts := page.evaluate(PARTS):
                assert len(set(parts)) == 1, f"{page.url} mixes {parts}"
                return parts[0]
        except Error:
            """The page between two editions is there, or is just leaving."""
        page.wait_for_timeout(200)
    raise AssertionError(f"{page.url} never came")


def go(page, address):
    """Open a page, perhaps after the one between two editions."""
    try:
        page.goto(address)
    except Error as problem:
        if "interrupted by another navigation" not in str(problem):  # by the page in between
            raise
    return edition(page)


def test_the_list_says_when_each_file_is_kept(editions):
    when = {name: row[3] for name, row in rows(editions["A"]).items()}
    assert when["index.html"] == when["sin-conexion/index.html"] == SHELL
    assert when["assets/catalogo.css"] == when["assets/app/app.js"] == SHELL
    assert when["datos/busqueda.js"] == when["buscar/index.html"] == SEARCH
    assert when[f"{CASE}index.html"] == when["explorar/index.html"] == ESSENTIAL
    assert {when[name] for name in when if name.startswith("incrustar/")} == {OTHER}
    assert VERSION_PLACE not in (editions["A"] / WORKER).read_text(encoding="utf-8")


def test_what_no_page_shows_is_not_listed(editions):
    listed = rows(editions["A"])
    assert WORKER not in listed
    assert [name for name in listed if name.startswith(("datos/v1/", "assets/vista/"))] == []
    assert [name for name in listed if name.endswith((".xml", ".csv", ".txt"))] == []


def test_a_feed_is_no_part_of_the_page_that_offers_it():
    page = """<link rel="stylesheet" href="a.css"><link rel="alternate" title="Qué" href="n.xml">
      <link href="i.svg" rel="icon"><link rel="canonical" href="x/"><img alt="" src="f.png">"""
    assert facts("index.html", page.encode()).loads == ("a.css", "i.svg", "f.png")


def test_the_list_comes_in_pieces_that_name_each_other(editions):
    site = editions["A"]
    assert all(f"{CASE}index.html" not in part for part in (trunk(site)["files"], blocks(site)[0]))
    for number, (hash, block) in enumerate(zip(trunk(site)["blocks"], blocks(site), strict=True)):
        assert hash == digest((site / BLOCKS / f"{number}.json").read_bytes())
        assert {block_of(name, len(blocks(site))) for name in block} <= {number}
    assert trunk(site)["data"] == digest((site / DATA).read_bytes())
    assert all(name.startswith("datos/") for name in data(site))
    assert {"datos/explorar/fichas-0.js", "datos/explorar/cifras-0.js"} <= data(site).keys()
    essential = [row for row in rows(site).values() if row[3] <= ESSENTIAL]
    sums = [len(essential), *(sum(row[place] for row in essential) for place in (1, 2))]
    assert trunk(site)["essential"] == sums


@pytest.mark.parametrize("pages", [0, 1, 64, 65, 13_000])
def test_blocks_stay_small_and_the_trunk_too(pages):
    listed = {f"casos/{n}/index.html": Listed("A" * 12, 1, 1, OTHER) for n in range(pages)}
    blocks_of_data = {f"datos/busqueda/{n}.js": Listed("A" * 12, 1, 1, OTHER) for n in range(9)}
    text, data, found = lists(listed | blocks_of_data)
    assert json.loads(data).keys() == blocks_of_data.keys()
    assert sum(len(json.loads(block)) for block in found) == pages
    assert max(len(json.loads(block)) for block in found) < 110
    assert len(text) < 80 + 20 * max(1, pages / 32)


def test_the_version_changes_with_any_page_and_part_and_with_nothing_else(editions, tmp_path):
    def version(site):
        shutil.copy(PROJECT / "theme" / WORKER, site / WORKER)
        return install(site)

    site = tmp_path / "s"
    shutil.copytree(editions["A"], site)
    first = version(site)
    (site / "robots.txt").write_text("x", encoding="utf-8")
    assert version(site) == first
    seen = {first}
    block = min((site / "datos/explorar").iterdir()).relative_to(site)
    for path in (f"{CASE}index.html", "assets/catalogo.css", "datos/busqueda.js", block):
        with (site / path).open("a", encoding="utf-8") as file:
            file.write("\n")
        seen.add(version(site))
    assert len(seen) == 5


def test_a_first_visit_fetches_little_of_the_list(context, server):
    page = context.new_page()
    asked = []
    context.on("request", lambda request: asked.append(request.url.removeprefix(server.address)))
    ready(page, server.address + CASE)
    until(page, f"caches.match('{server.address}{CASE}index.html').then(Boolean)")
    number = block_of(f"{CASE}index.html", len(blocks(server.folder)))
    listing = {path for path in asked if path in (TRUNK, DATA) or path.startswith(f"{BLOCKS}/")}
    assert listing == {TRUNK, f"{BLOCKS}/{number}.json"}


def test_the_manifest_names_files_that_exist(editions):
    site = editions["A"]
    manifest = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    assert all((site / icon["src"]).is_file() for icon in manifest["icons"])
    assert manifest["start_url"] == manifest["scope"] == "./"


def test_what_was_visited_opens_without_network(context, server):
    page = context.new_page()
    ready(page, server.address)
    page.goto(server.address + CASE)
    title = page.locator("h1").inner_text()
    page.goto(server.address + "glosario/")
    context.set_offline(True)
    page.goto(server.address + CASE)
    assert page.locator("h1").inner_text() == title
    assert page.locator("[data-offline]").inner_text().startswith("Sin conexión")
    page.goto(server.address + OTHER_CASE)
    assert page.locator("h1").inner_text() == "Sin conexión"
    assert page.locator("[data-unsaved-again]").get_attribute("href").endswith(OTHER_CASE)
    kept = page.locator("[data-unsaved-kept] a")
    kept.first.wait_for()
    assert title.replace("\n", " ") in kept.all_inner_texts()


def test_search_works_offline_from_the_second_page_on(context, server):
    page = context.new_page()
    ready(page, server.address)
    page.goto(server.address + CASE)
    blocks = (server.folder / "datos/busqueda").iterdir()
    wanted = ["datos/busqueda.js", *(f"datos/busqueda/{block.name}" for block in blocks)]
    addresses = [server.address + path for path in wanted]
    until(
        page,
        f"Promise.race([Promise.all({addresses}.map(address => caches.match(address)))"
        ".then(found => found.every(Boolean)), new Promise(late => setTimeout(late, 2000))])",
    )
    context.set_offline(True)
    page.goto(server.address)
    page.click("a[data-search]")
    page.keyboard.type("curtiembre")
    page.locator("a[data-result]").first.wait_for()


@pytest.mark.parametrize("kind", ["slow-2g", "2g", "3g"])
def test_a_slow_link_is_left_to_the_pages(context, server, kind):
    context.add_init_script(
        f"Object.defineProperty(navigator, 'connection', {{value: {{effectiveType: '{kind}'}}}})"
    )
    page = context.new_page()
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    ready(page, server.address)
    page.goto(server.address + CASE)
    until(page, "!document.querySelector('[data-app]').hidden")
    page.wait_for_timeout(1000)
    assert [url for url in asked if "datos/busqueda" in url] == []


def test_the_button_keeps_everything_that_matters(context, server):
    page = context.new_page()
    ready(page, server.address)
    button = page.locator("[data-app-save]")
    assert "MB)" in button.inner_text()
    button.click()
    until(page, "document.querySelector('[data-app-words]').textContent.startsWith('Guardado')")
    context.set_offline(True)
    for path in (OTHER_CASE, "explorar/", "practicas/", "sectores/", "aportar/", "texto/"):
        page.goto(server.address + path)
        assert page.locator("h1").inner_text() != "Sin conexión", path
    page.goto(server.address + "explorar/")
    page.locator("li.card a").first.wait_for()
    context.set_offline(False)
    page.goto(server.address)
    page.locator("[data-app-drop]").click()
    page.locator("[data-app-save]").wait_for()
    context.set_offline(True)
    page.goto(server.address + OTHER_CASE)
    assert page.locator("h1").inner_text() == "Sin conexión"


def test_a_full_device_is_told_and_loses_nothing(context, server):
    page = context.new_page()
    ready(page, server.address)
    session = context.new_cdp_session(page)
    order = {"origin": server.address.rstrip("/"), "quotaSize": 1}
    session.send("Storage.overrideQuotaForOrigin", order)
    page.click("[data-app-save]")
    page.get_by_text("No hay espacio en este aparato").wait_for()
    session.send("Storage.overrideQuotaForOrigin", {"origin": order["origin"]})
    context.set_offline(True)
    page.goto(server.address)
    assert edition(page) == "A"


def test_an_update_never_mixes_two_editions(context, server, editions):
    page = context.new_page()
    ready(page, server.address)
    for path in (CASE, "glosario/"):
        assert go(page, server.address + path) == "A"
    server.folder = editions["B"]
    seen = []
    for path in (OTHER_CASE, CASE, "", "glosario/", "practicas/", CASE, OTHER_CASE):
        seen.append(go(page, server.address + path))
        page.wait_for_timeout(300)
        assert edition(page) == seen[-1]
    assert seen[-1] == "B"
    assert seen == sorted(seen), "never back to the old edition while there is a network"
    for _ in range(5):
        assert go(page, server.address + "glosario/") == "B"
        if kept_versions(page) == [version_of(editions["B"])]:
            break
        until(page, "navigator.serviceWorker.ready.then(r => !!r.waiting)")
    context.set_offline(True)
    for path in ("", CASE, "glosario/"):
        assert go(page, server.address + path) == "B"
        assert page.locator("h1").inner_text() != "Sin conexión", path
    assert kept_versions(page) == [version_of(editions["B"])]


def test_an_open_page_keeps_its_edition_while_the_site_changes(context, server, editions):
    old, new = context.new_page(), context.new_page()
    ready(old, server.address)
    old.goto(server.address + CASE)
    server.folder = editions["B"]
    new.goto(server.address + OTHER_CASE)
    assert edition(new) == "B"
    assert edition(old) == "A"
    loaded = old.evaluate(
        "(async () => { const answer = await fetch('../../assets/catalogo.css');"
        " return (await answer.text()).includes('--edicion:A'); })()"
    )
    assert loaded
    late = old.evaluate(
        "fetch('../../assets/explorar/core.js').then(() => 'answered', () => 'refused')"
    )
    assert late in ("answered", "refused")
    context.set_offline(True)
    old.goto(server.address + CASE)
    assert edition(old) == "A"


def test_a_broken_update_leaves_the_old_edition_whole(context, server, editions, tmp_path):
    page = context.new_page()
    ready(page, server.address)
    page.goto(server.address + CASE)
    half = tmp_path / "B"
    shutil.copytree(editions["B"], half)
    (half / "assets/catalogo.css").write_text("/* still being copied */", encoding="utf-8")
    server.folder = half
    page.evaluate("navigator.serviceWorker.ready.then(r => r.update()).catch(() => 0)")
    page.wait_for_timeout(800)
    context.set_offline(True)
    page.goto(server.address + CASE)
    assert edition(page) == "A"


def test_without_a_worker_the_button_stays_hidden(browser, server):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    trouble = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(server.address + CASE)
    assert page.locator("[data-app]").is_hidden()
    context.close()
    assert trouble == []
