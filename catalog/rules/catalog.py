"""Families L and P across documents: clashes, repeated titles, circles, and ids by country."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog.load.text import SLUG, SLUG_LENGTH
from catalog.model import Kind, Severity, Spot
from catalog.report import Fault, Scope, rule
from catalog.rules.facts import UPWARDS, Facts, Whole
from catalog.rules.sheet import Sheet
from catalog.schema import Shape


@rule("PML-L03", scope=Scope.CATALOG)
def alias_clash(whole: Whole) -> Iterator[Fault]:
    """Un id anterior no coincide con una ficha que existe ni con otro id anterior.

    Por qué: la dirección antigua debe llevar a una sola página.

    Mal:

        redirect_from: [bo-caso]

    Dice: «bo-caso» es el id de una ficha que existe.

    Bien:

        redirect_from: [bo-caso-antiguo]
    """
    for kind in Kind:
        claimed: dict[str, Facts] = {}
        for facts in whole.of(kind):
            for old in facts.former:
                other = claimed.setdefault(old.text, facts)
                if old.text in whole.names[kind]:
                    message = f"«{old.text}» es el id de una ficha que existe."
                elif other is not facts:
                    message = f"«{old.text}» ya figura como id anterior de «{other.id}»."
                else:
                    continue
                yield Fault(old.spot, message, "Quite este id anterior.", file=facts.file)


@rule("PML-L04", Severity.WARNING, Scope.CATALOG)
def same_title(whole: Whole) -> Iterator[Fault]:
    """Dos fichas de la misma clase no tienen el mismo título.

    Por qué: suelen ser la misma cosa escrita dos veces, y en una lista no se distinguen.

    Mal:

        title: Cervecería que mide el vapor de sus calderas

    Dice: «bo-caso» tiene el mismo título.

    Bien:

        title: Curtiembre que reutiliza el agua de pelambre
    """
    for kind in (Kind.CASE, Kind.PRACTICE, Kind.ORGANIZATION, Kind.COLLECTION):
        seen: dict[str, Facts] = {}
        for facts in whole.of(kind):
            if facts.title is None:
                continue
            other = seen.setdefault(facts.title.text, facts)
            if other is not facts:
                yield Fault(
                    facts.title.spot,
                    f"«{other.id}» tiene el mismo título.",
                    "Si es lo mismo, deje una sola ficha; si no, diga en qué se distinguen.",
                    file=facts.file,
                )


@rule("PML-L05", scope=Scope.CATALOG)
def circle(whole: Whole) -> Iterator[Fault]:
    """Las prácticas no forman círculos de «es un caso de», «forma parte de» ni «requiere».

    Por qué: si una requiere la otra y la otra la una, nadie sabe por dónde empezar.

    Mal:

        # en practices/practica-dos.md
        requires: [practica-tres]

    Dice: «practica-dos» y «practica-tres» se remiten la una a la otra en «requires».

    Bien:

        # en practices/practica-dos.md
        requires: [practica-uno]
    """
    practices = {facts.id: facts for facts in whole.of(Kind.PRACTICE)}
    for key in UPWARDS:
        above = {
            id: {said.text: said.spot for said in facts.above.get(key, ())}
            for id, facts in practices.items()
        }
        for id, facts in practices.items():
            for target, spot in above[id].items():
                if target != id and reaches(above, target, id):
                    yield Fault(
                        spot,
                        f"«{id}» y «{target}» se remiten la una a la otra en «{key}».",
                        "Deje la relación en un solo sentido.",
                        file=facts.file,
                    )


def reaches(above: Mapping[str, Mapping[str, Spot]], start: str, goal: str) -> bool:
    """True when ``goal`` can be reached from ``start``."""
    seen, waiting = {start}, [start]
    while waiting:
        following = set(above.get(waiting.pop(), ())) - seen
        if goal in following:
            return True
        seen |= following
        waiting += following
    return False


@rule("PML-L06", Severity.WARNING)
def country_in_id(sheet: Sheet) -> Iterator[Fault]:
    """El id de un caso empieza con el código de su país, o con «regional».

    Por qué: así los archivos de un país quedan juntos y la dirección dice de dónde es el caso.

    Mal:

        # en cases/curtiembre-choconta.md
        country: CO

    Dice: El id empieza con «curtiembre» y el país es CO.

    Bien:

        # en cases/co-curtiembre-choconta.md
        country: CO
    """
    if sheet.document.kind is not Kind.CASE or not sheet.root.has("country"):
        return
    countries = [v.text.lower() for v in sheet.shapes[Shape.TERM] if v.field.name == "country"]
    prefix = sheet.document.id.split("-")[0]
    if countries and prefix not in [*countries, "regional"]:
        spot = sheet.root.at("country")
        yield Fault(
            spot,
            f"El id empieza con «{prefix}» y el país es {', '.join(countries).upper()}.",
            f"Nombre el archivo {countries[0]}-….md, o corrija el país.",
        )


@rule("PML-L07")
def slug_form(sheet: Sheet) -> Iterator[Fault]:
    """Los ids anteriores son ids: minúsculas, cifras y guiones.

    Por qué: de ellos se hacen las direcciones que redirigen.

    Mal:

        redirect_from: [/casos/CO Viejo/]

    Dice: «/casos/CO Viejo/» no es un id.

    Bien:

        redirect_from: [co-viejo]
    """
    for value in sheet.shapes[Shape.SLUG]:
        if not SLUG.fullmatch(value.text) or len(value.text) > SLUG_LENGTH:
            yield Fault(
                value.spot,
                f"«{value.text[:60]}» no es un id.",
                "Escriba solo el id, sin barras ni dirección.",
            )
