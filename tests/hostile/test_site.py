"""All attacks in one site that nothing checked: it builds, and no page of it runs anything.

Chromium opens every page with the Content-Security-Policy switched off, so that escaping alone has
to hold; then the policy is tried on a page of each kind.
"""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import PurePosixPath
from urllib.parse import quote

import pytest

from catalog.csvtext import FORMULA_STARTS
from catalog.export import data_page, export, weigh
from catalog.pipeline import engines
from catalog.publish import publish
from catalog.render import render
from catalog.settings import load_settings
from tests.hostile.forced import forced
from tests.rules.support import PROJECT
from tools.web import serve

pytestmark = pytest.mark.browser
CANARY = "canario.invalid"
AT_ONCE = 24
LOOK = """async paths => {
  const found = [];
  await Promise.all(paths.map(path => new Promise(done => {
    const frame = document.createElement('iframe');
    frame.onload = () => {
      const inside = frame.contentDocument;
      const bad = [];
      for (const node of inside ? inside.querySelectorAll('*') : []) {
        for (const a of node.attributes) {
          if (/^on/i.test(a.name) || a.name === 'srcdoc') bad.push(node.tagName + ' ' + a.name);
          if (/^(href|src|action|formaction|data|xlink:href)$/i.test(a.name)
              && /^[\\s\\x00-\\x1f]*(javascript|vbscript|data|blob|file):/i.test(a.value))
            bad.push(node.tagName + ' ' + a.value.slice(0, 40));
        }
        if (/^(OBJECT|EMBED|APPLET|BASE|FRAME|MATH|FOREIGNOBJECT|ANIMATE)$/i.test(node.tagName))
          bad.push(node.tagName);
        if (node.tagName === 'SCRIPT' && !node.src && !/json$/.test(node.type)) bad.push('script');
        if (node.tagName === 'STYLE' || node.tagName === 'IFRAME') bad.push(node.tagName);
      }
      if (!inside || !inside.body) bad.push('no page');
      if (bad.length) found.push([path, bad.slice(0, 5)]);
      frame.remove();
      done();
    };
    frame.src = path;
    document.body.append(frame);
  })));
  return {found, canary: window.__pml || 0};
}"""


@pytest.fixture(scope="module")
def made():
    """The forced catalog as files: what render and export make of it."""
    catalog, published = forced()
    settings = load_settings(PROJECT, PROJECT)
    pages, _ = render(catalog, settings)
    data, _ = export(catalog, settings)
    pages |= data
    weights = {path: weigh(content) for path, content in data.items()}
    pages |= data_page(catalog, settings, weights)
    assert published > 250
    return pages


@pytest.fixture(scope="module")
def site(made, tmp_path_factory):
    work = tmp_path_factory.mktemp("hostil")
    publish({name: text for name, text in made.items() if not leaves(name)}, work / "docs")
    order = engines.Order(
        config=PROJECT / "mkdocs.yml",
        docs=work / "docs",
        site=work / "site",
        theme=PROJECT / "theme",
        build=work,
        extra={"app": False, "offline_copy": "", "previews": False},
    )
    engines.run("mkdocs", order)
    assert sorted(path.name for path in work.iterdir()) == ["docs", "motor.yml", "site"]
    return work / "site"


@pytest.fixture(scope="module")
def chromium(browser):
    return browser


def leaves(name):
    """True for a path out of the tree, or one that no disk can hold."""
    parts = PurePosixPath(name).parts
    return name.startswith("/") or ".." in parts or any(len(p.encode()) > 200 for p in parts)


def test_no_path_leaves_the_tree(made, tmp_path):
    out = [name for name in made if leaves(name)]
    assert any(".." in name for name in out)
    for name in out:
        with pytest.raises((ValueError, OSError)):
            publish({name: "x"}, tmp_path / "a" / "b" / "docs")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def watched(browser, trouble, **more):
    """A page that writes down every sign of life that an attack could give."""
    context = browser.new_context(service_workers="block", **more)
    page = context.new_page()
    page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda r: trouble.append(r.url) if CANARY in r.url.split("?")[0] else None)
    page.on("console", lambda m: trouble.append(m.text) if "Security Policy" in m.text else None)
    return page


def test_nothing_runs_on_any_page(site, chromium):
    paths = [p.relative_to(site).as_posix() for p in sorted(site.rglob("*.html"))]
    own = [p for p in paths if "ataque-" in p or "incrustar/" in p or p.count("/") < 3]
    trouble, found = [], []
    with serve(site) as address:
        page = watched(chromium, trouble, bypass_csp=True)
        # The scripts of the site are tried below; here they would only hide what the HTML does.
        page.route("**/*.{js,css,png,svg}", lambda route: route.abort())
        page.goto(f"{address}/404.html")
        for start in range(0, len(own), AT_ONCE):
            batch = [f"{address}/{quote(path)}" for path in own[start : start + AT_ONCE]]
            seen = page.evaluate(LOOK, batch)
            found += seen["found"]
            assert not seen["canary"], batch
        page.context.close()
    assert len(own) > 500
    assert trouble == []
    assert found == []


LIVE = (
    "buscar/?q=ataque", "buscar/?q=script",
    "buscar/?q=%3Cimg%20src%3Dx%20onerror%3Dtop.__pml%3D1%3E",
    "explorar/", "explorar/?sector=%3Cscript%3E", "mi-empresa/", "formacion/", "texto/", "aportar/",
    "seleccion/", "casos/", "casos/co-ataque-script-in-title/", "practicas/", "datos/",
    "evidencia/", "reglas/",
)  # fmt: skip


@pytest.mark.parametrize("bypass", [True, False], ids=["no-policy", "policy"])
def test_scripts_of_the_site_show_texts_as_texts(site, chromium, bypass):
    trouble = []
    with serve(site) as address:
        page = watched(chromium, trouble, bypass_csp=bypass)
        for path in LIVE:
            page.goto(f"{address}/{path}", wait_until="networkidle")
            assert not page.evaluate("window.__pml"), path
        page.context.close()
    assert trouble == []


def test_every_file_for_machines_can_be_read(made):
    feeds = 0
    for path, text in made.items():
        if path.endswith(".json"):
            json.loads(text)
        elif path.endswith(".xml"):
            ET.fromstring(text)
            feeds += 1
        elif path.endswith(".csv"):
            rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
            wrong = [c for row in rows for c in row if formula(c)]
            assert wrong == [], path
    assert feeds


def formula(cell):
    """True for a cell that a spreadsheet would run: its very first sign decides, also a space."""
    number = cell.lstrip("+-").replace(".", "", 1).isdigit()
    return cell.startswith(FORMULA_STARTS) and not number
