"""Words for the search index: cut, folded and stemmed as ``analisis.js`` does with a query.

Both sides must agree on every word, because the index is made here and asked in the browser; a test
compares them over all words of the catalog.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Protocol

WORD = re.compile(r"[^\W_]+")
SPOKEN = re.compile(r"[^\W\d_]\+[^\W\d_](?![^\W_])|[^\W_]+")
"""A word as a reader types it: «P+L» is one."""
WHOLE = re.compile(r"[0-9+]")
PLURAL = re.compile(r"..[aeo]s$")
MARK = re.compile(r"(n\u0303)|[\u0300-\u036f]")
SLUG = re.compile(r"[a-z0-9]+")
LINK = re.compile(r"\]\([^)]*\)")
STOP_WORDS = """
    a al algo ante antes aun aunque cada como con contra cual cuales cuando cuanto cuya cuyo de
    del desde donde dos e el ella ellas ellos en entre era eran es esa esas ese eso esos esta
    estaba estan estas este esto estos fue fueron ha habia han hasta hay la las le les lo los mas
    me mi mis mucho muy nada ni no nos o otra otras otro otros para pero poco por porque pues que
    quien quienes se sea segun ser si sido sin sino sobre solo son su sus tal tambien tan tanta
    tanto te tiene tienen toda todas todo todos tras tu u un una unas uno unos y ya yo the of and
    for in to with on from do da das dos em na nas no nos um uma os as
"""
"""Spanish words without meaning of their own, and a few of English and Portuguese; folded."""

SOFT_WORDS = """
    ahorrar ahorra ahorran ahorro ayuda ayudar bajar barato buscar caro caso casos comprar como
    conseguir ejemplo ejemplos empresa empresas experiencia experiencias fabrica fabricas
    gastar gasto gastos grande hacer industria industrial lista mejor mejorar menos necesito
    negocio numero pequena pequeno planta practica practicas proyecto proyectos puedo quiero
    reducir sistema tecnica tecnicas tener usar uso
"""
"""Words that help to rank but that a page need not hold to be found; folded."""

STOP = frozenset(STOP_WORDS.split())


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str:  # noqa: N802 - the library's name
        """The stem of a word."""


@cache
def _snowball() -> _Stemmer:
    """The stemmer, read when a search is made: its package reads all its 35 languages at once."""
    import snowballstemmer

    made: _Stemmer = snowballstemmer.stemmer("spanish")
    return made


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """Lower case without accents, ñ kept: «Año» -> «año», «Producción» -> «produccion»."""
    split = unicodedata.normalize("NFD", word.lower())
    return MARK.sub(lambda found: "ñ" if found[1] else "", split)


@lru_cache(maxsize=1 << 18)
def stem(folded: str) -> str:
    """What a folded word shares with its relatives: «curtiembres» -> «curtiembr».

    Snowball for Spanish, with what folding took: «-ción» gets its accent back, which the algorithm
    needs; -s is taken from words that it leaves whole («pymes»), and the z of «luz» goes with the c
    of «luces». Words with digits or a plus sign stay whole.
    """
    if WHOLE.search(folded):
        return folded.replace("+", "", 1)
    found = fold(_snowball().stemWord(re.sub("cion$", "ción", folded)))
    if found == folded and PLURAL.search(folded):
        found = fold(_snowball().stemWord(folded[:-1]))
    return re.sub("z$", "c", found)


def spoken(text: str) -> list[str]:
    """The words of a text as they stand in it, stop words included."""
    return SPOKEN.findall(unicodedata.normalize("NFC", text))


def packed_id(id: str, title: str) -> str:
    """An id with the words of its title written as letters: «A» is the first word, «Z» the 26th.

    Most ids repeat their title, and the browser has the title: «am-leon-hornos-de-lena» with the
    title «Hornos de leña» is «am-leonABC».
    """
    words = SLUG.findall(fold(title).replace("ñ", "n"))[:26]
    packed = ""
    for part in id.split("-"):
        if part in words:
            packed += chr(ord("A") + words.index(part))
        else:
            packed += f"-{part}" if packed and not packed[-1].isupper() else part
    return packed


def distinct(texts: Iterable[str], known: Iterable[str] = ()) -> str:
    """The words of ``texts`` once each, in order, without numbers, stop words and ``known``."""
    seen = {fold(word) for text in known for word in WORD.findall(text)} | STOP
    found: list[str] = []
    for text in texts:
        for word in WORD.findall(LINK.sub(" ", text)):
            folded = fold(word)
            if folded not in seen and len(folded) > 1 and not folded.isdigit():
                seen.add(folded)
                found.append(word.lower())
    return " ".join(found)
