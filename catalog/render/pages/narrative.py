"""The running text of a case: the author's Markdown and short texts in the order of its level."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Case, Note, Payback
from catalog.render import citations, dates, format, prose
from catalog.render.site import Site
from catalog.render.view import Part, Remark

ORDER: dict[str, tuple[tuple[str, str], ...]] = {
    "state": (
        ("Marco y actores", ""), ("Por qué se hizo", "drivers"), ("Instrumento", ""),
        ("Cobertura", ""), ("Resultados", ""), ("Continuidad", ""), ("Dificultades", "barriers"),
        ("Lecciones", "lessons"),
    ),
    "": (
        ("Situación inicial", ""), ("Por qué se hizo", "drivers"), ("Qué se hizo", ""),
        ("Resultados", ""), ("Dificultades", "barriers"), ("Lecciones", "lessons"),
        ("Cómo replicarlo", ""),
    ),
}  # fmt: skip
"""Sections of the running text and the field whose short texts belong there."""
ADVICE = "Cómo replicarlo"
"""What others may do: advice of whoever wrote the entry, which no source gives."""
POSSIBLE = "Qué lo hizo posible"


class Narrative:
    """The words of one case; ``link`` makes addresses relative to its page."""

    def __init__(self, case: Case, link: prose.Link) -> None:
        self.case = case
        self._texts = {s.heading: prose.html(s.text, link) for s in prose.sections(case.body)}
        self._numbers = {source.id: n for n, source in enumerate(case.sources, 1)}

    def _refs(self, source: str) -> tuple[int, ...]:
        return (self._numbers[source],) if source in self._numbers else ()

    def _remarks(self, notes: tuple[Note, ...]) -> tuple[Remark, ...]:
        return tuple(citations.remark(note, self._numbers) for note in notes)

    def warnings(self, payback: Payback) -> tuple[Remark, ...]:
        """Contradictions that the build found, then the editor's warnings."""
        found = tuple(Remark(c.text, self._refs(c.source)) for c in payback.contradictions)
        return found + self._remarks(self.case.caveats)

    def parts(self) -> Iterator[Part]:
        """Sections with something to say, in the order of the level."""
        order = dict(ORDER.get(self.case.level, ORDER[""]))
        order |= {heading: "" for heading in self._texts if heading not in (*order, POSSIBLE)}
        for heading, field in order.items():
            remarks = self._remarks(getattr(self.case, field)) if field else ()
            if heading == ADVICE and heading in self._texts:
                remarks = (*remarks, Remark("Consejo a partir del caso.", editor=True))
            if heading in self._texts or remarks:
                yield Part(heading, self._texts.get(heading, Part("").html), remarks)

    def made_possible(self) -> Part:
        """The text that belongs with the chain of the three levels."""
        return Part(POSSIBLE, self._texts.get(POSSIBLE, Part("").html))

    def applicability(self, site: Site) -> Iterator[Part]:
        """Whom the case may serve, and whom not."""
        suits = self.case.applicability
        conditions = [Remark(text) for text in suits.conditions]
        if suits.sizes:
            sizes = [format.lower(size) for size in site.labels("sizes", suits.sizes)]
            conditions.insert(0, Remark(f"Empresa {format.listed(sizes, 'o')}."))
        if conditions:
            yield Part("A quién le sirve", remarks=tuple(conditions))
        if suits.not_suited_when:
            yield Part("No conviene cuando", remarks=tuple(map(Remark, suits.not_suited_when)))

    def followups(self, site: Site) -> tuple[Remark, ...]:
        """What was seen of the case after its publication."""
        found = []
        for followup in self.case.followups:
            status = format.lower(site.label("statuses", followup.status))
            text = f"{dates.partial_date(followup.date)}: {status}. {followup.note}".strip()
            found.append(Remark(format.capital(text), self._refs(followup.source)))
        return tuple(found)
