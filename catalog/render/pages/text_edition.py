"""The text edition: one small page for each sector, and pieces short enough for a message.

For links so slow that a picture never arrives. Nothing but words: no style, script or image.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from catalog.model import Case, Kind, Term
from catalog.render import dates, format, links
from catalog.render.block import block
from catalog.render.figures import Figures
from catalog.render.pages.common import HOME, by_label
from catalog.render.site import Site
from catalog.render.view import Bar, Fig, Link, Page, Told

ADDRESS, TEMPLATE, SHELL = "texto/", "texto-sector.html.j2", "texto.html"
PAGE_BYTES = 11_500
"""Of the words of one page: with the tags around them it stays below 15 KB."""
MESSAGE = 4_000
"""Characters of one piece: what messaging programs send in one message."""
MOST_FIGURES = 4
MARK = "\ufeff"
"""Byte order mark: text files travel without a word about their encoding."""


@dataclass(frozen=True, slots=True)
class Sector:
    """The cases of a sector, cut into pages and into messages."""

    slug: str
    name: str
    count: int
    pages: tuple[tuple[Told, ...], ...]
    messages: tuple[str, ...]

    def address(self, number: int) -> str:
        """Address of a page; the first carries no number."""
        return _address(self.slug) + (f"{number}/" if number > 1 else "")

    def files(self) -> Iterator[tuple[str, str]]:
        """Address of each message and its text."""
        for number, text in enumerate(self.messages, 1):
            yield f"{ADDRESS}{self.slug}-{number}.txt", text


def pages(site: Site) -> Iterator[Page]:
    """The pages of the sectors of the site's share, and with the first share the index."""
    if site.part.has(0):
        yield _index(site)
    for sector in sectors(site):
        for number in range(1, len(sector.pages) + 1):
            yield _page(sector, number)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Texts to copy into a message: path from the root of the site, and text."""
    for sector in sectors(site):
        for address, text in sector.files():
            yield address, MARK + text


def sectors(site: Site) -> list[Sector]:
    """Sectors with cases that are in the site's share, in the order of their names."""
    return [_sector(site, term) for term in site.part.share(_terms(site), links.term_slug)]


def _terms(site: Site) -> list[Term]:
    terms = site.vocabulary("sectors")
    ids = [term.id for term in terms if site.facet("sectors", term.id)]
    return [terms[id] for id in by_label(site, "sectors", ids)]


def _address(slug: str) -> str:
    return f"{ADDRESS}{slug}/"


def _sector(site: Site, term: Term) -> Sector:
    told = [_told_once(site, site.cases[id]) for id in site.facet("sectors", term.id)]
    return Sector(
        slug=links.term_slug(term),
        name=term.name,
        count=len(told),
        pages=tuple(tuple(page) for page in _cut(told, PAGE_BYTES)),
        messages=tuple(_messages(term.name, told)),
    )


def _told_once(site: Site, case: Case) -> Told:
    """Pages and messages tell the same, and a case may have several sectors."""
    return site.reads.once("told", case.id, lambda: _told(site, case))


def _told(site: Site, case: Case) -> Told:
    address = links.entry(Kind.CASE, case.id)
    years = dates.years(case.period)
    return Told(
        title=case.title,
        place=f"{site.place(case)}, {years}" if years else site.place(case),
        figures=tuple(_figures(site, case)),
        address=address,
        public=site.public(address),
    )


def _figures(site: Site, case: Case) -> list[str]:
    """The figures on top of the sheet, each as a line of words."""
    found = block(Figures(site, case))
    lines = [words for fig in found.figs if (words := _fig(fig))]
    lines += [_bar(bar) for bar in (*found.bars, *found.shares)]
    return list(dict.fromkeys(lines))[:MOST_FIGURES] or ["Sin cifras publicadas"]


def _fig(fig: Fig) -> str:
    value = fig.figure.text if fig.figure else fig.word
    if not value:
        return ""
    return f"{fig.label}: {less(value)}" + (f" ({fig.basis})" if fig.basis else "")


def _bar(bar: Bar) -> str:
    return f"{bar.label}: {less(bar.percent)}" + (f" ({bar.detail})" if bar.detail else "")


def less(text: str) -> str:
    """A falling percentage in words: «−44 %» -> «44 % menos»; anything else as it is."""
    falls = format.MINUS in text and text.endswith("%")
    return f"{text.replace(format.MINUS, '')} menos" if falls else text


def _cut(told: Iterable[Told], most: int) -> Iterator[list[Told]]:
    page: list[Told] = []
    size = 0
    for case in told:
        if page and size + case.size > most:
            yield page
            page, size = [], 0
        page.append(case)
        size += case.size
    yield page


def _messages(name: str, told: list[Told]) -> list[str]:
    """Pieces of at most ``MESSAGE`` characters with a heading that says which of how many."""
    room = MESSAGE - len(_heading(name, 99, 99))
    pieces = [""]
    for case in told:
        words = case.message if len(case.message) <= room else f"{case.message[: room - 1]}…"
        if pieces[-1] and len(pieces[-1]) + 1 + len(words) > room:
            pieces.append("")
        pieces[-1] += ("\n" if pieces[-1] else "") + words
    return [_heading(name, n, len(pieces)) + piece for n, piece in enumerate(pieces, 1)]


def _heading(name: str, number: int, of: int) -> str:
    return f"CATÁLOGO PML · {name}" + (f" ({number} de {of})" if of > 1 else "") + "\n\n"


def _index(site: Site) -> Page:
    lines = [
        Link(
            term.name,
            _address(links.term_slug(term)),
            count=str(len(site.facet("sectors", term.id))),
        )
        for term in _terms(site)
    ]
    view = {"lines": lines}
    title = "Versión de texto"
    lede = "El catálogo en páginas muy livianas, una por sector, para conexiones lentas."
    return _plain(ADDRESS, "texto.html.j2", title, lede, (HOME, Link(title)), view)


def _page(sector: Sector, number: int) -> Page:
    last = len(sector.pages)
    name = f"{sector.name} ({number} de {last})" if last > 1 else sector.name
    address = sector.address(number)
    view = {
        "cases": sector.pages[number - 1],
        "next": sector.address(number + 1) if number < last else "",
        "messages": [Link(str(n), to) for n, (to, _) in enumerate(sector.files(), 1)],
        "count": sector.count,
    }
    crumbs = (HOME, Link("Versión de texto", ADDRESS), Link(name))
    lede = f"{format.capital(format.cases(sector.count))} de {format.lower(sector.name)}, en texto."
    return _plain(address, TEMPLATE, name, lede, crumbs, view)


def _plain(
    address: str,
    template: str,
    title: str,
    lede: str,
    crumbs: tuple[Link, ...],
    view: Mapping[str, object],
) -> Page:
    """A page in the bare shell; search engines read the full pages instead."""
    meta = {"template": SHELL, "robots": "noindex"}
    return Page(address, template, title, lede, "", crumbs, {"title": title, **view}, meta)
