"""The rules of the catalog, one page each, from the docstring that is also their code's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from catalog.model import Severity
from catalog.render import format
from catalog.render.pages.common import HOME
from catalog.render.site import Site
from catalog.render.view import Link, Page
from catalog.report import Rule
from catalog.rules import RULES

FOLDER = "reglas/"
FAMILIES = {
    "B": "Texto de la ficha", "D": "Fechas", "E": "Economía", "F": "Archivos", "K": "Campos",
    "L": "Referencias", "N": "Números", "P": "Procedencia", "R": "Resultados", "S": "Fuentes",
    "T": "Palabras", "U": "Unidades", "V": "Vocabularios", "X": "Seguridad", "Y": "YAML",
}  # fmt: skip
SEVERITIES = {
    Severity.ERROR: "Error: detiene la construcción del sitio.",
    Severity.WARNING: "Advertencia: el sitio se construye, y conviene corregirla.",
    Severity.NOTICE: "Nota: se muestra al lector y no detiene nada.",
}


def pages(site: Site) -> Iterator[Page]:
    """The list of rules and a page for each."""
    del site
    rules = sorted(RULES.values(), key=lambda rule: rule.code)
    yield Page(
        address=FOLDER,
        title="Reglas",
        description=f"Las {len(rules)} reglas que revisa el catálogo, con su porqué y un ejemplo.",
        template="reglas.html.j2",
        section="aportar",
        crumbs=(HOME, Link("Reglas")),
        view={
            "families": [
                (FAMILIES.get(letter, letter), [_link(rule) for rule in members])
                for letter, members in groupby(rules, key=_family)
            ],
            "total": len(rules),
        },
    )
    for rule in rules:
        yield _page(rule)


def _page(rule: Rule) -> Page:
    explanation = rule.explanation
    return Page(
        address=_address(rule),
        title=f"{rule.code}: {explanation.title.rstrip('.')}",
        description=format.capital(explanation.why),
        template="regla.html.j2",
        section="aportar",
        crumbs=(HOME, Link("Reglas", FOLDER)),
        view={
            "code": rule.code,
            "explanation": explanation,
            "why": format.capital(explanation.why),
            "severity": SEVERITIES[rule.severity],
        },
    )


def _family(rule: Rule) -> str:
    return rule.code.removeprefix("PML-")[0]


def _link(rule: Rule) -> Link:
    return Link(rule.explanation.title, _address(rule), note=rule.code)


def _address(rule: Rule) -> str:
    return f"{FOLDER}{rule.code.lower()}/"
