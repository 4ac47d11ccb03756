"""Family V on the vocabulary files themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalog.load.text import SLUG
from catalog.model import Edit, MappingNode, Node, ScalarNode, SequenceNode, Severity
from catalog.report import Fault, Scope, rule
from catalog.rules.characters import HIDDEN
from catalog.rules.security import MACRO, TAG

NUMERIC = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Terms:
    """The raw terms of one vocabulary file."""

    items: tuple[Node, ...]

    @classmethod
    def of(cls, node: Node | None) -> Terms:
        """The items of the file's list; nothing when it holds no list."""
        return cls(node.items if isinstance(node, SequenceNode) else ())


@rule("PML-V06", scope=Scope.VOCABULARY)
def term_form(terms: Terms) -> Iterator[Fault]:
    """Cada término de un vocabulario tiene un id propio y una etiqueta en español.

    Por qué: sin ellos el término no se puede usar ni mostrar.

    Mal:

        # en vocab/sectors.yml
        - id: leather
          label: {en: Leather}

    Dice: Al término «leather» le falta la etiqueta en español.

    Bien:

        # en vocab/sectors.yml
        - id: leather
          label: {es: Curtiembre}
    """
    seen: set[str] = set()
    for item in terms.items:
        id = item.get("id") if isinstance(item, MappingNode) else None
        if not isinstance(item, MappingNode) or not isinstance(id, ScalarNode) or not id.text:
            yield Fault(
                item.spot, "Falta el «id» del término.", "Cada término empieza con «- id:»."
            )
            continue
        label = item.get("label")
        if not isinstance(label, MappingNode) or not isinstance(label.get("es"), ScalarNode):
            yield Fault(
                id.spot,
                f"Al término «{id.text}» le falta la etiqueta en español.",
                "Escriba «label: {es: …}».",
            )
        if id.text.casefold() in seen:
            yield Fault(id.spot, f"El término «{id.text}» está dos veces.", "Deje uno.")
        seen.add(id.text.casefold())


@rule("PML-V07", scope=Scope.VOCABULARY)
def term_links(terms: Terms) -> Iterator[Fault]:
    """«broader» y «replaced_by» nombran términos del mismo vocabulario.

    Por qué: si no existen, el sector queda fuera de su grupo.

    Mal:

        # en vocab/sectors.yml
        - id: leather
          label: {es: Curtiembre}
          broader: industria

    Dice: No hay ningún término «industria».

    Bien:

        # en vocab/sectors.yml
        - id: leather
          label: {es: Curtiembre}
    """
    items = [item for item in terms.items if isinstance(item, MappingNode)]
    ids = {id.text for item in items if isinstance(id := item.get("id"), ScalarNode)}
    for item in items:
        for key in ("broader", "replaced_by"):
            target = item.get(key)
            if isinstance(target, ScalarNode) and target.text and target.text not in ids:
                yield Fault(
                    target.spot, f"No hay ningún término «{target.text}».", "Corrija el id."
                )


@rule("PML-V08", Severity.WARNING, Scope.VOCABULARY)
def quoted_codes(terms: Terms) -> Iterator[Fault]:
    """Los códigos de otras clasificaciones van entre comillas.

    Por qué: otros programas leen 0710 como 456, y el código deja de ser el de la CIIU.

    Mal:

        # en vocab/sectors.yml
        - id: leather
          label: {es: Curtiembre}
          exact_match: {isic4: 0710}

    Dice: El código 0710 va entre comillas.

    Bien:

        # en vocab/sectors.yml
        - id: leather
          label: {es: Curtiembre}
          exact_match: {isic4: '0710'}
    """
    for item in terms.items:
        match = item.get("exact_match") if isinstance(item, MappingNode) else None
        for _, code in match.pairs if isinstance(match, MappingNode) else ():
            if isinstance(code, ScalarNode) and code.plain and NUMERIC.fullmatch(code.text):
                yield Fault(
                    code.spot,
                    f"El código {code.text} va entre comillas.",
                    f"Escriba '{code.text}'.",
                    suggestion=f"'{code.text}'",
                    edit=Edit(
                        code.spot.line, code.spot.column, code.spot.end_column, f"'{code.text}'"
                    ),
                )


@rule("PML-X11", scope=Scope.VOCABULARY)
def plain_terms(terms: Terms) -> Iterator[Fault]:
    """Un vocabulario lleva solo texto; los ids y las direcciones, solo letras, cifras y guiones.

    Por qué: de ellos se hacen carpetas y direcciones del sitio, y sus textos salen en cada página.

    Mal:

        # en vocab/sectors.yml
        - id: leather
          slug: ../../curtiembre
          label: {es: Curtiembre}

    Dice: «../../curtiembre» no sirve de «slug».

    Bien:

        # en vocab/sectors.yml
        - id: leather
          slug: curtiembre
          label: {es: Curtiembre}
    """
    for item in terms.items:
        for key, text in scalars(item):
            form = FORMS.get(key)
            if form and not form.fullmatch(text.text):
                yield Fault(text.spot, f"«{text.text[:60]}» no sirve de «{key}».", PLAIN)
            elif TAG.search(text.text) or MACRO.search(text.text) or HIDDEN.search(text.text):
                yield Fault(text.spot, "HTML, plantilla o carácter invisible.", PLAIN)


FORMS = {"id": re.compile(r"[\w.%°-]{1,60}"), "slug": SLUG}
PLAIN = "Deje solo el texto; en ids y direcciones, letras, cifras y guiones."


def scalars(node: Node, key: str = "") -> Iterator[tuple[str, ScalarNode]]:
    """Every text below a node, with the key under which it stands."""
    if isinstance(node, ScalarNode):
        yield key, node
    elif isinstance(node, MappingNode):
        for name, value in node.pairs:
            yield from scalars(value, name.text)
    else:
        for item in node.items:
            yield from scalars(item, key)
