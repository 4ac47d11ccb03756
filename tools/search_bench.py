"""What a first search costs and how long a key takes: bytes and milliseconds at growing sizes.

``python -m tools.search_bench [500 2000 10000]`` makes a catalog of that many cases out of the real
ones, builds only the data of its search, and types a query in Chromium. Bytes are gzip level 6 of
everything that the first search fetches. «cold» is from opening the overlay to the last results,
with engine and blocks fetched on the way; «key» the median from a key to its last results after
that, the pause for quick typists included. The cases repeat the texts of the real ones, so real
catalogs of that size pack somewhat worse.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from catalog.options import Options
from catalog.pipeline.build import gather
from catalog.render.search import files
from catalog.render.site import Site
from catalog.settings import load_settings
from tools.chromium import ARGUMENTS, find
from tools.synth import synthesize
from tools.web import serve

PROJECT = Path(__file__).resolve().parents[1]
SIZES = (500, 2_000, 10_000)
QUERIES = ("curtiembre", "ahorrar agua", "recuperar cromo", "panaderias leña", "tenería Bolivia")
SHELL = """<!doctype html><html lang="es"><meta charset="utf-8"><title>x</title>
<script src="assets/catalogo.js"></script><link rel="stylesheet" href="assets/catalogo.css">
<header class="hd" data-base="."><a class="brand" href=".">x</a>
<a class="find" href="buscar/" data-search="assets/buscar/buscar.js">Buscar</a></header>"""
READY = """
  const answered = start => new Promise(done => {
    const output = document.querySelector('dialog .dlg > div');
    const look = () => {
      const still = output.getAttribute('aria-busy') === 'false';
      if (!still || !output.querySelector('[data-result], .state')) return;
      seen.disconnect();
      requestAnimationFrame(() => done(performance.now() - start));
    };
    const seen = new MutationObserver(look);
    seen.observe(output, { childList: true, subtree: true, attributes: true });
  });
"""
TYPE = f"""words => {{ {READY}
  const box = document.querySelector('dialog input');
  const output = document.querySelector('dialog .dlg > div');
  output.setAttribute('aria-busy', 'true');
  box.value = words;
  const start = performance.now(), done = answered(start);
  box.dispatchEvent(new Event('input', {{ bubbles: true }}));
  return done;
}}"""
OPEN = f"""words => new Promise(done => {{ {READY}
  const start = performance.now();
  new MutationObserver((_, seen) => {{
    const box = document.querySelector('dialog[open] input');
    if (!box) return;
    seen.disconnect();
    box.value = words;
    answered(start).then(done);
    box.dispatchEvent(new Event('input', {{ bubbles: true }}));
  }}).observe(document, {{ childList: true, subtree: true, attributes: true }});
  document.querySelector('a[data-search]').click();
}})"""


def prepare(root: Path, size: int) -> Path:
    """A folder with one page, the theme's files and the search data of ``size`` cases."""
    tree, site = root / f"tree-{size}", root / f"site-{size}"
    synthesize(PROJECT, tree, size)
    catalog, _ = gather(Options(root=tree, project=PROJECT))
    made = dict(files(Site(catalog, load_settings(tree, PROJECT))))
    site.mkdir()
    for name in ("assets", "vendor"):
        (site / name).symlink_to(PROJECT / "theme" / name)
    (site / "index.html").write_text(SHELL, encoding="utf-8")
    for path, text in made.items():
        target = site / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return site


def weight(site: Path, fetched: list[str]) -> int:
    """Bytes of the fetched files after compression, without the page's own."""
    paths = [site / urlsplit(url).path.lstrip("/") for url in dict.fromkeys(fetched)]
    own = {"", "catalogo.js", "catalogo.css", "favicon.ico"}
    return sum(
        len(gzip.compress(p.read_bytes(), 6)) for p in paths if p.name not in own and p.is_file()
    )


def measure(browser: Browser, site: Path) -> tuple[int, float, float]:
    """Bytes of a first search, cold milliseconds, median milliseconds from key to results."""
    with serve(site) as address:
        page = browser.new_page()
        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(request.url))
        page.goto(f"{address}/index.html")
        cold = float(page.evaluate(OPEN, "sal curtiembre"))
        first = weight(site, [url for url in fetched if not url.endswith("index.html")])
        warm = _keys(page)
        page.close()
    return first, cold, warm


def _keys(page: Page) -> float:
    """Every query typed key by key; each key is one answer."""
    times = []
    for words in QUERIES:
        for end in range(3, len(words) + 1):
            times.append(float(page.evaluate(TYPE, words[:end])))
    return median(times)


def main(sizes: tuple[int, ...]) -> int:
    """Print a line for each size."""
    print(f"{'cases':>6} {'first search kB':>16} {'cold ms':>8} {'key ms':>7}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        for size in sizes:
            first, cold, warm = measure(browser, prepare(Path(folder), size))
            print(f"{size:>6} {first / 1000:>16.1f} {cold:>8.0f} {warm:>7.0f}", flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(tuple(map(int, sys.argv[1:])) or SIZES))
