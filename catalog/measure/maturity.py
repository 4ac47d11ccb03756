"""Step of a practice on FAO's ladder from potential innovation to institutionalised practice.

The four steps are those of the FAO good practice template (innovation, promising, good,
institutionalised). FAO leaves the thresholds to judgement; ours are stated in LADDER_RULES and
printed beside every result, so that a reader can disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalog.model import Case, Maturity, Practice

LADDER_RULES = (
    "Innovación potencial: al menos un caso. Prometedora: dos o más casos implementados. "
    "Buena práctica: tres o más implementados en dos países o sectores, y uno documentado con "
    "método (V2 o más). Institucionalizada: buena práctica ligada a un instrumento del Estado."
)
DOCUMENTED = frozenset({"V2", "V3", "V4"})


@dataclass(frozen=True, slots=True)
class _Evidence:
    cases: int
    implemented: int
    countries: int
    sectors: int
    documented: int
    by_state: int

    @property
    def spread_out(self) -> bool:
        return self.countries >= 2 or self.sectors >= 2


def maturity(
    cases: Iterable[Case], all_cases: Mapping[str, Case], practices: Mapping[str, Practice]
) -> Maturity:
    """The step that the cases of a practice support, why, and what the next step needs."""
    evidence = _evidence(list(cases), all_cases, practices)
    level = _level(evidence)
    return Maturity(level, _reason(evidence), _missing(level, evidence))


def _evidence(
    cases: list[Case], all_cases: Mapping[str, Case], practices: Mapping[str, Practice]
) -> _Evidence:
    done = [case for case in cases if case.outcome == "implemented"]
    return _Evidence(
        cases=len(cases),
        implemented=len(done),
        countries=len({id for case in done for id in case.nations}),
        sectors=len({case.sector[0] for case in done if case.sector}),
        documented=sum(case.verification in DOCUMENTED for case in done),
        by_state=sum(_tied_to_state(case, all_cases, practices) for case in done),
    )


def _tied_to_state(
    case: Case, all_cases: Mapping[str, Case], practices: Mapping[str, Practice]
) -> bool:
    """True for a State case that names its instrument, or one that such a case made possible."""
    if case.level == "state":
        return bool(case.instruments)
    for id in case.enabled_by:
        if id in all_cases and all_cases[id].level == "state":
            return True
        if id in practices and practices[id].kind == "instrument":
            return True
    return False


def _level(evidence: _Evidence) -> str:
    if evidence.cases == 0:
        return ""
    if evidence.implemented < 2:
        return "potential_innovation"
    if evidence.implemented < 3 or not evidence.spread_out or not evidence.documented:
        return "promising"
    return "institutionalised" if evidence.by_state else "good"


def _reason(evidence: _Evidence) -> str:
    if evidence.cases == 0:
        return "Ningún caso del catálogo la documenta todavía."
    parts = [
        _count(evidence.implemented, "caso implementado", "casos implementados"),
        f"en {_count(evidence.countries, 'país', 'países')}",
        f"y {_count(evidence.sectors, 'sector', 'sectores')}",
    ]
    if not evidence.implemented:
        return f"{_count(evidence.cases, 'caso', 'casos')}, ninguno implementado."
    documented = _count(evidence.documented, "documentado con método", "documentados con método")
    return f"{' '.join(parts)}; {documented}."


def _missing(level: str, evidence: _Evidence) -> str:
    if level == "":
        return "Para empezar hace falta un caso."
    if level == "potential_innovation":
        needed = 2 - evidence.implemented
        return f"Para «prometedora» {_lacks(needed)}."
    if level == "promising":
        return f"Para «buena práctica» {_needs_of_good(evidence)}."
    if level == "good":
        return "Para «institucionalizada» falta un caso nacido de un instrumento del Estado."
    return ""


def _needs_of_good(evidence: _Evidence) -> str:
    needs = []
    if evidence.implemented < 3:
        needs.append(_lacks(3 - evidence.implemented))
    if not evidence.spread_out:
        needs.append("falta un caso en otro país o sector")
    if not evidence.documented:
        needs.append("falta un documento con método (V2)")
    return " y ".join(needs)


def _lacks(number: int) -> str:
    return "falta un caso implementado" if number == 1 else f"faltan {number} casos implementados"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
