"""Family X on single characters: what is there and cannot be seen."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from catalog.load.text import spot_at
from catalog.model import Severity, Spot
from catalog.report import Fault, rule
from catalog.rules.sheet import Sheet

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e01ef]"
)
ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u058f\u13a0-\u13ff\u1d00-\u1d7f\uff21-\uff5a]")
UNIT_SIGNS = "μΩ"
WORD = re.compile(r"\w+")


@rule("PML-X09")
def hidden_characters(sheet: Sheet) -> Iterator[Fault]:
    """No hay caracteres invisibles, de control ni de cambio de dirección.

    Por qué: hacen que se vea una cosa y se publique otra.

    Mal:

        place: Tarija\u202e

    Dice: Carácter invisible U+202E (right-to-left override).

    Bien:

        place: Tarija
    """
    seen: set[str] = set()
    for character, spot in (*plainly(sheet), *disguised(sheet)):
        if character not in seen:
            seen.add(character)
            name = unicodedata.name(character, "carácter de control").lower()
            yield Fault(
                spot,
                f"Carácter invisible U+{ord(character):04X} ({name}).",
                "Bórrelo y vuelva a escribir la palabra a mano.",
            )


def plainly(sheet: Sheet) -> Iterator[tuple[str, Spot]]:
    """Hidden characters that stand in the file as they are, the first of each."""
    text = sheet.document.text
    for character in dict.fromkeys(HIDDEN.findall(text)):
        yield character, spot_at(text, text.index(character))


def disguised(sheet: Sheet) -> Iterator[tuple[str, Spot]]:
    """Hidden characters written as an escape of YAML or as an entity of the body."""
    if "\\" in sheet.document.text:
        for value in (value for values in sheet.shapes.values() for value in values):
            for character in dict.fromkeys(HIDDEN.findall(value.text)):
                yield character, value.spot
    if "&" in sheet.document.body:
        for number, row in enumerate(sheet.body.rows):
            for character in dict.fromkeys(HIDDEN.findall(html.unescape(row))):
                yield character, sheet.body.spot(sheet.document.body_line + number)


@rule("PML-X10", Severity.WARNING)
def mixed_alphabets(sheet: Sheet) -> Iterator[Fault]:
    """Una palabra no mezcla letras de alfabetos distintos.

    Por qué: la «а» rusa se ve como la nuestra, pero ni la búsqueda ni los ids la reconocen.

    Mal:

        place: T\u0430rija

    Dice: «Tаrija» mezcla letras de varios alfabetos.

    Bien:

        place: Tarija
    """
    if sheet.document.text.isascii() or not FOREIGN.search(sheet.document.text):
        return
    for found in WORD.finditer(sheet.document.text):
        word = found.group()
        if FOREIGN.search(word) and len(alphabets(word)) > 1:
            yield Fault(
                spot_at(sheet.document.text, found.start(), len(word)),
                f"«{word[:40]}» mezcla letras de varios alfabetos.",
                "Vuelva a escribir la palabra con su teclado.",
            )


def alphabets(word: str) -> set[str]:
    """The alphabets of the letters of a word."""
    letters = (c for c in word if c.isalpha() and c not in UNIT_SIGNS)
    names = (unicodedata.name(c, "").split(" ")[0] for c in letters)
    return {name for name in names if name in ALPHABETS or name == "FULLWIDTH"}
