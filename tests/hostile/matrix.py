"""Every field of every kind with something hostile in it, made from the one table of fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from catalog.model import Kind
from catalog.schema import RECORDS, Field, Many, Record, Shape
from tests.rules.support import default_of, merged, mini

TAG = "<pmlx onclick=top.__pml=1><script>top.__pml=1</script>"
DOUBLE = 'x" onfocus="top.__pml=1" autofocus y="'
SINGLE = DOUBLE.replace('"', "'")
SCHEME = "javascript:top.__pml=1"
PAYLOADS = {"tag": TAG, "double": DOUBLE, "single": SINGLE, "scheme": SCHEME}
DEEPEST = 4
SOUND = {
    "answer": "Una respuesta.", "basis": "reported", "currency": "USD", "date": 2005,
    "id": "fuente-uno", "indicator": "water_use", "minutes": 5, "name": "Un nombre",
    "reason": "Un motivo.", "role": "implementer", "source": "fuente-uno",
    "statement": "Lo recomienda.", "status": "active", "task": "Una tarea.", "text": "Un texto.",
    "value": 10,
}  # fmt: skip
"""Values of the fields that records cannot do without."""


@dataclass(frozen=True)
class Spot:
    """One field: its kind, its names from the top of the sheet down, and what it holds."""

    kind: Kind
    fields: tuple[Field, ...]

    def __str__(self) -> str:
        return ".".join([self.kind.value, *(field.name for field in self.fields)])

    @property
    def shape(self) -> Shape:
        return self.fields[-1].shape

    def yaml(self, payload: str) -> str:
        """The field with a payload; the records that it lies in are sound but for it."""
        top = {self.fields[0].name: _value(self.fields, payload)}
        return yaml.safe_dump(top, allow_unicode=True, sort_keys=False, width=10**6).rstrip()

    def lay(self, payload: str, number: int) -> tuple[str, str]:
        """Path and text of a sound entry of the kind with this field in it."""
        folder = self.kind.folder
        name = f"{'co-' * (self.kind is Kind.CASE)}matriz-{number}{self.kind.suffix}"
        old = mini()[default_of(folder)]
        if self.kind.suffix != ".md":
            return f"{folder}/{name}", merged(old, self.yaml(payload))
        _, front, body = old.split("---\n", 2)
        return f"{folder}/{name}", f"---\n{merged(front, self.yaml(payload))}---\n{body}"


def _value(fields: tuple[Field, ...], payload: str) -> object:
    field, *below = fields
    inner: object = payload
    if below:
        assert field.record is not None
        needed = [f.name for f in field.record.fields if f.required and f is not below[0]]
        sound = {name: SOUND[name] for name in needed}
        inner = {**sound, below[0].name: _value(tuple(below), payload)}
    return [inner] if field.many is Many.LIST else inner


def spots() -> Iterator[Spot]:
    """Every field that holds a value, records within records included."""
    for kind, record in RECORDS.items():
        yield from _spots(kind, (), record)


def _spots(kind: Kind, above: tuple[Field, ...], record: Record) -> Iterator[Spot]:
    for field in record.fields:
        here = (*above, field)
        if field.record is None:
            yield Spot(kind, here)
        elif len(here) < DEEPEST:
            yield from _spots(kind, here, field.record)
            if field.record.text_field:
                yield Spot(kind, here)
