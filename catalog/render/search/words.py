"""Words for the search index: which of a text are worth carrying to the reader's device.

The index itself, stems included, is made in the browser; here only words that say nothing and words
that stand twice are left out, because every one of them is downloaded by every first search.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+")
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


def fold(word: str) -> str:
    """Lower case without accents, ñ kept: «Año» -> «año», «Producción» -> «produccion»."""
    split = unicodedata.normalize("NFD", word.lower())
    return MARK.sub(lambda found: "ñ" if found[1] else "", split)


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
