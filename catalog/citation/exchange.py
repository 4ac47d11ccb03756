"""References for programs: CSL-JSON, BibTeX and RIS."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from catalog.citation.work import Work
from catalog.model import Name, PartialDate

CSL_ENDING = "csl.json"
BIBTEX_TYPES = {
    "article-journal": "article", "article-newspaper": "article", "article-magazine": "article",
    "book": "book", "chapter": "incollection", "paper-conference": "inproceedings",
    "report": "techreport", "thesis": "phdthesis",
}  # fmt: skip
BIBTEX_ESCAPES = str.maketrans(
    {"{": r"\textbraceleft{}", "}": r"\textbraceright{}", "&": r"\&", "%": r"\%", "#": r"\#",
     "_": r"\_", "$": r"\$", "\\": r"\textbackslash{}", "~": r"\textasciitilde{}",
     "^": r"\textasciicircum{}"}
)  # fmt: skip
"""Braces by name: BibTeX counts them even behind a backslash, and one too many eats the file."""
VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "\n": "", "\r": ""})
CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
ISSUERS = {"techreport": "institution", "phdthesis": "school"}
RIS_TYPES = {
    "article-journal": "JOUR", "article-newspaper": "NEWS", "article-magazine": "MGZN",
    "book": "BOOK", "chapter": "CHAP", "paper-conference": "CPAPER", "speech": "SLIDE",
    "report": "RPRT", "thesis": "THES", "dataset": "DATA", "webpage": "ELEC", "legislation": "STAT",
}  # fmt: skip
LINE_END = "\r\n"
"""Old readers of RIS want it so."""


def csl_item(work: Work) -> dict[str, object]:
    """A CSL-JSON item (csl-data 1.0.2). Empty variables are left out."""
    item: dict[str, object] = {"id": work.id, "type": work.type, "title": work.title}
    if work.authors:
        item["author"] = [_csl_name(name) for name in work.authors]
    if work.issued:
        ends = [work.issued, work.until] if work.until else [work.issued]
        item["issued"] = {"date-parts": [_parts(date) for date in ends if date]}
    if work.accessed:
        item["accessed"] = {"date-parts": [_parts(work.accessed)]}
    optional = {
        "container-title": work.container,
        "publisher": work.publisher,
        "event-title": work.event,
        "event-place": work.place,
        "language": work.language,
        "DOI": work.doi,
        "URL": work.url,
        "version": work.version,
        "license": work.license,
    }
    return {**item, **{name: value for name, value in optional.items() if value}}


def _csl_name(name: Name) -> dict[str, str]:
    if name.literal or not name.given:
        return {"literal": name.literal or name.family}
    return {"family": name.family, "given": name.given}


def _parts(date: PartialDate) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part is not None]


def csl_file(works: Iterable[Work]) -> str:
    """Works as one CSL-JSON file, one to a line."""
    lines = (json.dumps(csl_item(work), ensure_ascii=False) for work in works)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def bibtex(work: Work) -> str:
    """One work as BibTeX (UTF-8, for biber and current BibTeX). Capitals of titles are kept."""
    kind = BIBTEX_TYPES.get(work.type, "misc")
    container = work.periodical or work.container or work.event
    fields = {
        "title": f"{{{_tex(work.title)}}}",
        "author": " and ".join(_bibtex_name(name) for name in work.creators),
        "year": str(work.issued.year) if work.issued else "",
        "month": str(work.issued.month or "") if work.issued else "",
        CONTAINERS.get(kind, "howpublished"): _tex(container),
        ISSUERS.get(kind, "publisher"): _tex(work.publisher),
        "doi": work.doi.translate(VERBATIM),
        "url": work.url.translate(VERBATIM),
        "urldate": str(work.accessed or ""),
        "note": f"Versión {_tex(work.version)}" if work.version else "",
        "language": work.language,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{work.id},", *lines, "}"])


def _bibtex_name(name: Name) -> str:
    if name.literal or not name.given:
        return f"{{{_tex(name.literal or name.family)}}}"
    return f"{{{_tex(name.family)}}}, {_tex(name.given)}"


def _tex(words: str) -> str:
    """One line: ``split`` knows every line end that Unicode has."""
    return " ".join(words.split()).translate(BIBTEX_ESCAPES)


def bibtex_file(works: Iterable[Work]) -> str:
    """Works as one BibTeX file."""
    return "\n\n".join(bibtex(work) for work in works) + "\n"


def ris(work: Work) -> str:
    """One work as RIS."""
    lines = (f"{tag}  - {' '.join(value.split())}" for tag, value in _ris(work) if value)
    return LINE_END.join([*lines, "ER  - ", ""])


def _ris(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", RIS_TYPES.get(work.type, "GEN")
    yield "ID", work.id
    yield "TI", work.title
    for name in work.creators:
        yield "AU", name.literal or ", ".join(p for p in (name.family, name.given) if p)
    if work.issued:
        yield "PY", str(work.issued.year)
        yield "DA", _ris_date(work.issued)
    yield "T2", work.periodical or work.container or work.event
    yield "PB", work.publisher
    yield "CY", work.place
    yield "ET", work.version
    yield "LA", work.language
    yield "DO", work.doi
    yield "UR", work.url
    yield "Y2", _ris_date(work.accessed) if work.accessed else ""


def _ris_date(date: PartialDate) -> str:
    """``2002/11/20/``; a missing part stays empty between its slashes."""
    month = f"{date.month:02d}" if date.month else ""
    day = f"{date.day:02d}" if date.day else ""
    return f"{date.year}/{month}/{day}/"


def ris_file(works: Iterable[Work]) -> str:
    """Works as one RIS file."""
    return LINE_END.join(ris(work) for work in works)
