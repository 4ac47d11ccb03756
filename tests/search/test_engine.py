"""The two sides of the search agree: words cut here and there, an index whole and in blocks."""

import json
from pathlib import Path

import pytest

from catalog.render.search import files
from catalog.render.search.words import WORD, fold, stem
from catalog.render.site import Site
from catalog.settings import Settings
from tests.real import real
from tests.vocabulary import PROJECT
from tools.search_eval import queries

pytestmark = pytest.mark.browser

ENGINE = (
    "vendor/stemmer-es",
    "assets/buscar/analisis",
    "assets/buscar/indice",
    "assets/buscar/motor",
)
HARD = ("galvanisado zinc Honduras", "xqwzt", "prod", "con", "experienci", "p+l", "año", "suero")
WHOLE = 10**9
ASK = """([queries, files]) => {
  const index = new CatalogoIndice(CATALOGO_BUSQUEDA), engine = new CatalogoMotor(index);
  let fetched = 0;
  const settled = work => {
    for (;;) {
      index.missing.clear();
      const made = work(), lacking = Array.from(index.missing);
      if (!lacking.length) return made;
      lacking.forEach(path => { fetched++; (0, eval)(files[path.split('?')[0]]); });
    }
  };
  return [queries.map(query => [false, true].map(full => {
    const answer = settled(() => engine.search(query, full));
    const shown = hit => [hit.n, hit.score, (index.doc(hit.n) || {}).url];
    return settled(() => [answer.full, answer.spelling, answer.said, answer.shorter,
      Array.from(answer.marks).sort(), answer.hits.map(shown)]);
  })), fetched];
}"""


@pytest.fixture
def engine(browser):
    """A page with the engine and without data."""
    page = browser.new_page()
    for name in ENGINE:
        page.evaluate((PROJECT / "theme" / f"{name}.js").read_text(encoding="utf-8"))
    yield page
    page.close()


def asked(page, made, texts):
    """Every answer of the engine, and how many blocks it fetched for them."""
    page.evaluate(made["datos/busqueda.js"])
    answers, fetched = page.evaluate(ASK, [texts, made])
    return json.dumps(answers), fetched


def test_both_sides_cut_words_alike(engine):
    folders = ("cases", "practices", "organizations", "sources", "vocab")
    paths = [path for folder in folders for path in (PROJECT / folder).iterdir()]
    read = {fold(word) for path in paths for word in WORD.findall(Path(path).read_text("utf-8"))}
    words = sorted(read)
    stems = engine.evaluate("words => words.map(CatalogoAnalisis.stem)", words)
    assert len(words) > 10_000
    assert [(w, s, stem(w)) for w, s in zip(words, stems, strict=True) if s != stem(w)] == []


def test_blocks_answer_as_the_whole(engine):
    site = Site(real().catalog, Settings())
    texts = [query.text for query in queries()[::3]] + list(HARD)
    expected, few = asked(engine, dict(files(site, many=WHOLE, size=WHOLE)), texts)
    for many, size in ((WHOLE, 5_000), (0, 5_000), (0, 500)):
        made = dict(files(site, many=many, size=size))
        answers, fetched = asked(engine, made, texts)
        assert answers == expected, (many, size)
        assert few < fetched < len(made), "some blocks are never asked for"


def test_same_catalog_same_bytes():
    catalog = real().catalog
    assert list(files(Site(catalog, Settings()))) == list(files(Site(catalog, Settings())))
