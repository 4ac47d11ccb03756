"""The pages of a training route: facilitator, participants, answers, slides, cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from catalog.model import Collection, Kind
from catalog.render import citations, format, jsonld, links
from catalog.render.citing import citing
from catalog.render.pages.common import HOME, dated, imprint, license_url, relative
from catalog.render.pages.training.deck import SIZES, deck
from catalog.render.pages.training.steps import Step, duration, steps
from catalog.render.prose import html
from catalog.render.site import Site
from catalog.render.view import Link, Page, Remark

TRAINING = Link("Formación", "formacion/")
STYLES = ["assets/formacion/formacion.css"]
SLIDE_PAPER, CARD_PAPER = "assets/formacion/diapositivas.css", "assets/formacion/tarjetas.css"
SLIDE_SCRIPTS = ["assets/formacion/diapositivas.js"]
QUESTIONS_ON_A_SLIDE = 3


@dataclass(frozen=True, slots=True)
class Exercise:
    """A task with the case its figures come from; the answer stands on another page."""

    number: int
    task: str
    answer: str
    case: Link | None


class Route:
    """A route with everything its pages share, worked out once."""

    def __init__(self, site: Site, route: Collection) -> None:
        self.site = site
        self.route = route
        self.address = links.entry(Kind.COLLECTION, route.id)
        self.steps: tuple[Step, ...] = steps(site, route)
        self.minutes = sum(item.minutes for item in route.items)
        self._numbers = {source.id: n for n, source in enumerate(route.sources, 1)}

    def view(self, address: str) -> dict[str, object]:
        """What every page of the route may use."""
        exercises = tuple(self._exercises())
        return {
            "route": self.route,
            "steps": self.steps,
            "duration": duration(self.minutes),
            "questions": tuple(self.questions()),
            "exercises": exercises,
            "citations": citations.references(self.site, self.route.sources),
            "body": html(self.route.body, relative(self.site, address)),
            "base": self.address,
            **imprint(self.site, address),
        }

    def questions(self) -> Iterator[Remark]:
        """Questions with the document they come from; the editor's are told apart."""
        for note in self.route.questions:
            yield citations.remark(note, self._numbers)

    def _exercises(self) -> Iterator[Exercise]:
        for number, exercise in enumerate(self.route.exercises, 1):
            case = self.site.entry_link(Kind.CASE, exercise.case) if exercise.case else None
            yield Exercise(number, exercise.task, exercise.answer, case)

    def page(
        self,
        folder: str,
        template: str,
        name: str = "",
        view: Mapping[str, object] = MappingProxyType({}),
        meta: Mapping[str, object] = MappingProxyType({}),
    ) -> Page:
        """A page of the route: ``name`` is empty for the route itself."""
        address = f"{self.address}{folder}"
        crumbs = (HOME, TRAINING, *((Link(self.route.title, self.address),) if name else ()))
        title = f"{self.route.title}: {format.lower(name)}" if name else self.route.title
        return Page(
            address=address,
            template=f"formacion/{template}.html.j2",
            title=title,
            description=self.route.summary,
            section="formacion",
            crumbs=crumbs,
            view={**self.view(address), "name": name, **view},
            meta={"styles": STYLES, "hide": ["colophon"], **dated(self.route), **meta},
        )


def living(site: Site) -> Iterator[Collection]:
    """Routes that are not withdrawn, in the order of their titles."""
    found = (r for r in site.catalog.collections.values() if r.tombstone is None)
    return iter(sorted(found, key=lambda route: links.slug(route.title)))


def pages(site: Site) -> Iterator[Page]:
    """The list of routes, and the pages of each."""
    routes = [Route(site, route) for route in living(site)]
    yield _list(site, routes)
    for route in routes:
        yield from _pages(route)


def _pages(route: Route) -> Iterator[Page]:
    cite = {"cite": citing(route.site, Kind.COLLECTION, route.route)}
    yield route.page("", "ruta", view=cite, meta={"jsonld": _jsonld(route)})
    yield route.page("participantes/", "participantes", "Hoja de participantes")
    if route.route.exercises:
        yield route.page("respuestas/", "respuestas", "Respuestas")
    slides = {"scripts": SLIDE_SCRIPTS, "styles": [*STYLES, SLIDE_PAPER]}
    yield route.page("diapositivas/", "diapositivas", "Diapositivas", _slides(route), slides)
    cards = {"styles": [*STYLES, CARD_PAPER]}
    for size, folder in SIZES.items():
        name = f"Tarjetas, {size} por hoja"
        yield route.page(folder, "tarjetas", name, deck(route.steps, size), cards)


def _slides(route: Route) -> dict[str, object]:
    """Questions in groups that can be read from the last row."""
    questions = [remark.text for remark in route.questions()]
    groups = [
        questions[start : start + QUESTIONS_ON_A_SLIDE]
        for start in range(0, len(questions), QUESTIONS_ON_A_SLIDE)
    ]
    return {"question_groups": groups}


def _list(site: Site, routes: list[Route]) -> Page:
    lede = (
        f"{format.plural(len(routes), 'ruta', 'rutas')} hechas con los casos del catálogo, también "
        "con los que no salieron. Cada una trae hoja para quien facilita, hoja de participantes, "
        "respuestas aparte, diapositivas, tarjetas y un dossier para imprimir."
    )
    return Page(
        address=TRAINING.address,
        template="formacion/lista.html.j2",
        title="Formación",
        description=lede,
        section="formacion",
        crumbs=(HOME, Link("Formación")),
        view={
            "lede": lede,
            "routes": [_entry(route) for route in routes],
            "sectors": _sectors(site),
        },
        meta={"styles": STYLES},
    )


def _sectors(site: Site) -> list[Link]:
    """The dossier of every sector with cases, by name."""
    known = [t for t in site.term_pages["sectors"] if site.facet("sectors", t.id)]
    return [
        Link(
            term.name,
            f"{links.term('sectors', term)}dossier/",
            count=format.number(len(site.facet("sectors", term.id))),
        )
        for term in sorted(known, key=lambda term: links.slug(term.name))
    ]


def _entry(route: Route) -> dict[str, object]:
    kinds = [step.sheet.kind for step in route.steps if step.sheet]
    facts = [
        duration(route.minutes),
        format.plural(kinds.count("case"), "caso", "casos"),
        format.plural(kinds.count("practice"), "práctica", "prácticas"),
        format.plural(len(route.route.exercises), "ejercicio", "ejercicios"),
    ]
    return {"route": route.route, "address": route.address, "facts": facts}


def _jsonld(route: Route) -> str:
    """What a search engine of learning resources asks for."""
    entry = route.route
    node: jsonld.Node = {
        "@type": "LearningResource",
        "name": entry.title,
        "description": entry.summary,
        "inLanguage": entry.language,
        "license": license_url(route.site),
        "url": route.site.public(route.address),
        "learningResourceType": "ruta de formación",
        "timeRequired": f"PT{route.minutes}M",
        "teaches": list(entry.objectives),
        "audience": {"@type": "Audience", "audienceType": entry.audience},
    }
    return jsonld.text(node)
