"""Which practices come first: those that most is known of, then the cheapest."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.model import Kind, Maturity, Practice, Term
from catalog.render import format, links
from catalog.render.site import Site
from catalog.render.view import Link, Resource

AVOID = {"not_recommended", "watch"}
NO_COST_CLASS = 9
MOST_SHARING = 6


def steps(
    site: Site,
    cases: Iterable[str],
    named: Iterable[Practice],
    most: int,
    kinds: frozenset[str] = frozenset(),
) -> list[Step]:
    """The best-evidenced practices among ``cases``, then those that documents name for them."""
    known = site.catalog.practices
    counts: dict[str, list[str]] = {}
    for case in cases:
        for id in site.cases[case].practices:
            counts.setdefault(id, []).append(case)
    candidates = {id for id in counts if id in known} | {practice.id for practice in named}
    sound = [id for id in candidates if _advisable(known[id], kinds)]
    ranked = sorted(sound, key=lambda id: _rank(site, id, len(counts.get(id, ()))))
    return [_step(site, known[id], counts.get(id, [])) for id in ranked[:most]]


def _advisable(practice: Practice, kinds: frozenset[str]) -> bool:
    wanted = not kinds or practice.kind in kinds
    return wanted and practice.recommendation not in AVOID


def _rank(site: Site, id: str, here: int) -> tuple[int, int, int, int, str]:
    """Cases here, step of maturity, documents behind it, cost; the id makes the order total."""
    practice = site.catalog.practices[id]
    ladder = [term.id for term in site.vocabulary("maturity")]
    level = site.catalog.maturity.get(id, Maturity("", "")).level
    maturity = ladder.index(level) if level in ladder else -1
    costs = [term.id for term in site.vocabulary("cost_classes")]
    cost = costs.index(practice.cost_class) if practice.cost_class in costs else NO_COST_CLASS
    return (-min(here, 3), -maturity, -here - len(practice.supported_by), cost, id)


def sharing(site: Site, term: Term) -> tuple[Link, ...]:
    """Other sectors by how many practices their cases have in common with those of ``term``."""
    terms = site.vocabulary("sectors")
    family = terms.narrower(term.id) | {term.broader}
    own = set(site.applied.get(term.id, ()))
    common = {
        id: len(own.intersection(found))
        for id, found in site.applied.items()
        if id not in family and id in terms and term.id not in terms.narrower(id)
    }
    ranked = sorted((id for id in common if common[id]), key=lambda id: (-common[id], id))
    return tuple(
        site.term_link(
            "sectors", id, format.plural(common[id], "práctica en común", "prácticas en común")
        )
        for id in ranked[:MOST_SHARING]
    )


class Step:
    """A practice as a first step: title, what is known of it here, resources."""

    def __init__(self, link: Link, words: str, resources: tuple[Resource, ...]) -> None:
        self.link = link
        self.words = words
        self.resources = resources


def _step(site: Site, practice: Practice, cases: list[str]) -> Step:
    words = []
    if practice.cost_class:
        words.append(f"{site.label('cost_classes', practice.cost_class)}.")
    if len(cases) == 1:
        words.append(f"1 caso aquí: {site.cases[cases[0]].title}.")
    elif cases:
        words.append(f"{format.cases(len(cases))} aquí.")
    else:
        documents = len({support.source for support in practice.supported_by})
        words.append(
            f"Sin casos aquí; la recomiendan {format.plural(documents, 'documento', 'documentos')}."
        )
    link = Link(practice.title, links.entry(Kind.PRACTICE, practice.id))
    return Step(link, " ".join(words), site.resources(practice.resource))
