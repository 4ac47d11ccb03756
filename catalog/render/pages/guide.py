"""«¿Qué puede hacer mi empresa?»: sector, worry, practices by evidence; no script needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from catalog.measure.ranking import AVOID, COST, FORMULA, NAMED, NEAR, OWN, neighbours
from catalog.model import Kind, Practice
from catalog.render import format, links
from catalog.render.explore import filtered
from catalog.render.guide import DATA, Advice, Helper, Place, Places, advise, helpers, places
from catalog.render.guide.advice import FOLDER, sample, sector_address
from catalog.render.guide.ranges import board_of, fits, is_use
from catalog.render.pages import lessons
from catalog.render.pages.common import HOME, NOT_AS_EXPECTED, spread_fig
from catalog.render.site import Site
from catalog.render.view import Fig, Link, Page, Sheet

TITLE = "¿Qué puede hacer mi empresa?"
SECTION = "mi-empresa"
SCRIPTS = [DATA, "assets/guia/guide.js"]
STYLES = ["assets/guia/guia.css"]
ICONS = ["edit", "print", "share", "warn"]
MOST_OWN, MOST_NEAR, MOST_STEPS, MOST_NAMED = 5, 3, 6, 10
MOST_HELPERS, MOST_FAILURES = 12, 5


def pages(site: Site) -> Iterator[Sheet]:
    """The door, the choices of each sector, and one result for each sector and worry."""
    if not site.part.within(SECTION):
        return
    by_sector = places(site)
    if site.part.has(0):
        yield Sheet(FOLDER, partial(_door, site, by_sector))
    terms = site.vocabulary("sectors")
    for id in site.part.share(by_sector, lambda id: links.term_slug(terms[id])):
        if by_sector[id]:
            yield Sheet(sector_address(terms[id]), partial(_choices, site, by_sector, id))
        for number, place in enumerate(by_sector[id]):
            yield Sheet(place.address, partial(_result, site, by_sector, id, number))


def _page(
    address: str,
    template: str,
    title: str,
    lede: str,
    steps: tuple[Link, ...],
    view: dict[str, object],
) -> Page:
    return Page(
        address=address,
        template=template,
        title=title,
        description=f"{title.rstrip('.')}. {lede}" if title[-1:] != "?" else lede,
        section=SECTION,
        crumbs=(HOME, *steps),
        view={"title": title, "lede": lede, "formula": FORMULA, **view},
        meta={"scripts": SCRIPTS, "styles": STYLES},
    )


def _door(site: Site, by_sector: Places) -> Page:
    lede = (
        "Elija su sector y lo que le preocupa. Verá qué prácticas aplicaron otros, qué lograron, "
        "cuánto costó y quién puede ayudarle."
    )
    known = [id for id in by_sector if by_sector[id]]
    order = sorted(known, key=lambda id: links.slug(site.label("sectors", id)))
    sectors = [
        Link(
            by_sector[id][0].sector.name,
            sector_address(by_sector[id][0].sector),
            count=format.number(len(site.facet("sectors", id))),
        )
        for id in order
    ]
    return _page(FOLDER, "guia.html.j2", TITLE, lede, (Link(TITLE),), {"sectors": sectors})


def _choices(site: Site, by_sector: Places, id: str) -> Page:
    found = by_sector[id]
    sector = found[0].sector
    title = f"{sector.name}: ¿qué le preocupa?"
    lede = (
        "Elija una de estas. El número dice cuántas prácticas se aplicaron en su sector o en "
        "sectores vecinos."
    )
    choices = [
        (
            place.worry,
            Link(
                place.label,
                place.address,
                count=format.number(sum(r.circle != NAMED for r in place.ranked)),
            ),
        )
        for place in found
    ]
    view: dict[str, object] = {
        "choices": choices,
        "sector": site.term_link("sectors", sector.id),
        "cost": COST,
    }
    return _page(
        sector_address(sector),
        "guia_sector.html.j2",
        title,
        lede,
        (Link("Mi empresa", FOLDER), Link(sector.name)),
        view,
    )


def _result(site: Site, by_sector: Places, id: str, number: int) -> Page:
    place = by_sector[id][number]
    title = f"{place.sector.name}: qué hacer con {place.phrase}"
    advices = _advices(site, place)
    lede = _lede(place, len(advices))
    steps = (
        Link("Mi empresa", FOLDER),
        Link(place.sector.name, sector_address(place.sector)),
        Link(place.label),
    )
    view: dict[str, object] = {
        "place": place,
        "sector_slug": links.term_slug(place.sector),
        "choices_address": sector_address(place.sector),
        "door": FOLDER,
        "figs": _figs(site, place),
        "advices": advices,
        "named": _named(site, place),
        "helpers": _helpers(site, place)[:MOST_HELPERS],
        "failures": _failures(site, place),
        "watch": _watch(site, place),
        "lessons": lessons.page_of(site, place.sector),
        "explore": _explore(place),
    }
    return _page(place.address, "guia_resultado.html.j2", title, lede, steps, view)


def _advices(site: Site, place: Place) -> list[Advice]:
    own = [r for r in place.ranked if r.circle == OWN][:MOST_OWN]
    near = [r for r in place.ranked if r.circle == NEAR][:MOST_NEAR]
    shown = [*own, *near][:MOST_STEPS]
    return [advise(site, place, ranked, n) for n, ranked in enumerate(shown)]


def _lede(place: Place, n: int) -> str:
    """Where the order comes from, in numbers, and what it is not."""
    own = len({id for item in place.ranked for id in item.own})
    near = len({id for item in place.ranked for id in item.near})
    if not n:
        return (
            "Nadie ha documentado todavía un caso aplicado aquí. Esto es lo que recomiendan los "
            "documentos."
        )
    where = [f"{format.cases(own)} de su sector"] if own else []
    if near:
        where.append(f"{format.cases(near)} de sectores vecinos")
    head = f"{format.plural(n, 'práctica', 'prácticas')}, en orden de evidencia."
    return f"{head} Salen de {format.listed(where)}; no son una promesa para su empresa."


def _figs(site: Site, place: Place) -> tuple[Fig, ...]:
    """What the cases of the sector about this worry add up to."""
    ids = _cell(site, place)
    if not ids:
        return ()
    board = board_of(site, ids)
    found = [spread_fig(board.payback, "Se pagó en", "month", hot=board.payback.n > 0)]
    speaking = [(id, s) for id, s in board.savings.items() if s.n and fits(site, id, place.worry)]
    if speaking:
        id, spread = max(speaking, key=lambda pair: (is_use(site, pair[0]), pair[1].n, pair[0]))
        label = f"Mejora en {format.lower(site.label('indicators', id))}"
        found.append(spread_fig(spread, label, "%"))
    done = len(board.outcomes.get("implemented", ()))
    found.append(Fig("Casos implementados", format.Figure(format.number(done), f"de {len(ids)}")))
    return tuple(found)


def _cell(site: Site, place: Place) -> tuple[str, ...]:
    """Cases of the sector about the worry, whatever their practices."""
    ids = site.facet("sectors", place.sector.id)
    if place.worry == COST:
        return ids
    return tuple(id for id in ids if place.worry in site.cases[id].resource)


def _named(site: Site, place: Place) -> list[Link]:
    """Practices that only documents or proposals name for this sector."""
    found = [r for r in place.ranked if r.circle == NAMED][:MOST_NAMED]
    entries = [site.entry_link(Kind.PRACTICE, r.practice) for r in found]
    return [link for link in entries if link]


def _helpers(site: Site, place: Place) -> list[Helper]:
    own = helpers(site, _cell(site, place))
    known = {helper.id for helper in own}
    near = helpers(site, sample(place))
    return [*own, *(helper for helper in near if helper.id not in known)]


def _failures(site: Site, place: Place) -> list[Link]:
    """Cases of the sector and its neighbours that did not end as expected, own sector first."""
    pool = dict.fromkeys([*_cell(site, place), *sample(place)])
    bad = [id for id in pool if site.cases[id].outcome in NOT_AS_EXPECTED]
    order = sorted(bad, key=lambda id: site.cases[id].outcome == "partial")
    found = []
    for id in order[:MOST_FAILURES]:
        note = format.lower(site.label("outcomes", site.cases[id].outcome))
        link = site.entry_link(Kind.CASE, id, note)
        if link:
            found.append(link)
    return found


def _watch(site: Site, place: Place) -> list[Link]:
    """Practices for this sector and worry that are under watch or not recommended, and why."""
    sectors = {place.sector.id, *neighbours(site.vocabulary("sectors"), place.sector.id)}
    found = [p for p in site.catalog.practices.values() if _advised_against(p, place, sectors)]
    return [
        Link(
            p.title,
            links.entry(Kind.PRACTICE, p.id),
            p.recommendation_reason or site.label("recommendations", p.recommendation),
        )
        for p in found[:MOST_FAILURES]
    ]


def _advised_against(practice: Practice, place: Place, sectors: set[str]) -> bool:
    if practice.recommendation not in AVOID:
        return False
    here = practice.cross_sector or bool(sectors & set(practice.sectors))
    return here and (place.worry == COST or place.worry in practice.resource)


def _explore(place: Place) -> Link:
    """The same cases with filters."""
    chosen = {"sectors": links.term_slug(place.sector)}
    if place.worry != COST:
        chosen["resources"] = place.address.rstrip("/").rsplit("/", 1)[-1]
    return Link("Ver los casos con filtros", filtered(chosen))
