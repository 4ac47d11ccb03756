"""The data files and the vendored scripts."""

import gzip
import hashlib
import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.render.search import packed
from catalog.render.search.inverted import Inverted
from catalog.render.search.lexicon import Dictionary, Lexicon
from catalog.render.search.words import distinct, fold, spoken, stem
from tests.vocabulary import PROJECT

BASE = "datos/busqueda.js"
LARGEST = {"stems": 12_000, "texts": 12_000, "words": 90_000, "textwords": 90_000}
"""Characters that a block may have: its size and one long line more."""


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Año", "año"), ("PRODUCCIÓN", "produccion"), ("pingüino", "pinguino"), ("ação", "acao")],
)
def test_fold_keeps_enye(word, folded):
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("luz", "luces"), ("pyme", "pymes"), ("produccion", "producciones"), ("curtiembre",) * 2],
)
def test_relatives_share_a_stem(one, other):
    assert stem(one) == stem(other)


def test_distinct_words():
    text = "El agua del pozo, [el agua](https://x.example/leche) y 40 baños"
    assert distinct([text, "pozo nuevo"], ["Baño de agua"]) == "pozo baños nuevo"


def test_words_as_readers_type_them():
    assert spoken("P+L y CO2 (n\u0303andú)") == ["P+L", "y", "CO2", "ñandú"]


def number(text):
    """What ``packed.number`` wrote, read back."""
    value, unit = 0, 1
    for sign in text[:-1]:
        value += (packed.SIGNS.index(sign) - packed.HALF) * unit
        unit *= packed.HALF
    return value + packed.SIGNS.index(text[-1]) * unit


@given(st.integers(0, 10**7))
def test_a_number_can_be_read_back(value):
    written = packed.number(value)
    assert number(written) == value
    assert json.dumps(written) == f'"{written}"', "no escapes"


@given(st.floats(packed.LOWEST, 150))
def test_a_score_is_kept_within_its_step(score):
    kept = packed.LOWEST * packed.STEP ** packed.level(score)
    assert 1 / packed.STEP < kept / score < packed.STEP


@given(st.lists(st.text(string.ascii_lowercase, max_size=9)), st.integers(1, 60))
def test_blocks_hold_every_line_once(words, size):
    keys = sorted(set(words), key=packed.sort_key)
    found = list(packed.blocks(keys, [keys], size))
    assert [line for block in found for line in block.columns[0].split("\n")] == keys
    assert [block.first for block in found] == [block.columns[0].split("\n")[0] for block in found]


def test_rare_short_and_frequent_score_higher():
    index = Inverted({"title": 6.0, "words": 1.5})
    index.add(0, {"title": ["sal"], "words": ["agua"]})
    index.add(1, {"title": ["agua", "gas"], "words": ["sal", "cal", "luz", "red"]})
    index.add(2, {"words": ["agua", "luz"]})
    (sal, sal_scores), (agua, agua_scores), unknown = index.lines(["sal", "agua", "oro"])
    assert unknown == ("", "")
    assert sal == packed.places([0, 1])
    assert agua == packed.places([0, 1, 2])
    levels = [packed.SIGNS.index(sign) for sign in sal_scores + agua_scores]
    assert levels[0] > levels[1], "the title counts more"
    assert levels[0] > levels[3], "a rare word counts more than a common one"


def test_words_stand_under_their_stems_once():
    first = Dictionary()
    first.stems("Producción, producción y curtiembres")
    later = Dictionary(first)
    assert later.stems("producción de sal") == ["produccion", "sal"]
    assert first.forms() == {"produccion": "1Bón", "curtiembr": "es"}
    assert later.forms() == {"sal": ""}


def test_phrases_mean_every_code_once():
    lexicon = Lexicon(Dictionary())
    lexicon.mean(["la tenería", "tenerías", "de la"], "s1")
    lexicon.mean(["tenería", "agua de pozo"], "p2")
    assert lexicon.lines() == (["agu poc", "teneri"], ["p2", "s1 p2"])
    assert lexicon.longest == 2


@pytest.fixture(scope="module")
def base(site):
    text = (site / BASE).read_text(encoding="utf-8")
    head, _, rest = text.partition("=")
    assert head == "CATALOGO_BUSQUEDA"
    return json.loads(rest.removesuffix(";\n"))


def test_blocks_are_assignments_that_the_base_announces(site, base):
    for name, firsts in base["parts"].items():
        for place, first in enumerate(firsts):
            columns = base["blocks"].get(f"{name}-{place}")
            if columns is None:
                text = (site / f"datos/busqueda/{name}-{place}.js").read_text(encoding="utf-8")
                head, _, rest = text.partition("=")
                assert head == f'CATALOGO_BUSQUEDA.blocks["{name}-{place}"]'
                assert len(text) < LARGEST[name], (name, place)
                columns = json.loads(rest.removesuffix(";\n"))
            assert len({column.count("\n") for column in columns}) == 1, (name, place)
            assert name == "entries" or columns[0].split("\n")[0] == first
    written = {path.stem for path in (site / "datos/busqueda").iterdir()}
    assert written | set(base["blocks"]) == {
        f"{name}-{place}" for name, firsts in base["parts"].items() for place in range(len(firsts))
    }


def test_vocabularies_have_columns_of_equal_lengths(base):
    for letter, table in base["terms"].items():
        lengths = {text.count("\n") for name, text in table.items() if name != "folder"}
        assert len(lengths) == 1, letter


def test_what_every_search_needs_leaves_room_for_its_blocks(site):
    """Engine and base; what a first search fetches in all is printed by tools/search_bench.py."""
    files = [
        path for part in ("vendor/*.js", "assets/buscar/*.js", BASE) for path in site.glob(part)
    ]
    assert sum(len(gzip.compress(path.read_bytes(), 6)) for path in files) <= 115_000


@pytest.mark.parametrize("folder", ["theme/vendor", "tests/vendor"])
def test_vendored_files_are_those_of_the_lock(folder):
    lock = json.loads((PROJECT / folder / "versiones.json").read_text())
    for name, facts in lock.items():
        path = PROJECT / folder / name
        assert hashlib.sha256(path.read_bytes()).hexdigest() == facts["sha256"], name
        assert (PROJECT / folder / f"{name}.LICENSE.txt").is_file()
