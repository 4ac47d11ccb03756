"""The site written page by page, in several processes, keeping what the last build left right."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field, replace
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.exceptions import MkDocsException

from catalog import editions, spread
from catalog.model import Kind
from catalog.pipeline.contents import Contents
from catalog.pipeline.engines import EngineError, Order, write_config
from catalog.pipeline.makers import of_pages
from catalog.pipeline.written import Written
from catalog.publish import (
    Ledger,
    Page,
    Row,
    content_of,
    key_of,
    load_ledger,
    remove,
    take_over,
    write,
)
from catalog.reads import BASE, Later, Then
from catalog.stages import Stage, Stages
from catalog.wrap import Listed, Theme

PARTS_FOR_EACH = 4
"""Parts for each process: some take longer than others, and nobody should wait for the last."""
DOCUMENT = ".md"
BROKEN = (
    "Se interrumpió uno de los procesos que escriben las páginas; quizá falta memoria. "
    "Con la variable CATALOG_WORKERS=1 trabaja uno solo."
)


@dataclass(frozen=True, slots=True)
class Taken:
    """One file put into the site. ``source``: the file that it was copied from, if it was.

    ``kept``: it is that of the last site.
    """

    path: str
    target: str
    row: Row
    kept: bool
    source: Path | None = None


@dataclass(frozen=True)
class Sink:
    """Puts documents and files into a site that is being built aside.

    ``then``: what the values were like of which the texts of the last site were made.
    """

    theme: Theme
    fresh: Path
    former: Path
    ledger: Ledger
    then: Then
    known: frozenset[str] = field(default=frozenset())

    def take(self, path: str, page: Page) -> Taken | None:
        """Wrap or copy one file; ``None`` for a file that the engine leaves out."""
        if not self.theme.included(path):
            return None
        target = self.theme.target(path)
        former = self.ledger.rows.get(target)
        if isinstance(page, Later):
            row = self._later(path, target, page, former)
        else:
            row = self._row(path, target, content_of(page), former)
        kept = former is not None and row.time == former.time and row.key == former.key
        return Taken(path, target, row, kept, page if isinstance(page, Path) else None)

    def _later(self, path: str, target: str, page: Later, former: Row | None) -> Row:
        """The row of a text that is only made if it would not be the one of the last site."""
        if former and former.made_of is not None and self._holds(target, former, former.made_of):
            if not path.endswith(DOCUMENT):  # of a document there is only the page made of it
                file = self.fresh / target
                page.found(former.made_of, lambda: file.read_bytes().decode("utf-8"))
            return former
        row = self._row(path, target, content_of(page), former)
        return replace(row, made_of=page.made_of)

    def _holds(self, target: str, former: Row, made_of: Iterable[str]) -> bool:
        return self.then.holds(made_of) and self._kept(target, former, former.key)

    def _row(self, path: str, target: str, content: bytes, former: Row | None) -> Row:
        """The row of a document or file that is there, taken over or put into the site."""
        key = key_of(content)
        if former and self._kept(target, former, key):
            return former
        if path.endswith(DOCUMENT):
            wrapped = self.theme.wrap(path, content.decode("utf-8"), self.known)
            return self.put(target, wrapped.content, key, wrapped.listed)
        return self.put(target, content, key)

    def _kept(self, target: str, former: Row, key: str) -> bool:
        return take_over(former, key, self.former / target, self.fresh / target)

    def put(self, target: str, content: bytes, key: str = "", listed: Listed | None = None) -> Row:
        """Write one file of the site."""
        facts = astuple(editions.facts(target, content))
        return write(
            self.fresh / target, content, key, (facts, astuple(listed) if listed else None)
        )


def write_site(contents: Contents, order: Order, tell: Stages) -> Written:
    """Write the whole site into ``order.site``, which is empty.

    Raises UnsuitedError where only the whole engine will do, EngineError, OSError from the disk.
    """
    edition = contents.edition
    known = of_pages(order)
    ledger = load_ledger(edition.ledger, known) if edition.again else Ledger(known)
    theme = theme_of(contents, order)
    older = edition.spare.take(order.site) if edition.spare and edition.again else frozenset()
    then = Then(contents.site.reads, ledger.values)
    sink = Sink(theme, order.site, edition.site, ledger, then)
    try:
        taken, values = _generated(contents, sink, tell)
    except BrokenProcessPool as problem:
        raise EngineError(BROKEN) from problem
    tell("Terminando el sitio")
    with faults():
        written = _finished(contents, sink, taken, values)
    remove(order.site, older - written.facts.keys())
    return written


def theme_of(contents: Contents, order: Order) -> Theme:
    """The theme, configured as for a build. Raises UnsuitedError, EngineError and OSError."""
    by_hand = contents.edition.options.folder("docs").resolve()  # MkDocs wants one that exists
    with faults():
        return Theme(write_config(replace(order, docs=by_hand)))


@contextmanager
def faults() -> Iterator[None]:
    """Faults of MkDocs and of templates as ours, whose one line also survives a copy."""
    try:
        yield
    except (MkDocsException, TemplateError) as problem:
        raise EngineError(f"MkDocs no pudo construir el sitio:\n{problem}") from None


@dataclass(frozen=True, slots=True)
class Done:
    """A part of the work: files, hashes of what their texts are made of, how long it took."""

    taken: list[Taken]
    values: dict[str, str]
    took: tuple[Stage, ...]


def _generated(
    contents: Contents, sink: Sink, tell: Stages
) -> tuple[list[Taken], Mapping[str, str]]:
    """Everything that is generated, in as many processes as there are processors.

    Also the hash of each value that a text of it is made of.
    """
    processes = spread.workers()
    parts = processes * PARTS_FOR_EACH if processes > 1 else 1
    reads = contents.site.reads

    def work(number: int) -> Done:
        took = Stages()  # only the parent may write to the terminal
        with faults():
            made = (sink.take(path, page) for path, page in contents.part(took, number, parts))
            taken = [one for one in made if one]
        looked_up = {BASE}.union(*(one.row.made_of or () for one in taken))
        return Done(taken, {read: reads.value(read) for read in looked_up}, took.accounts())

    reads.hash_ahead(*(f"{kind}s" for kind in Kind))
    tell("Escribiendo las páginas")
    done = spread.spread(parts, work, processes)
    tell.share(account for part in done for account in part.took)
    values = dict(ChainMap(*(part.values for part in done)))
    return [one for part in done for one in part.taken], values


def _finished(
    contents: Contents, sink: Sink, taken: list[Taken], values: Mapping[str, str]
) -> Written:
    """Hand-written pages, whose links need all addresses, and files about the site as a whole."""
    contents.sweep(one.source for one in taken if one.source)
    paths = {one.path for one in taken}
    by_hand = contents.by_hand()
    known = frozenset(name for name in (*paths, *by_hand) if name.endswith(DOCUMENT))
    last = Sink(sink.theme, sink.fresh, sink.former, Ledger(sink.ledger.maker), sink.then, known)
    for path, file in by_hand.items():
        if path not in paths and (one := last.take(path, file)):
            taken.append(one)
    rows = {one.target: one.row for one in taken}
    rows |= _of_the_theme(last, {one.path for one in taken}, rows)
    listed = [found for row in rows.values() if (found := _listed(row))]
    rows |= {name: last.put(name, text) for name, text in sink.theme.whole(listed)}
    former = sink.ledger.rows
    new = rows.keys() - {one.target for one in taken if one.kept}
    changed = sum(name not in former or _hash(former[name]) != _hash(rows[name]) for name in new)
    removed = len(set(former) - set(rows))
    everything = frozenset(one.path for one in taken)
    facts = {target: _facts(row) for target, row in rows.items()}
    ledger = Ledger(sink.ledger.maker, rows, values)
    return Written(everything, changed, removed, facts, ledger)


def _of_the_theme(sink: Sink, taken: Iterable[str], rows: Mapping[str, Row]) -> dict[str, Row]:
    """Files that the theme brings along and some page loads."""
    loads = {address for row in rows.values() for address in _facts(row).loads}
    return {
        target: sink.put(target, file.read_bytes())
        for target, file in sink.theme.copied(taken)
        if not editions.unused(target, loads)
    }


def _facts(row: Row) -> editions.Facts:
    (hash, size, packed, loads), _ = row.facts
    return editions.Facts(hash, size, packed, tuple(loads))


def _hash(row: Row) -> str:
    return _facts(row).hash


def _listed(row: Row) -> Listed | None:
    _, listed = row.facts
    return Listed(*listed) if listed else None
