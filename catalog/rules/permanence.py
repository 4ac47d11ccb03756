"""Addresses that were published once and have to answer for ever (``permalinks.txt``).

These rules run when the pages are ready: only then is it known what will answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from catalog.model import Spot
from catalog.report import Fault, Scope, rule

ADDRESS = re.compile(r"/[a-z0-9-]+/[a-z0-9-]+/")
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of ``permalinks.txt`` as it stands there."""

    number: int
    text: str

    @property
    def sound(self) -> bool:
        """True for an address of the catalog."""
        return len(self.text) <= LONGEST and ADDRESS.fullmatch(self.text) is not None

    @property
    def spot(self) -> Spot:
        """The whole line, or its beginning where it is unreasonably long."""
        return Spot(self.number, 1, min(len(self.text), LONGEST) + 1)


@dataclass(frozen=True, slots=True)
class Remedy:
    """What an author can do about an address that no longer answers."""

    hint: str
    paste: str


@dataclass(frozen=True, slots=True)
class Lost:
    """An address that nothing answers, with its remedy."""

    line: Listed
    remedy: Remedy


@dataclass(frozen=True, slots=True)
class Leading:
    """The tombstone of a withdrawn entry: its file and the address it sends the reader to."""

    file: str
    successor: str
    address: str


@rule("PML-P10", scope=Scope.SITE)
def lost_address(lost: Iterable[Lost]) -> Iterator[Fault]:
    """Toda dirección que se publicó alguna vez sigue respondiendo.

    Por qué: está impresa en fichas, guardada en marcadores y citada en tesis; quien la sigue no
    debe hallar una página en blanco.

    Mal:

        # en cases/co-nombre-nuevo.md, que antes se llamaba co-nombre-viejo.md
        aliases: []

    Dice: «/casos/co-curtiembre/» se publicó y ya no responde ninguna página.

    Bien:

        # en cases/co-nombre-nuevo.md, que antes se llamaba co-nombre-viejo.md
        aliases: [co-nombre-viejo]
    """
    for item in lost:
        yield Fault(
            item.line.spot,
            f"«{item.line.text}» se publicó y ya no responde ninguna página.",
            item.remedy.hint,
            paste=item.remedy.paste,
        )


@rule("PML-P11", scope=Scope.SITE)
def odd_line(lines: Iterable[Listed]) -> Iterator[Fault]:
    """Cada línea de permalinks.txt es la dirección de una página del catálogo.

    Por qué: la lista es la promesa de lo que responde, y una línea que no es una dirección no se
    puede cumplir ni comprobar.

    Mal:

        https://catalogo.example/casos/co-curtiembre/

    Dice: «casos/CO Curtiembre» no es una dirección del catálogo.

    Bien:

        /casos/co-curtiembre/
    """
    for line in lines:
        yield Fault(
            line.spot,
            f"«{line.text[:60]}» no es una dirección del catálogo.",
            "Escriba una dirección por línea, como /casos/co-curtiembre/, o bórrela.",
        )


@rule("PML-P12", scope=Scope.SITE)
def dead_successor(tombstones: Iterable[Leading], answering: Collection[str]) -> Iterator[Fault]:
    """La ficha retirada envía al lector a una página que existe.

    Por qué: quien llega a una ficha retirada busca lo que la reemplazó, y un segundo enlace roto
    lo deja sin nada.

    Mal:

        tombstone: {reason: Repetía la ficha de la misma planta., successor: /casos/no-existe/}

    Dice: La sucesora «/casos/otra/» no es una página del catálogo.

    Bien:

        tombstone: {reason: Repetía la ficha de la misma planta., successor: /casos/co-caso/}
    """
    for stone in tombstones:
        if stone.address not in answering:
            yield Fault(
                Spot(1, 1, 1),
                f"La sucesora «{stone.successor[:80]}» no es una página del catálogo.",
                "Escriba su dirección, por ejemplo /casos/otra-ficha/, o quite «successor».",
                file=stone.file,
            )


@rule("PML-P13", scope=Scope.SITE)
def unusable_list(problems: Iterable[str]) -> Iterator[Fault]:
    """permalinks.txt es un archivo de texto corriente, en UTF-8.

    Por qué: un enlace a otro archivo, o un archivo que no se puede leer, dejaría sin vigilancia las
    direcciones publicadas.

    Mal:

        un enlace simbólico con ese nombre

    Dice: permalinks.txt no se puede leer como texto UTF-8.

    Bien:

        un archivo de texto con una dirección por línea
    """
    for problem in problems:
        yield Fault(Spot(1, 1, 1), problem, "Recupere el archivo con git checkout permalinks.txt.")
