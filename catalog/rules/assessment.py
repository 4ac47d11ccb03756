"""Family P: whether what an entry says of its own worth fits together."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Severity
from catalog.report import Fault, rule
from catalog.rules.sheet import Sheet

FEWEST_SOURCES = 2
"""Sources with which a practice can be recommended without saying on what it depends."""


@rule("PML-P01", Severity.WARNING)
def unverified_figures(sheet: Sheet) -> Iterator[Fault]:
    """Un caso con cifras tiene al menos la verificación V1.

    Por qué: el nivel V0 dice que solo se conoce el título; si hay cifras, alguien las declaró.

    Mal:

        verification: V0
        results:
          - indicator: water_use
            change: -555
            unit: m3
            basis: reported
            source: fuente-uno

    Dice: El caso es V0 (solo título o nombre) y tiene cifras.

    Bien:

        verification: V1
        results:
          - indicator: water_use
            change: -555
            unit: m3
            basis: reported
            source: fuente-uno
    """
    if sheet.root.text("verification").upper() == "V0" and sheet.root.has("results"):
        yield Fault(
            sheet.root.at("verification"),
            "El caso es V0 (solo título o nombre) y tiene cifras.",
            "Use V1 si las declaran los participantes.",
            suggestion="V1",
        )


@rule("PML-P02")
def recommendation_reason(sheet: Sheet) -> Iterator[Fault]:
    """Una práctica que no se recomienda sin más dice por qué.

    Por qué: «depende» o «no conviene» solo ayudan si se sabe de qué o por qué.

    Mal:

        # en practices/practica-dos.md
        recommendation: not_recommended

    Dice: Falta el motivo de la recomendación.

    Bien:

        # en practices/practica-dos.md
        recommendation: not_recommended
        recommendation_reason: Traslada el contaminante del agua al suelo.
    """
    level = sheet.root.text("recommendation").lower()
    if level not in ("", "recommended") and not sheet.root.has("recommendation_reason"):
        yield Fault(
            sheet.root.at("recommendation"),
            "Falta el motivo de la recomendación.",
            "Diga en una frase de qué depende o por qué no conviene.",
            paste="recommendation_reason: ",
        )


@rule("PML-P04", Severity.WARNING)
def recommended_by_one(sheet: Sheet) -> Iterator[Fault]:
    """Una práctica se recomienda sin más cuando la apoyan dos fuentes o más.

    Por qué: una sola fuente suele ser una sola experiencia, contada por quien la hizo.

    Mal:

        # en practices/practica-dos.md
        recommendation: recommended
        supported_by:
          - source: fuente-uno
            statement: Una lavandería dice que ahorra agua así.

    Dice: La recomienda una sola fuente.

    Bien:

        # en practices/practica-dos.md
        recommendation: context_dependent
        recommendation_reason: La conocemos por una sola fuente.
        supported_by:
          - source: fuente-uno
            statement: Una lavandería dice que ahorra agua así.
    """
    if sheet.root.text("recommendation").lower() != "recommended":
        return
    sources = {group.text("source") for group in sheet.of_record("support")} - {""}
    if len(sources) < FEWEST_SOURCES:
        said = "La recomienda una sola fuente." if sources else "Ninguna fuente la recomienda."
        yield Fault(
            sheet.root.at("recommendation"),
            said,
            "Añada en «supported_by» otra fuente, o use «context_dependent» y diga el porqué.",
            suggestion="context_dependent",
        )
