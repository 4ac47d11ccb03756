"""Family P: where the first edition came from (docs/decisiones/procedencia.csv)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import PurePosixPath

from catalog.load import PROVENANCE
from catalog.model import Kind, Spot
from catalog.report import Fault, Scope, rule
from catalog.rules.facts import Whole

COLUMNS = ["record", "entry", "reason"]
KIND_OF = {kind.folder: kind for kind in Kind}


@rule("PML-P03", scope=Scope.CATALOG)
def provenance(whole: Whole) -> Iterator[Fault]:
    """La tabla de procedencia nombra fichas que existen, o dice por qué no hay ficha.

    Por qué: quien pregunte qué fue de un registro debe hallar la respuesta.

    Mal:

        # en docs/decisiones/procedencia.csv
        record,entry,reason
        andean:co-caso,cases/no-existe,

    Dice: «cases/no-existe» no existe.

    Bien:

        # en docs/decisiones/procedencia.csv
        record,entry,reason
        andean:co-caso,cases/co-caso,
        andean:otro,,solo se conocía su nombre
    """
    lines = whole.provenance.splitlines()
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        row = next(csv.reader([line]), [])
        message = _wrong(row, whole) if number > 1 else _wrong_header(row)
        if not message and seen.setdefault(row[0], number) != number:
            message = f"«{row[0]}» ya está en la línea {seen[row[0]]}."
        if message:
            spot = Spot(number, 1, len(line) + 1)
            yield Fault(spot, message, "Corrija esa línea de la tabla.", file=PROVENANCE)


def _wrong_header(row: list[str]) -> str:
    return "" if row == COLUMNS else f"La primera línea debe ser «{','.join(COLUMNS)}»."


def _wrong(row: list[str], whole: Whole) -> str:
    if len(row) != len(COLUMNS):
        return f"Hay {len(row)} columnas y deben ser {len(COLUMNS)}: {', '.join(COLUMNS)}."
    record, entry, reason = row
    if ":" not in record:
        return f"«{record}» no dice de qué inventario es: escriba inventario:registro."
    if not entry:
        return "" if reason.strip() else f"Falta por qué «{record}» no tiene ficha."
    return "" if _exists(entry, whole) else f"«{entry}» no existe."


def _exists(entry: str, whole: Whole) -> bool:
    folder, _, id = entry.partition("/")
    if folder in KIND_OF:
        return id in whole.names[KIND_OF[folder]]
    return folder == "vocab" and PurePosixPath(id).name in whole.vocabularies
