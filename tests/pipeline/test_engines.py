"""One tree, three engines: the same site comes out, page by page and file by file.

What may differ is written down here and in docs/decisiones/0009-motores.md, and nowhere else.
"""

import shutil
from dataclasses import fields
from itertools import zip_longest
from urllib.parse import quote, urljoin

import pytest

from catalog.editions.app import BLOCKS, DATA, TRUNK, WORKER
from catalog.options import Options
from catalog.pipeline import ENGINES, EngineError, build, engines
from tests.offline.listing import rows
from tests.pipeline.pages import Page
from tests.real import visit
from tests.site.crawl import HOST
from tests.vocabulary import PROJECT
from tools.web import serve

MINI = PROJECT / "tests/golden/mini"
OTHERS = [engine for engine in ENGINES if engine != "mkdocs"]
FACETS = [f.name for f in fields(Page) if f.name not in ("address", "words", "inside")] + ["body"]
OF_HASHES = {WORKER, TRUNK, DATA}
"""They name the hash of every page, and pages may differ in their blanks."""

ROUTE = """---
title: Taller «ahorrar agua» & más, "rápido"
summary: Una mañana con una práctica y un caso de ejemplo, «comillas» & signos, en una hoja.
audience: Talleres pequeños.
objectives: [Reconocer dónde se pierde agua.]
items:
  - {practice: agotar-el-bano-de-sal, minutes: 15, question: ¿Dónde se pierde la sal?}
  - {case: bo-curtiembre-ejemplo, minutes: 15, question: ¿Qué haría usted primero?}
---

Una ruta corta.
"""
BY_HAND = """---
title: 'Cómo se escribe «--8<--» & «<<»'
description: 'Comillas " y signos < > &'
---

# Página a mano

Un [enlace](acerca.md), una dirección suelta https://catalogo.example/ y código:

```
una línea
    otra, con sangría y <signos>
```

```python
print("con nombre")
```

    código con sangría

| a | b |
|---|---|
| 1 | 2 |

## Título repetido
## Título repetido

{: .clase } ==marca== ^^a^^ ~~b~~ :smile: H~2~O [ ] *[HTML]: x <div markdown="1">*x*</div>
"""
UNTITLED = "Sin título ni encabezado.\n"
FENCES = """
````
```
una valla dentro de otra
```
````

    ~~~
    otra más
    ~~~
"""


def tree(folder):
    """The golden catalog and what it lacks: a rename, a withdrawal, a route, odd signs, fences."""
    root = folder / "catálogo ñ 1"
    shutil.copytree(MINI, root, ignore=shutil.ignore_patterns("build"))
    other = shutil.ignore_patterns("procedencia.csv")  # it speaks of the project's own cases
    shutil.copytree(PROJECT / "docs", root / "docs", ignore=other)
    (root / "docs/a-mano.md").write_text(BY_HAND, encoding="utf-8")
    (root / "docs/sin-titulo.md").write_text(UNTITLED, encoding="utf-8")
    (root / "collections").mkdir()
    (root / "collections/ahorrar-agua.md").write_text(ROUTE, encoding="utf-8")
    case = root / "cases/bo-curtiembre-ejemplo.md"
    text = case.read_text(encoding="utf-8")
    text = text.replace("\n---\n", "\naliases: [bo-nombre-viejo]\n---\n", 1) + FENCES
    case.write_text(text, encoding="utf-8")
    gone = root / "cases/py-granja-ejemplo.md"
    text = gone.read_text(encoding="utf-8")
    withdrawn = (
        "{reason: Repite otra ficha del catálogo., successor: /casos/bo-curtiembre-ejemplo/}"
    )
    gone.write_text(text.replace("\n---\n", f"\ntombstone: {withdrawn}\n---\n", 1), "utf-8")
    killed = root / "build" / engines.INSIDE / "de-otra-vez.html"
    killed.parent.mkdir(parents=True)
    killed.write_text("<p>Lo que dejó una construcción interrumpida.</p>", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return tree(tmp_path_factory.mktemp("motores"))


def made(root, engine, edition="web"):
    """Where the site of one engine is. Outside the build folder, which Zensical alone refuses."""
    site = root.parent / f"{engine}-{edition}"
    options = Options(root=root, project=PROJECT, engine=engine, edition=edition, site=site)
    report = build(options)
    assert not report.failed, report.findings
    return site


@pytest.fixture(scope="module")
def sites(root):
    return {engine: made(root, engine) for engine in ENGINES}


@pytest.fixture(scope="module")
def packed(root):
    return {engine: made(root, engine, "offline") for engine in ("mkdocs", "zensical")}


def files(site):
    return {p.relative_to(site).as_posix(): p for p in sorted(site.rglob("*")) if p.is_file()}


def pages(site):
    return {
        name: Page.read(name, path.read_text(encoding="utf-8"))
        for name, path in files(site).items()
        if name.endswith(".html")
    }


@pytest.fixture(scope="module")
def read(sites):
    return {engine: pages(site) for engine, site in sites.items()}


def unlike(one, other, facet):
    """What a facet says on one side only, of the first few pages where it differs."""
    found = []
    for name, page in one.items():
        ours, theirs = (getattr(each, facet) for each in (page, other[name]))
        if ours != theirs:
            parts = [ours], [theirs]
            if isinstance(ours, list):
                pairs = zip_longest(ours, theirs)
                parts = zip(*[pair for pair in pairs if pair[0] != pair[1]][:3], strict=True)
            found.append((name, *parts))
    return found[:3]


def test_the_tree_holds_a_page_of_every_kind(read):
    known = set(read["mkdocs"])
    kinds = {
        "index.html", "404.html", "a-mano/index.html", "casos/bo-nombre-viejo/index.html",
        "casos/py-granja-ejemplo/index.html", "texto/index.html", "buscar/index.html",
        "incrustar/casos/bo-curtiembre-ejemplo/index.html", "formacion/ahorrar-agua/index.html",
        "decisiones/0002-paginas/index.html",
    }  # fmt: skip
    assert kinds <= known
    assert any("diapositivas" in name for name in known)


@pytest.mark.parametrize("engine", OTHERS)
def test_every_engine_leaves_the_same_files(sites, engine):
    assert sorted(files(sites[engine])) == sorted(files(sites["mkdocs"]))


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("engine", OTHERS)
def test_every_page_says_the_same(read, engine, facet):
    assert unlike(read["mkdocs"], read[engine], facet) == []


@pytest.mark.parametrize("engine", OTHERS)
def test_whatever_is_not_a_page_has_the_same_bytes(sites, engine):
    ours, theirs = files(sites["mkdocs"]), files(sites[engine])
    others = {name for name in ours if not name.endswith(".html")} - OF_HASHES
    others = {name for name in others if not name.startswith(f"{BLOCKS}/")}
    assert len(others) > 100
    assert [n for n in sorted(others) if ours[n].read_bytes() != theirs[n].read_bytes()] == []


@pytest.mark.parametrize("engine", OTHERS)
def test_the_worker_keeps_the_same_files_at_the_same_time(sites, engine):
    def kept(name):
        return {path: when for path, (_, _, _, when) in rows(sites[name]).items()}

    assert kept(engine) == kept("mkdocs")


def test_properdocs_gives_the_very_bytes_of_mkdocs(sites):
    ours, theirs = files(sites["mkdocs"]), files(sites["properdocs"])
    assert [n for n, path in ours.items() if path.read_bytes() != theirs[n].read_bytes()] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_no_page_fetches_anything_from_elsewhere_nor_the_engines_search(read, engine):
    asked = {to for page in read[engine].values() for to in page.asked()}
    assert asked
    assert [to for to in asked if not to.startswith(f"{HOST}/")] == []
    assert [to for to in asked if "search" in to or "javascripts" in to] == []


def test_the_packed_copy_is_the_same_too(packed):
    ours, theirs = packed["mkdocs"], packed["zensical"]
    assert sorted(files(theirs)) == sorted(files(ours))
    for facet in FACETS:
        assert unlike(pages(ours), pages(theirs), facet) == [], facet


def test_zensical_leaves_nothing_behind(sites, root):
    assert sites["zensical"].is_dir()
    left = {path.name for path in (root / "build").iterdir()}
    assert {"docs", "motor.yml"} <= left
    assert not {engines.INSIDE, engines.CACHE} & left


def test_a_failing_zensical_says_why_and_leaves_nothing_behind(tmp_path):
    build_folder = tmp_path / "build"
    (build_folder / "docs").mkdir(parents=True)
    (build_folder / "docs/index.md").write_text("---\ntemplate: no-existe.html\n---\n")
    (tmp_path / "sitio").mkdir()
    order = engines.Order(
        config=PROJECT / "mkdocs.yml",
        docs=build_folder / "docs",
        site=tmp_path / "sitio",
        theme=PROJECT / "theme",
        build=build_folder,
    )
    with pytest.raises(EngineError, match=r"no-existe\.html"):
        engines.run("zensical", order)
    assert {path.name for path in build_folder.iterdir()} == {"docs", "motor.yml"}
    assert list((tmp_path / "sitio").iterdir()) == []


@pytest.mark.parametrize("engine", OTHERS)
def test_a_missing_engine_is_named_with_the_way_to_install_it(engine, root, tmp_path, monkeypatch):
    (tmp_path / engine).mkdir()  # a package without a command hides the installed one
    (tmp_path / engine / "__init__.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    options = Options(root=root, project=PROJECT, engine=engine, site=tmp_path / "sitio")
    words = f"«{engine}» no está instalado: pip install {engine}"
    with pytest.raises(EngineError, match=words):
        build(options)
    assert not (tmp_path / "sitio").exists()


QUERIES = ("sal", "curtiembre", "tannery", "ahorrar agua", "zzzz")


def results(browser, site):
    """What the search and the explorer answer, in Chromium under the policy of the pages."""
    found = {}
    with serve(site) as address, visit(browser, address, service_workers="block") as opened:
        for query in QUERIES:
            page = opened.go(f"/buscar/?q={quote(query)}")
            page.wait_for_selector("main a[data-result], main .state")
            links = page.locator("a[data-result]")
            hits = [link.get_attribute("href") for link in links.all()]
            found[query] = (
                [urljoin("/buscar/", hit) for hit in hits],
                page.locator("main").inner_text(),
            )
        for path in ("/", "/casos/bo-curtiembre-ejemplo/", "/a-mano/", "/no-existe/", "/texto/"):
            found[path] = opened.go(path).locator("body").inner_text()
    return found


@pytest.mark.browser
def test_search_answers_alike_and_chromium_hears_no_error(browser, sites):
    answers = {engine: results(browser, sites[engine]) for engine in ENGINES}
    assert answers["mkdocs"]["curtiembre"][0]
    assert answers["properdocs"] == answers["mkdocs"]
    assert answers["zensical"] == answers["mkdocs"]
