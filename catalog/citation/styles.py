"""References in words: APA 7 and ISO 690 (author and date), both with Spanish punctuation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from catalog.citation.work import ARTICLES, Work
from catalog.model import Name, PartialDate

DOI = "https://doi.org/"
NO_DATE = "s. f."
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip
DAY_COUNTS = frozenset(
    {"webpage", "article-newspaper", "article-magazine", "speech", "paper-conference"}
)
"""Types whose date is given to the day; of the others the year is enough."""
WHAT = {
    "paper-conference": "Ponencia",
    "speech": "Presentación",
    "thesis": "Tesis",
    "dataset": "Conjunto de datos",
}
ENDS = (".", "?", "!", "…")
MOST_APA = 20
"""Authors that APA names; of a longer list it names nineteen and the last."""
VOWELS_I = ("i", "hi")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one slope."""

    text: str
    italic: bool = False


def text(runs: Iterable[Run]) -> str:
    """The same without slopes, for the clipboard."""
    return "".join(run.text for run in runs)


def apa(work: Work) -> tuple[Run, ...]:
    """APA, 7th edition: «Autor. (fecha). Título. Editor. Dirección»."""
    sentences = list(_apa_title(work))
    date = [Run(f"({_apa_date(work)}).")]
    names = _apa_names(work.creators)
    lead = [[Run(closed(names))], date] if names else [sentences.pop(0), date]
    return _joined([*lead, *sentences, *_apa_address(work)])


def _apa_title(work: Work) -> Iterator[list[Run]]:
    title = f"[{work.title}]" if work.bracketed else work.title
    version = f"versión {work.version}" if work.version else ""
    if work.type in ARTICLES:
        yield [Run(closed(title))]
        if work.periodical:
            yield [Run(work.periodical, italic=True), Run(".")]
        return
    if work.type == "chapter" and work.container:
        yield [Run(closed(title))]
        yield [Run("En "), Run(work.container, italic=True), Run(".")]
    else:
        what = WHAT.get(work.type, "")
        inside = ", ".join(p for p in (what, work.issuer if work.type == "thesis" else "") if p)
        yield _titled(title, version, inside)
    where = ", ".join(part for part in (work.event, work.place) if part)
    if where:
        yield [Run(closed(where))]
    for words in (work.site, work.issuer if work.type != "thesis" else ""):
        if words:
            yield [Run(closed(words))]


def _titled(title: str, version: str, kind: str) -> list[Run]:
    tail = (f" ({version})" if version else "") + (f" [{kind}]" if kind else "")
    return [Run(title, italic=True), Run(f"{tail}." if tail or not title.endswith(ENDS) else "")]


def _apa_date(work: Work) -> str:
    if work.issued is None:
        return NO_DATE
    if work.until and work.until.year != work.issued.year:
        return f"{work.issued.year}–{work.until.year}"
    if work.type in DAY_COUNTS and work.issued.month and not work.until:
        return f"{work.issued.year}, {_day(work.issued)}"
    return str(work.issued.year)


def _day(date: PartialDate) -> str:
    """«5 de marzo» or «marzo»."""
    month = MONTHS[(date.month or 1) - 1]
    return f"{date.day} de {month}" if date.day else month


def _apa_address(work: Work) -> Iterator[list[Run]]:
    if work.doi:
        yield [Run(f"{DOI}{work.doi}")]
    elif work.url and work.issued is None and work.accessed:
        yield [Run(f"Recuperado el {_long(work.accessed)}, de {work.url}")]
    elif work.url:
        yield [Run(work.url)]


def _long(date: PartialDate) -> str:
    return f"{_day(date)} de {date.year}" if date.month else str(date.year)


def _apa_names(names: Sequence[Name]) -> str:
    shown = [_short(name, " ") for name in names]
    if len(shown) > MOST_APA:
        return f"{', '.join(shown[: MOST_APA - 1])}, … {shown[-1]}"
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])}, {_and(shown[-1])} {shown[-1]}"


def _and(following: str) -> str:
    """«y», «e» before the sound of i, but not before a diphthong («y hielo»)."""
    word = following.lower()
    return "e" if word.startswith(VOWELS_I) and not word.startswith(("hie", "ia", "io")) else "y"


def _short(name: Name, gap: str) -> str:
    """«Pérez Gómez, A. M.» for a person; an institution as it is."""
    if name.literal or not name.given:
        return name.literal or name.family
    letters = (f"{_initial(part)}." for part in name.given.split())
    return f"{name.family}, {gap.join(letters)}"


def _initial(part: str) -> str:
    """«J.-P» for «Jean-Paul»: the dot after the last one follows outside."""
    return ".-".join(piece[0].upper() for piece in part.split("-") if piece) or part


def iso690(work: Work) -> tuple[Run, ...]:
    """ISO 690: «AUTOR, año. Título [en línea]. Editor. [consulta: …]. Disponible en: …»."""
    online = " [en línea]" if work.url or work.doi else ""
    names = _iso_names(work.creators)
    year = _iso_year(work)
    title = f"[{work.title}]" if work.bracketed else work.title
    parts: list[list[Run]] = []
    if names:
        parts.append([Run(f"{names}, {year}.")])
        parts += _iso_title(work, title, online)
    else:
        parts.append([Run(f"{title}, {year}.")])
        if work.periodical:
            parts.append([Run(work.periodical, italic=True), Run(f"{online}.")])
    return _joined([*parts, *_iso_rest(work)])


def _iso_title(work: Work, title: str, online: str) -> Iterator[list[Run]]:
    inside = work.periodical or (work.container if work.type == "chapter" else "")
    if inside:
        yield [Run(closed(title))]
        lead = [Run("En: ")] if work.type == "chapter" else []
        yield [*lead, Run(inside, italic=True), Run(f"{online}.")]
        return
    yield [
        Run(title, italic=True),
        Run("" if not online and title.endswith(ENDS) else f"{online}."),
    ]


def _iso_rest(work: Work) -> Iterator[list[Run]]:
    where = ", ".join(part for part in (work.event, work.place) if part)
    version = f"Versión {work.version}" if work.version else ""
    for words in (WHAT.get(work.type, ""), version, where, work.site, work.issuer):
        if words:
            yield [Run(closed(words))]
    if work.issued and work.issued.month and not work.until and work.type in DAY_COUNTS:
        yield [Run(f"{_compact(work.issued)}.")]
    if work.accessed and (work.url or work.doi):
        yield [Run(f"[consulta: {_compact(work.accessed)}].")]
    if work.doi:
        yield [Run(f"DOI {work.doi}.")]
    elif work.url:
        yield [Run(f"Disponible en: {work.url}")]


def _compact(date: PartialDate) -> str:
    """«20 noviembre 2026»."""
    month = MONTHS[date.month - 1] if date.month else ""
    day = str(date.day) if date.day else ""
    return " ".join(part for part in (day, month, str(date.year)) if part)


def _iso_year(work: Work) -> str:
    if work.issued is None:
        return f"[{NO_DATE}]"
    if work.until and work.until.year != work.issued.year:
        return f"{work.issued.year}-{work.until.year}"
    return str(work.issued.year)


def _iso_names(names: Sequence[Name]) -> str:
    shown = [_capital(name) for name in names]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {_and(shown[-1])} {shown[-1]}"


def _capital(name: Name) -> str:
    if name.literal or not name.given:
        return (name.literal or name.family).upper()
    family, comma, given = _short(name, "").partition(", ")
    return f"{family.upper()}{comma}{given}"


def closed(words: str) -> str:
    """Words with a full stop, unless they end with a sign that closes them."""
    return words if words.endswith(ENDS) else f"{words}."


def _joined(sentences: Iterable[Sequence[Run]]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for sentence in sentences:
        runs += [Run(" ")] if runs else []
        runs += [run for run in sentence if run.text]
    return tuple(runs)
