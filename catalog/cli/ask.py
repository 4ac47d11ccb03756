"""Questions on a terminal: only what is required and not known, with search in the vocabularies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import click

from catalog.load import Sources
from catalog.load.values import read_date, read_period
from catalog.model import Document, Kind, ScalarNode, Term, Vocabularies
from catalog.rules.lexicon import extra_words, fold
from catalog.scaffold import propose, slug_problem
from catalog.schema import RECORDS, Field, Many, Shape

SHOWN = 12
FEW = 15
"""Lists that are shown before anything is typed."""
NUMBERS = re.compile(r"\d+([\s,;]+\d+)+")
NEEDED = "Hace falta una respuesta; Ctrl+C sale sin escribir nada."
NOTHING, NEW = ("-", "[]"), "+"
ALSO = {Kind.SOURCE: ("publisher",)}
"""Asked although not required: without it nobody finds the document (rule PML-S03)."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its id, how it is shown, and the folded words that find it."""

    id: str
    label: str
    words: tuple[str, ...] = ()


def search(typed: str, options: Iterable[Option]) -> list[Option]:
    """Options that have every typed word: whole first, then beginnings, then anywhere inside."""
    wanted = fold(typed).split()
    ranked: list[tuple[int, int, Option]] = []
    for number, option in enumerate(options):
        names = (fold(option.id), fold(option.label), *option.words)
        ranks = [rank(" ".join(wanted), wanted, name) for name in names]
        if min(ranks) < 3:
            ranked.append((min(ranks), number, option))
    return [option for _, _, option in sorted(ranked, key=lambda found: found[:2])]


def rank(typed: str, wanted: list[str], name: str) -> int:
    """0: the name itself; 1: beginnings of its words; 2: parts of it; 3: something else."""
    if typed == name:
        return 0
    if all(any(word.startswith(part) for word in name.split()) for part in wanted):
        return 1
    return 2 if all(part in name for part in wanted) else 3


class Asker:
    """Asks for the fields of one entry and of the records that it needs.

    ``wanted`` collects the sources and organizations that the answers name and that do not exist
    yet, as typed values by kind and id.
    """

    def __init__(self, vocabularies: Vocabularies, sources: Sources) -> None:
        self.vocabularies = vocabularies
        self.sources = sources
        self.wanted: dict[tuple[Kind, str], dict[str, str]] = {}

    def required(self, kind: Kind, known: Mapping[str, str]) -> dict[str, str]:
        """The known values, and an answer for every required field that is not among them."""
        values = dict(known)
        for field in RECORDS[kind].fields:
            asked = field.required or field.name in ALSO.get(kind, ())
            if asked and field.name not in values:
                values[field.name] = self.field(field)
                if values[field.name] == "[]":
                    why = RECORDS[kind][field.empty_needs]
                    values.setdefault(why.name, self.text(why))
        return values

    def field(self, field: Field) -> str:
        """The answer for one field, as it would be typed after its flag."""
        if field.shape is Shape.TERM:
            return self.choices(field, self.terms(field.vocabulary))
        kinds = field.references
        if field.record is not None:
            first = field.record.fields[0]
            kinds = first.references
        if kinds:
            return self.choices(field, self.entries(kinds), self.creator(kinds))
        return self.text(field)

    def text(self, field: Field) -> str:
        """A line of text within its limits, a date or a period."""
        if field.help:
            click.echo(f"  {field.help}")
        while True:
            answer = str(click.prompt(field.label, default="", show_default=False)).strip()
            problem = text_problem(field, answer) if answer else NEEDED
            if not problem:
                return answer
            click.echo(f"  {problem}")

    def terms(self, name: str) -> list[Option]:
        """The terms of a vocabulary, found by label in any language and by synonym."""
        return [
            Option(term.id, term.name, tuple(map(fold, spoken(term))))
            for term in self.vocabularies[name]
            if not term.deprecated
        ]

    def entries(self, kinds: Iterable[Kind]) -> list[Option]:
        """The entries of some kinds, found by id, title and name."""
        return [
            Option(document.id, title_of(document))
            for kind in kinds
            for document in self.sources.of(kind)
        ]

    def creator(self, kinds: tuple[Kind, ...]) -> Callable[[str], Option] | None:
        """How to create what is not there, for records that have only a few fields."""
        if kinds[0] not in (Kind.SOURCE, Kind.ORGANIZATION):
            return None
        return lambda typed: self.create(kinds[0], typed)

    def create(self, kind: Kind, typed: str) -> Option:
        """Ask what a new source or organization needs."""
        click.echo("  Se creará. Solo hace falta esto:")
        named = "title" if kind is Kind.SOURCE else "name"
        values = self.required(kind, {named: typed} if len(typed) > 12 else {})
        slug = self.slug(kind, values)
        self.wanted[kind, slug] = values
        return Option(slug, values[named])

    def slug(self, kind: Kind, values: Mapping[str, str], given: str = "") -> str:
        """A valid id that is still free; the proposal is taken with Enter."""
        taken = {*self.sources.names[kind], *(id for k, id in self.wanted if k is kind)}
        proposal = propose(kind, values, taken)
        if given and not slug_problem(given):
            return given
        if given:
            click.echo(f"  {slug_problem(given)}")
        while True:
            answer = str(click.prompt("Id (será la dirección, para siempre)", default=proposal))
            problem = slug_problem(answer) or ("Ese id ya existe." if answer in taken else "")
            if not problem:
                return answer
            click.echo(f"  {problem}")

    def choices(
        self, field: Field, options: list[Option], create: Callable[[str], Option] | None = None
    ) -> str:
        """Ids chosen from a list, with commas between them; ``[]`` where none is an answer."""
        chosen: list[str] = []
        self.explain(field, options, create is not None)
        shown = options if len(options) <= FEW else []
        show(shown)
        while True:
            typed = self.choice(field, chosen)
            if not typed and chosen:
                return ", ".join(chosen)
            if typed in NOTHING and field.empty_needs and not chosen:
                return "[]"
            made = create(typed.removeprefix(NEW).strip()) if create and typed[:1] == NEW else None
            for found in [[made]] if made else picked(typed, shown, options, field.many):
                if len(found) == 1:
                    click.echo(f"  ✓ {found[0].label} ({found[0].id})")
                    chosen += [found[0].id] if found[0].id not in chosen else []
                else:
                    shown = found[:SHOWN] or shown
                    show(found[:SHOWN], len(found))
            if chosen and field.many is Many.ONE:
                return chosen[0]

    def choice(self, field: Field, chosen: list[str]) -> str:
        """What is typed to choose from a list; nothing at all only once something is chosen."""
        again = "otro, o Enter para terminar" if chosen else "escriba para buscar"
        while True:
            typed = str(click.prompt(f"{field.label} ({again})", default="", show_default=False))
            if typed.strip() or chosen:
                return typed.strip()
            without = " Si no hay ninguno, escriba «-»." if field.empty_needs else ""
            click.echo(f"  {NEEDED}{without}")

    def explain(self, field: Field, options: list[Option], create: bool) -> None:
        """What the answers may be."""
        parts = [field.help, f"({len(options)} para elegir.)" if len(options) > FEW else ""]
        parts.append("«+ título» crea lo que no esté." if create else "")
        parts.append("«-» si no hay ninguno." if field.empty_needs else "")
        click.echo("  " + " ".join(part for part in parts if part))


def spoken(term: Term) -> list[str]:
    """Every word that may be typed for a term."""
    return [*term.label.values(), *(s.text for s in term.synonyms), *extra_words(term)]


def picked(
    typed: str, shown: list[Option], options: list[Option], many: Many
) -> list[list[Option]]:
    """What was meant, or all that may have been; of several answers between commas, each."""
    whole = pick(typed, shown, options)
    parts = re.findall(r"\d+", typed) if NUMBERS.fullmatch(typed) else re.split(r"[,;]", typed)
    if whole or many is Many.ONE or len(parts) < 2:
        return [whole]
    return [pick(part.strip(), shown, options) for part in parts]


def pick(typed: str, shown: list[Option], options: list[Option]) -> list[Option]:
    """What was meant: a number of the list on screen, an exact word, or a search."""
    if typed.isdecimal() and 0 < int(typed) <= len(shown):
        return [shown[int(typed) - 1]]
    if not fold(typed):
        return []
    found = [] if typed.isdecimal() else search(typed, options)
    exact = [o for o in found if fold(typed) in (fold(o.id), fold(o.label), *o.words)]
    return exact if len(exact) == 1 else found


def show(options: list[Option], total: int | None = None) -> None:
    """A numbered list."""
    for number, option in enumerate(options, 1):
        click.echo(f"  {number:>3}  {option.label}  [{option.id}]")
    if total == 0:
        click.echo("  Nada con esas letras; pruebe con menos, o con otra palabra.")
    elif total and total > len(options):
        click.echo(f"  … y {total - len(options)} más: escriba más letras.")


def title_of(document: Document) -> str:
    """Title or name of a document, or its id."""
    for key in ("title", "name"):
        node = document.fields.get(key) if document.fields else None
        if isinstance(node, ScalarNode) and node.text:
            return node.text
    return document.id


def text_problem(field: Field, answer: str) -> str:
    """Why an answer does not do (Spanish), or nothing."""
    if field.shape is Shape.PERIOD and read_period(answer) is None:
        return "Escriba 2002, 2002-11, 2002/2004, 2002/.. o unknown."
    if field.shape is Shape.DATE and read_date(answer) is None:
        return "Escriba 2002, 2002-11 o 2002-11-21."
    if field.shape is Shape.TEXT and field.low and len(answer) < field.low:
        return f"Tiene {len(answer)} caracteres; hacen falta {field.low}."
    if field.shape is Shape.TEXT and field.high and len(answer) > field.high:
        return f"Tiene {len(answer)} caracteres; caben {field.high}."
    return ""
