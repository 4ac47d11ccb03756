"""The pieces that templates lay out. No arithmetic and no wording is left to a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from catalog.render.format import Figure


@dataclass(frozen=True, slots=True)
class Link:
    """A line with an address from the root of the site; without one it is plain text."""

    text: str
    address: str = ""
    note: str = ""
    count: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Fig:
    """One figure: label above, value, basis below. Without ``figure`` or ``word``: «Sin dato»."""

    label: str
    figure: Figure | None = None
    word: str = ""
    basis: str = ""
    refs: tuple[int, ...] = ()
    hot: bool = False
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of 100: ``width`` percent solid, the rest hatched."""

    label: str
    width: int
    percent: str
    detail: str = ""
    resource: str = ""
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in a table, with what has to be said about it underneath."""

    label: str
    value: str
    basis: str = ""
    refs: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource: colour class, icon and word always go together."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How well founded a case is: countable boxes, code, words."""

    id: str
    words: str
    short: str

    @property
    def step(self) -> str:
        """Class of the boxes: v0 to v4."""
        return self.id.lower()


@dataclass(frozen=True, slots=True)
class Card:
    """A case in a list."""

    address: str
    title: str
    summary: str
    level: str
    level_label: str
    facts: tuple[str, ...]
    figure: Fig
    resources: tuple[Resource, ...]
    verification: Verification

    @property
    def line(self) -> str:
        """The figure in one line, for compact lists."""
        if self.figure.figure:
            return f"{self.figure.label} {self.figure.figure.text}"
        return self.figure.word or self.figure.label


@dataclass(frozen=True, slots=True)
class Remark:
    """A short text of the author with where it comes from."""

    text: str
    refs: tuple[int, ...] = ()
    pages: str = ""
    editor: bool = False
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A section of running text: heading, safe HTML and a list of remarks."""

    heading: str
    html: Markup = field(default_factory=Markup)
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the rail: name and one or more values (muted when nothing is known)."""

    name: str
    values: tuple[Link, ...] = ()

    @property
    def known(self) -> bool:
        """False when the rail has to say «Sin dato»."""
        return bool(self.values)


@dataclass(frozen=True, slots=True)
class Group:
    """Cards or lines under a heading, with an anchor. ``total``: all there are, if told apart."""

    heading: str
    anchor: str
    cards: tuple[Card, ...] = ()
    links: tuple[Link, ...] = ()
    address: str = ""
    note: str = ""
    total: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered source with what a reader needs to find and judge it."""

    number: int
    authors: str
    title: str
    bracketed: bool
    details: tuple[str, ...]
    address: str
    url: str
    archive: str
    accessed: str
    language: str = ""
    remarks: tuple[str, ...] = ()
    statements: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A case in plain words, for the text edition."""

    title: str
    place: str
    figures: tuple[str, ...]
    address: str
    public: str

    @property
    def message(self) -> str:
        """The case as it goes into a message."""
        figures = "".join(f"\n- {words}" for words in self.figures)
        return f"* {self.title}\n{self.place}{figures}\n{self.public}\n"

    @property
    def size(self) -> int:
        """Bytes of its words on a page."""
        words = (self.title, self.place, *self.figures, self.address)
        return sum(len(word.encode()) for word in words) + 30 * len(self.figures) + 60


@dataclass(frozen=True, slots=True)
class Dots:
    """Numbers on an axis from 0 to 100: percent positions of the points and of the median."""

    points: tuple[int, ...]
    median: int | None = None
    resource: str = ""


@dataclass(frozen=True)
class Page:
    """A page before it is written: where, under which template, with which view.

    ``meta`` holds further keys of the front matter that the theme understands.
    """

    address: str
    template: str
    title: str
    description: str
    section: str
    crumbs: tuple[Link, ...]
    view: Mapping[str, object]
    meta: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """A page that need not be made yet: only its address is known."""

    address: str
    make: Callable[[], Page]
