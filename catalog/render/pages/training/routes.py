"""The pages of a training route: facilitator, participants, answers, slides, cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from catalog.model import Case, Collection, Kind, Practice
from catalog.render import citations, format, jsonld, links
from catalog.render.citing import citing
from catalog.render.pages.common import HOME, dated, imprint, license_url, relative
from catalog.render.pages.training.deck import SIZES, deck
from catalog.render.pages.training.steps import Step, duration, named, steps
from catalog.render.prose import html
from catalog.render.site import Site
from catalog.render.view import Link, Page, Remark, Sheet

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
        self._numbers = {source.id: n for n, source in enumerate(route.sources, 1)}

    def view(self, address: str) -> dict[str, object]:
        """What every page of the route may use."""
        exercises = tuple(self._exercises())
        return {
            "route": self.route,
            "steps": self.steps,
            "duration": duration(self.route.minutes),
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


def by_title(site: Site) -> list[Collection]:
    """Routes in the order of their titles."""
    return sorted(site.catalog.collections.values(), key=lambda route: links.slug(route.title))


def route_of(site: Site, id: str) -> Route:
    """A route by its id, which its pages share."""
    return site.reads.once("route", id, lambda: Route(site, site.catalog.collections[id]))


def pages(site: Site) -> Iterator[Sheet]:
    """The list of routes, and the pages of each."""
    yield Sheet(TRAINING.address, partial(_list, site))
    for route in by_title(site):
        for folder, page in _folders(route):
            yield Sheet(
                f"{links.entry(Kind.COLLECTION, route.id)}{folder}",
                partial(_page, site, route.id, folder, page),
            )


def _folders(route: Collection) -> Iterator[tuple[str, Callable[[Route, str], Page]]]:
    yield "", _facilitator
    yield "participantes/", _participants
    if route.exercises:
        yield "respuestas/", _answers
    yield "diapositivas/", _slides
    yield from ((folder, partial(_cards, size=size)) for size, folder in SIZES.items())


def _page(site: Site, id: str, folder: str, page: Callable[[Route, str], Page]) -> Page:
    return page(route_of(site, id), folder)


def _facilitator(route: Route, folder: str) -> Page:
    cite = {"cite": citing(route.site, Kind.COLLECTION, route.route)}
    return route.page(folder, "ruta", view=cite, meta={"jsonld": _jsonld(route)})


def _participants(route: Route, folder: str) -> Page:
    return route.page(folder, "participantes", "Hoja de participantes")


def _answers(route: Route, folder: str) -> Page:
    return route.page(folder, "respuestas", "Respuestas")


def _cards(route: Route, folder: str, size: int) -> Page:
    meta = {"styles": [*STYLES, CARD_PAPER]}
    return route.page(
        folder, "tarjetas", f"Tarjetas, {size} por hoja", deck(route.steps, size), meta
    )


def _slides(route: Route, folder: str) -> Page:
    """Questions in groups that can be read from the last row."""
    questions = [remark.text for remark in route.questions()]
    groups = [
        questions[start : start + QUESTIONS_ON_A_SLIDE]
        for start in range(0, len(questions), QUESTIONS_ON_A_SLIDE)
    ]
    meta = {"scripts": SLIDE_SCRIPTS, "styles": [*STYLES, SLIDE_PAPER]}
    return route.page(folder, "diapositivas", "Diapositivas", {"question_groups": groups}, meta)


def _list(site: Site) -> Page:
    routes = by_title(site)
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
            "routes": [_entry(site, route) for route in routes],
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


def _entry(site: Site, route: Collection) -> dict[str, object]:
    kinds = [type(named(site, item)) for item in route.items]
    facts = [
        duration(route.minutes),
        format.plural(kinds.count(Case), "caso", "casos"),
        format.plural(kinds.count(Practice), "práctica", "prácticas"),
        format.plural(len(route.exercises), "ejercicio", "ejercicios"),
    ]
    return {"route": route, "address": links.entry(Kind.COLLECTION, route.id), "facts": facts}


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
        "timeRequired": f"PT{entry.minutes}M",
        "teaches": list(entry.objectives),
        "audience": {"@type": "Audience", "audienceType": entry.audience},
    }
    return jsonld.text(node)
