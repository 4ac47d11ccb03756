"""A review as Markdown, for a comment on a pull request or to read in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from catalog.model import Finding, Kind, Severity
from catalog.permanence import remedy_for
from catalog.render import links
from catalog.report.show import enumeration, plural
from catalog.review.compare import Review, Touched
from catalog.review.duplicates import Twin
from catalog.review.escape import code, escape
from catalog.review.figures import Change, Line
from catalog.review.movements import Board, Cell, Step
from catalog.review.side import Side

SHOWN = 40
"""Rows of a table; a comment holds 65,536 characters at most."""
WORDS = {Severity.ERROR: "**error**", Severity.WARNING: "aviso", Severity.NOTICE: "nota"}
T = TypeVar("T")


def markdown(review: Review, head: Side, *, named: str, preview: str = "") -> str:
    """The report. ``named`` is the revision compared with, ``preview`` where the pages are."""
    parts = [
        "# Qué cambia esta rama",
        f"{_summary(review)}\n\nComparada con {code(named)}.",
        *_entries(review, head, preview),
        *_findings(review.findings),
        *_addresses(review, head),
        *_figures(review.figures),
        *_twins(review.twins, head),
        *_movements(review),
    ]
    return "\n\n".join(parts) + "\n"


def _summary(review: Review) -> str:
    errors = sum(f.severity is Severity.ERROR for f in review.findings)
    counts = [
        (len(review.added), "archivo nuevo", "archivos nuevos"),
        (len(review.changed), "cambiado", "cambiados"),
        (len(review.removed), "quitado", "quitados"),
        (len(review.figures), "cifra distinta", "cifras distintas"),
        (errors, "error", "errores"),
        (len(review.lost), "dirección perdida", "direcciones perdidas"),
    ]
    told = enumeration([plural(n, one, many) for n, one, many in counts if n])
    if not told:
        return "No cambia ninguna ficha."
    return f"{told}. " + ("**Así no se puede unir.**" if review.blocks else "Nada impide unirla.")


def _section(
    heading: str, columns: Sequence[str], rows: Sequence[T], row: Callable[[T], Sequence[str]]
) -> Iterator[str]:
    """A heading with a table, or nothing when there are no rows."""
    if not rows:
        return
    lines = [f"| {' | '.join(columns)} |", "|" + " --- |" * len(columns)]
    lines += [f"| {' | '.join(row(item))} |" for item in rows[:SHOWN]]
    more = len(rows) - SHOWN
    tail = f"\n\n… y {more} más." if more > 0 else ""
    yield f"## {heading}\n\n" + "\n".join(lines) + tail


def _entries(review: Review, head: Side, preview: str) -> Iterator[str]:
    def row(item: Touched) -> tuple[str, str]:
        return _page(item, head, preview), code(item.file)

    yield from _section("Fichas nuevas", ("Ficha", "Archivo"), review.added, row)
    yield from _section("Fichas cambiadas", ("Ficha", "Archivo"), review.changed, row)
    yield from _section(
        "Fichas quitadas",
        ("Ficha", "Archivo"),
        review.removed,
        lambda item: (escape(item.title or item.id), code(item.file)),
    )


def _page(item: Touched, head: Side, preview: str) -> str:
    """Title with its page in the preview; the id of a file that has no page."""
    if item.kind is None:
        return f"Vocabulario {code(item.id)}"
    title, address = escape(item.title or item.id), links.entry(item.kind, item.id)
    if f"/{address}" not in head.answers:
        return title
    return f"[{title}]({preview}{address})" if preview else f"{title} {code('/' + address)}"


def _findings(findings: Iterable[Finding]) -> Iterator[str]:
    told = sorted(findings, key=lambda f: (list(WORDS).index(f.severity), f.file, f.line))
    yield from _section(
        "Hallazgos",
        ("", "Dónde", "Regla", "Qué pasa"),
        told,
        lambda f: (
            WORDS[f.severity],
            code(f"{f.file}:{f.line}"),
            f.rule,
            escape(f"{f.message} {f.hint}"),
        ),
    )


def _addresses(review: Review, head: Side) -> Iterator[str]:
    def row(address: str) -> tuple[str, str, str]:
        mend = remedy_for(address, head.catalog)
        return code(address), escape(mend.hint), code(mend.paste) if mend.paste else ""

    columns = ("Dirección", "Cómo se arregla", "Para pegar")
    yield from _section("Direcciones que dejarían de responder", columns, review.lost, row)
    yield from _section(
        "Líneas quitadas de permalinks.txt",
        ("Dirección",),
        review.unlisted,
        lambda address: (code(address),),
    )


def _figures(changes: Sequence[Change]) -> Iterator[str]:
    def row(change: Change) -> tuple[str, str, str, str, str]:
        line = change.after or change.before
        assert line is not None
        before, after = _amount(change.before, "nueva"), _amount(change.after, "se quita")
        return code(change.case), escape(line.name), before, after, _source(change)

    columns = ("Caso", "Cifra", "Antes", "Ahora", "Fuente")
    yield from _section("Cifras", columns, changes, row)


def _amount(line: Line | None, otherwise: str) -> str:
    return escape(line.amount) if line else f"_{otherwise}_"


def _source(change: Change) -> str:
    ids = [line.source for line in (change.before, change.after) if line and line.source]
    return " → ".join(code(id) for id in dict.fromkeys(ids))


def _twins(twins: Sequence[Twin], head: Side) -> Iterator[str]:
    def name(kind: Kind, id: str) -> str:
        link = head.site.entry_link(kind, id)
        return f"{escape(link.text if link else id)} {code(f'{kind.folder}/{id}{kind.suffix}')}"

    yield from _section(
        "Posibles repetidas",
        ("Ficha", "Se parece a", "Por qué"),
        twins,
        lambda twin: (name(twin.kind, twin.id), name(twin.kind, twin.other), escape(twin.reason)),
    )


def _movements(review: Review) -> Iterator[str]:
    moved = review.movements

    def board(item: Board) -> tuple[str, ...]:
        savings = "; ".join(escape(part) for part in item.savings)
        return escape(item.name), item.cases, item.countries, item.payback, savings

    def step(item: Step) -> tuple[str, ...]:
        words = (item.practice, item.before, item.after, item.reason)
        return tuple(escape(word) for word in words)

    def cell(item: Cell) -> tuple[str, ...]:
        gap = "se llena un hueco" if not item.before else "" if item.after else "queda un hueco"
        numbers = f"{item.before} → {item.after}"
        return escape(item.sector), escape(item.resource), numbers, gap

    headings = ("De qué", "Casos", "Países", "Se paga en (mediana)", "Ahorro (mediana)")
    yield from _section("Cómo se mueven los marcadores", headings, moved.boards, board)
    yield from _section("Madurez", ("Práctica", "Antes", "Ahora", "Por qué"), moved.steps, step)
    yield from _section("Mapa de vacíos", ("Sector", "Recurso", "Casos", ""), moved.cells, cell)
