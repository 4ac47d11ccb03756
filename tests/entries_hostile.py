"""A small catalog in which every text tries to break out of the format it lands in."""

from decimal import Decimal

from catalog.assemble import assemble
from catalog.model import (
    Collection,
    Economics,
    Entries,
    Involvement,
    Item,
    Money,
    Name,
    Note,
    OrganizationEntry,
    PartialDate,
    Period,
    Quantity,
    Result,
    SourceReference,
    Support,
    Synonym,
)
from catalog.settings import Settings
from tests.entries import case, practice, source
from tests.vocabulary import VOCABULARIES

HOSTILE = (
    "</script><script>alert(1)</script>",
    "]]><x>&amp;",
    '=HYPERLINK("http://x.example","clic")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "|cmd",
    "\"comillas\" 'simples' «ñ»",
    "\\textbf{x} 50 % & $a_b^c$ #1 ~ {",
    "} } llave suelta",
    "línea\u2028separada",
    "TY  - BOOK\r\nER  - \r\nTI  - otra",
    "--> <!-- comentario",
    "_x0041_ \x0b control",
    "; DROP TABLE cases; --",
)
SETTINGS = Settings(
    site_url="https://catalogo.example/",
    extra={"license_url": "https://creativecommons.org/licenses/by/4.0/deed.es"},
)
DAY = PartialDate(2026, 11, 21)


def settings_with(name):
    return Settings(site_name=name, site_url=SETTINGS.site_url, extra=SETTINGS.extra)


def hostile():
    """One case, practice, source, organization and route for each hostile text."""
    numbered = dict(enumerate(HOSTILE))
    entries = Entries(
        cases={f"c{n}": _case(n, text) for n, text in numbered.items()},
        practices={f"p{n}": _practice(n, text) for n, text in numbered.items()},
        organizations={f"o{n}": _organization(n, text) for n, text in numbered.items()},
        sources={f"s{n}": _source(n, text) for n, text in numbered.items()},
        collections={f"r{n}": _route(n, text) for n, text in numbered.items()},
        vocabularies=VOCABULARIES,
    )
    return assemble(entries)


def _case(n, text):
    figure = Result(
        indicator="water_use",
        basis="reported",
        source=f"s{n}",
        of=text,
        percent=Quantity(low=Decimal(-10), high=Decimal(-15)),
        percent_of=text,
        note=text,
    )
    level = Result(
        indicator="water_use", basis="reported", source=f"s{n}", unit="m3", per="year",
        baseline=Quantity(value=Decimal(4000)), after=Quantity(value=Decimal(3000), about=True),
    )  # fmt: skip
    return case(
        f"c{n}",
        title=text,
        summary=text,
        place=text,
        practices=(f"p{n}",),
        sources=(SourceReference(id=f"s{n}", pages=text, note=text),),
        results=(figure, level),
        organizations=(Involvement(id=f"o{n}", role="adviser"),),
        economics=Economics(investment=Money(value=Quantity(low=Decimal(5)), currency="USD")),
        lessons=(Note(text=text),),
        period=Period(PartialDate(2002), PartialDate(2004)),
        body=text,
        updated=DAY,
    )


def _practice(n, text):
    return practice(
        f"p{n}",
        title=text,
        summary=text,
        steps=(text,) if n % 2 else (),
        sectors=("food",),
        resource=("water",),
        aliases=(Synonym(text),),
        theme="water_efficiency",
        supported_by=(Support(source=f"s{n}", statement=text, pages=text),),
        updated=DAY,
    )


def _organization(n, text):
    return OrganizationEntry(
        id=f"o{n}", file=f"organizations/o{n}.yml", name=text, type="ngo", country=("BO",),
        acronym=text, summary=text, aliases=(Synonym(text),),
    )  # fmt: skip


def _source(n, text):
    name = Name(literal=text) if n % 2 else Name(family=text, given="Ana")
    return source(
        f"s{n}", title=text, author=(name,), publisher=text, container_title=text, license=text,
        issued=Period(PartialDate(2002, 11), PartialDate(2002, 11)), accessed=DAY,
        URL="https://example.org/?a=1&b=%22", language="es",
    )  # fmt: skip


def _route(n, text):
    return Collection(
        id=f"r{n}", file=f"collections/r{n}.md", title=text, summary=text, audience=text,
        objectives=(text,), items=(Item(minutes=5, case=f"c{n}", note=text),),
    )  # fmt: skip
