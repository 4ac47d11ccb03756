"""``new``: a file with everything that is required, ready to be written."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from catalog.cli.ask import Asker
from catalog.cli.common import fail, options_for, root_option
from catalog.export import json_schemas
from catalog.load import Sources, load_tree
from catalog.load.brought import text_of
from catalog.model import Kind, Vocabularies
from catalog.options import Options
from catalog.publish import publish
from catalog.rules import Lexicon
from catalog.scaffold import PENDING, SCHEMA_FOLDER, Wish, propose, scaffold
from catalog.schema import RECORDS, Many, Shape

RECORD_KINDS = (Kind.SOURCE, Kind.ORGANIZATION)
Nested = dict[str, dict[str, str]]


@click.command("new", context_settings={"ignore_unknown_options": True})
@click.argument("kind", type=click.Choice([kind.value for kind in Kind]))
@click.argument("fields", nargs=-1, type=click.UNPROCESSED, metavar="[SLUG] [--CAMPO VALOR]...")
@click.option(
    "--text", "file", type=click.Path(path_type=Path), help="El texto ya escrito: .docx o .txt."
)
@root_option
@click.pass_obj
def new_command(
    project: Path,
    kind: str,
    fields: tuple[str, ...] = (),
    file: Path | None = None,
    root: Path | None = None,
) -> int:
    """Crea una ficha: new case bo-curtiembre-x --country BO --sector leather.

    En una terminal pregunta lo que falte. Los campos de una fuente u organización nueva se dan con
    su id: --informe-x.title 'Informe anual'.
    """
    options = options_for(project, root)
    sources, _ = load_tree(options.root, options.project)
    slug, values, nested = _arguments(Kind(kind), fields)
    text, unreadable = text_of(file) if file else ("", "")
    if unreadable:
        return fail(unreadable)
    wish = Wish(Kind(kind), slug, _ids(Kind(kind), values, sources.vocabularies), text)
    wishes, problems = (_asked if on_terminal() else _given)(wish, nested, sources)
    if problems:
        return fail("\n".join(problems))
    return _write(wishes, options, sources.vocabularies)


def on_terminal() -> bool:
    """True when there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _given(wish: Wish, nested: Nested, sources: Sources) -> tuple[list[Wish], list[str]]:
    """What the flags alone ask for; nothing waits for an answer."""
    slug = wish.slug
    if not slug:
        if not (wish.values.get("title") or wish.values.get("name")):
            return [], ["Falta el id. Escríbalo, o dé --title para que se proponga uno."]
        slug = propose(wish.kind, wish.values, sources.names[wish.kind])
    whole = Wish(wish.kind, slug, wish.values, wish.text)
    others = [Wish(kind, id, nested.get(id, {})) for kind, id in _missing(whole, sources)]
    return [*others, whole], _problems([*others, whole], sources.vocabularies)


def _asked(wish: Wish, nested: Nested, sources: Sources) -> tuple[list[Wish], list[str]]:
    """The same, with a question for each required value that no flag gave."""
    known = Wish(wish.kind, wish.slug or "x", wish.values)
    problems = _problems([known], sources.vocabularies, slugs=False)
    if problems:
        return [], problems
    asker = Asker(sources.vocabularies, sources)
    values = asker.required(wish.kind, wish.values)
    slug = asker.slug(wish.kind, values, wish.slug)
    whole = Wish(wish.kind, slug, values, wish.text)
    for kind, id in _missing(whole, sources):
        if (kind, id) not in asker.wanted:
            click.echo(f"«{id}» no está en {kind.folder}/.")
            asker.wanted[kind, id] = asker.required(kind, nested.get(id, {}))
    wishes = [*(Wish(kind, id, given) for (kind, id), given in asker.wanted.items()), whole]
    return wishes, _problems(wishes, sources.vocabularies)


def _problems(wishes: list[Wish], vocabularies: Vocabularies, slugs: bool = True) -> list[str]:
    """What is wrong with any of the wishes."""
    found = [problem for wish in wishes for problem in scaffold(wish, vocabularies)[1]]
    return found if slugs else [problem for problem in found if "no sirve de id" not in problem]


def _missing(wish: Wish, sources: Sources) -> Iterator[tuple[Kind, str]]:
    """Sources and organizations that the wish names and that have no file."""
    for field in RECORDS[wish.kind].fields:
        inner = field.record.fields[0] if field.record else field
        kind = inner.references[0] if len(inner.references) == 1 else None
        if kind not in RECORD_KINDS or field.name not in wish.values:
            continue
        for part in wish.values[field.name].split(","):
            id = part.partition(":")[0].strip()
            if id and id != "[]" and id not in sources.names[kind]:
                yield kind, id


def _write(wishes: list[Wish], options: Options, vocabularies: Vocabularies) -> int:
    """Write every file of the wishes, or none if one is in the way."""
    files = {
        options.root / wish.kind.folder / f"{wish.slug}{wish.kind.suffix}": wish for wish in wishes
    }
    for target in files:
        if target.exists():
            return fail(f"Ya existe {target.relative_to(options.root)}; no se tocó nada.")
    for target, wish in files.items():
        text, _ = scaffold(wish, vocabularies)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        what = f" Complete lo que dice {PENDING}." if PENDING in text else ""
        click.echo(f"Creado {target.relative_to(options.root).as_posix()}.{what}")
        if wish.text:
            click.echo(laid(text))
    schemas = {f"{name}.json": text for name, text in json_schemas(vocabularies).items()}
    publish(schemas, options.root / SCHEMA_FOLDER)
    last = next(reversed(files)).relative_to(options.root).as_posix()
    click.echo(f"Después: python build_catalog.py check {last}")
    return 0


def laid(text: str) -> str:
    """Under which headings the text of a new file came to lie, to be looked through."""
    names = ", ".join(f"«{name}»" for name in re.findall(r"^## (.+)$", text, re.MULTILINE))
    return (
        f"  El texto quedó bajo {names}; repáselo."
        if names
        else "  El texto quedó sin encabezados."
    )


def _ids(kind: Kind, values: Mapping[str, str], vocabularies: Vocabularies) -> dict[str, str]:
    """Values with the ids of the words that certainly stand for one: «curtiembre» is leather."""
    lexicon = Lexicon(vocabularies)
    made = dict(values)
    for name, value in values.items():
        field = RECORDS[kind].by_name.get(name)
        if field is None or field.shape is not Shape.TERM:
            continue
        parts = [value] if field.many is Many.ONE else value.split(",")
        meant = [lexicon.meant(field.vocabulary, part.strip()) for part in parts]
        made[name] = ",".join(
            id if sure else part.strip() for part, (id, sure) in zip(parts, meant, strict=True)
        )
    return made


def _arguments(kind: Kind, arguments: tuple[str, ...]) -> tuple[str, dict[str, str], Nested]:
    """Id, fields, and fields of other records by their id. A list may come in several flags."""
    slug = ""
    pairs: dict[str, str] = {}
    nested: Nested = {}
    waiting = list(arguments)
    while waiting:
        name = waiting.pop(0)
        if not name.startswith("--"):
            if slug:
                raise click.UsageError(f"«{name}» no es un campo; escriba --campo valor.")
            slug = name
            continue
        name, equals, value = name[2:].partition("=")
        if not equals:
            if not waiting:
                raise click.UsageError(f"Al campo --{name} le falta el valor.")
            value = waiting.pop(0)
        id, dot, inner = name.partition(".")
        given, field = (nested.setdefault(id, {}), inner) if dot else (pairs, name)
        if field in given and not _is_list(RECORD_KINDS if dot else (kind,), field):
            raise click.UsageError(f"El campo --{name} está dos veces, y lleva un solo valor.")
        given[field] = f"{given[field]},{value}" if field in given else value
    return slug, pairs, nested


def _is_list(kinds: tuple[Kind, ...], name: str) -> bool:
    fields = (RECORDS[kind].by_name.get(name) for kind in kinds)
    return any(field is not None and field.many is not Many.ONE for field in fields)
