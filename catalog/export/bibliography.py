"""All sources as CSL-JSON and BibTeX. Our field names are those of CSL, so little is left to do."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.export.records import dump
from catalog.model import PartialDate, SourceEntry

BIBTEX_TYPES = {
    "article-journal": "article", "article-newspaper": "article", "article-magazine": "article",
    "book": "book", "chapter": "incollection", "paper-conference": "inproceedings",
    "report": "techreport", "thesis": "phdthesis",
}  # fmt: skip
BIBTEX_ESCAPES = str.maketrans(
    {"{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$",
     "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)  # fmt: skip


def csl_record(source: SourceEntry) -> dict[str, object]:
    """One source as a CSL-JSON item (csl-data 1.0.2)."""
    record: dict[str, object] = {"id": source.id, "type": source.type, "title": source.title}
    if source.author:
        record["author"] = [
            {"literal": name.literal}
            if name.literal
            else {"family": name.family, "given": name.given}
            for name in source.author
        ]
    if source.issued.start:
        record["issued"] = {"date-parts": [_parts(source.issued.start)]}
    if source.accessed:
        record["accessed"] = {"date-parts": [_parts(source.accessed)]}
    optional = {
        "publisher": source.publisher,
        "container-title": source.container_title,
        "event-title": source.event.name if source.event else "",
        "language": source.language,
        "DOI": source.DOI,
        "URL": source.URL,
    }
    return {**record, **{name: value for name, value in optional.items() if value}}


def _parts(date: PartialDate) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part is not None]


def csl_json(sources: Mapping[str, SourceEntry]) -> str:
    """Every source as one CSL-JSON file."""
    return dump([csl_record(source) for source in sources.values()])


def bibtex_entry(source: SourceEntry) -> str:
    """One source as BibTeX (UTF-8, for biber and current BibTeX)."""
    fields = {
        "title": source.title,
        "author": " and ".join(
            f"{{{name.literal}}}" if name.literal else f"{name.family}, {name.given}"
            for name in source.author
        ),
        "year": str(source.issued.start.year) if source.issued.start else "",
        "publisher": source.publisher,
        "journal": source.container_title,
        "doi": source.DOI,
        "url": source.URL,
        "urldate": str(source.accessed or ""),
        "language": source.language,
    }
    lines = [f"  {name} = {{{_escape(name, value)}}}," for name, value in fields.items() if value]
    kind = BIBTEX_TYPES.get(source.type, "misc")
    return "\n".join([f"@{kind}{{{source.id},", *lines, "}"])


def _escape(name: str, value: str) -> str:
    if name in ("url", "doi"):
        return value.replace("}", "%7D").replace("{", "%7B")
    if name == "author":
        return "".join(part if part in "{}" else part.translate(BIBTEX_ESCAPES) for part in value)
    return value.translate(BIBTEX_ESCAPES)


def bibtex(sources: Mapping[str, SourceEntry]) -> str:
    """Every source as one BibTeX file."""
    return "\n\n".join(bibtex_entry(source) for source in sources.values()) + "\n"
