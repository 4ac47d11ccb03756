"""A small catalog that uses every field of every kind, with decent or with hostile text."""

from dataclasses import replace
from decimal import Decimal

from catalog.assemble import assemble
from catalog.model import (
    Applicability,
    Economics,
    Entries,
    Event,
    Followup,
    Inclusion,
    Involvement,
    Money,
    Name,
    Note,
    OrganizationEntry,
    PartialDate,
    Period,
    Quantity,
    Recognition,
    ReportedFigure,
    Result,
    SourceReference,
    Support,
    Synonym,
    Tombstone,
)
from tests.entries import case, practice, source
from tests.quantities import quantity
from tests.vocabulary import VOCABULARIES

HOSTILE = (
    "\"'><script>alert(1)</script><img src=x onerror=alert(1)><h1>Otro</h1>"
    "{{ 7919 * 7907 }}{% raw %} --> <!-- &lt;b&gt; [x](javascript:alert(1))"
)
LONG_AGO = Period(PartialDate(2002, 11), PartialDate(2002, 11))


def catalog(text="Texto llano con ñ", body="", url="https://ejemplo.org/a?b=1&c=2"):
    """The sample with ``text`` in every field that holds free text."""
    entries = Entries(
        cases=by_id(*cases(text, body)),
        practices=by_id(*practices(text, body)),
        organizations=by_id(*organizations(text, url)),
        sources=by_id(*sources(text, url)),
        collections={},
        vocabularies=VOCABULARIES,
    )
    return assemble(entries)


def empty():
    """A catalog without a single entry."""
    return assemble(Entries({}, {}, {}, {}, {}, VOCABULARIES))


def by_id(*entries):
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}


def cases(text, body):
    note = Note(text=text, source="estudio", pages=text, basis="editor")
    full = case(
        "bo-completo",
        title=text,
        summary=text,
        place=text,
        period=LONG_AGO,
        sector=("leather",),
        resource=("water", "chemicals"),
        practices=("medir",),
        sources=(SourceReference(id="estudio", pages=text, note=text), SourceReference(id="nota")),
        organizations=(
            Involvement(id="centro", role="adviser"),
            Involvement(id="ministerio", role="regulator"),
        ),
        size="small",
        size_basis="editor",
        option_type=("good_housekeeping",),
        results=tuple(results(text)),
        economics=economics(text),
        outcome="implemented",
        outcome_note=text,
        followups=(Followup(date=PartialDate(2010), status="active", note=text, source="nota"),),
        verification="V2",
        verification_note=text,
        instruments=("voluntary_agreement",),
        financing=("green_loan",),
        enabled_by=("ong-programa",),
        drivers=(note,),
        barriers=(note, note),
        lessons=(note,),
        caveats=(note,),
        applicability=Applicability(
            sizes=("small", "micro"), conditions=(text,), not_suited_when=(text,)
        ),
        recognition=(Recognition(name=text, year=2002, by=text),),
        standards=("iso_14001",),
        sdg=("6.4",),
        r_strategy=("R2",),
        ilac_priority=("1",),
        inclusion=Inclusion(tags=("women",), evidence=text),
        timeline=(Event(date=LONG_AGO, text=text),),
        visitable="yes",
        related=("br-abandonado",),
        aliases=("bo-nombre-viejo",),
        body=body,
        updated=PartialDate(2026, 11, 20),
    )
    stopped = case(
        "br-abandonado",
        country=("BR", "AR"),
        sector=("pig-farming",),
        practices=("medir",),
        outcome="discontinued",
        outcome_note=text,
        status_now="discontinued",
        barriers=(note,),
    )
    return (
        full,
        stopped,
        case(
            "co-solo-titulo",
            country=("CO",),
            sector=("leather",),
            verification="V0",
            resource=(),
            resource_note=text,
            practices_note=text,
        ),
        case(
            "ong-programa",
            level="ngo",
            sector=("leather", "food"),
            results=(share("39"), share("70")),
        ),
        case(
            "cl-estado", level="state", country=("CL",), outcome="partial", results=(share("15"),)
        ),
        case("xx-retirado", tombstone=Tombstone(reason=text, successor="/casos/bo-completo/")),
    )


def results(text):
    figure = {"basis": "reported", "source": "estudio"}
    words = {
        "of": text,
        "percent_of": text,
        "scope": text,
        "note": text,
        "pages": text,
        "per_of": text,
    }
    year = {"unit": "m3", "per": "year"}
    return [
        Result(
            indicator="water_use", baseline=quantity(3964), after=quantity(3409), **year, **figure
        ),
        Result(indicator="chemical_use", percent=quantity("<=-44"), label=text, **words, **figure),
        Result(
            indicator="electricity_use",
            percent=quantity("-10..-15"),
            percent_of="unknown",
            **figure,
        ),
        Result(
            indicator="water_use",
            baseline=quantity(100),
            after=quantity(50),
            change=quantity(-80),
            **year,
            **figure,
        ),
        Result(indicator="production", percent=quantity(20), **figure),
        Result(
            indicator="people_trained",
            value=quantity("4100000"),
            unit="count",
            n=3,
            period=LONG_AGO,
            **words,
            **figure,
        ),
        Result(indicator="cost_saving", value=quantity(">=1500"), unit="USD", **figure),
        Result(indicator="other_count", value=quantity("~7"), unit="count", **words, **figure),
    ]


def share(value):
    return Result(
        indicator="certification_rate",
        value=quantity(value),
        unit="%",
        of="micro",
        basis="reported",
        source="s",
    )


def economics(text):
    return Economics(
        investment=Money(
            value=Quantity(value=Decimal(2240)),
            currency="USD",
            year=2002,
            basis="reported",
            source="estudio",
            note=text,
            scope=text,
        ),
        annual_saving=Money(
            value=Quantity(value=Decimal(20400)),
            currency="USD",
            year=2002,
            basis="reported",
            source="estudio",
        ),
        operating_cost=Money(
            value=Quantity(value=Decimal(10)), currency="XXX", per="month", per_of=text
        ),
        reported_payback_months=ReportedFigure(
            value=Quantity(value=Decimal(9)), source="estudio", note=text
        ),
    )


def practices(text, body):
    full = practice(
        "medir",
        title=text,
        summary=text,
        sectors=("leather",),
        resource=("water",),
        option_type=("good_housekeeping",),
        theme="water_efficiency",
        actors=("enterprise",),
        safety=(text,),
        steps=(text, text),
        steps_basis="mixed",
        suited_when=(text,),
        not_suited_when=(text,),
        prerequisites=(text,),
        cost_class="low",
        cost_note=text,
        typical_time=text,
        risks=(text,),
        indicators=("water_use",),
        requires=("acordar",),
        alternatives=("acordar",),
        aliases=(Synonym(text, "MX"), Synonym("medição")),
        supported_by=(
            Support(id="x:y", source="estudio", statement=text, pages=text),
            Support(source="nota", statement=text),
        ),
        recommendation="context_dependent",
        recommendation_reason=text,
        sources=(SourceReference(id="estudio", pages="12", note=text),),
        instruments=("voluntary_agreement",),
        sdg=("6.4",),
        body=body,
    )
    agree = practice(
        "acordar",
        kind="instrument",
        cross_sector=True,
        broader=("medir",),
        redirect_from=("pactar",),
    )
    gone = practice("retirada", tombstone=Tombstone(reason=text))
    return full, agree, gone


def organizations(text, url):
    centre = OrganizationEntry(
        id="centro",
        file="organizations/centro.yml",
        name=text,
        type="cleaner_production_centre",
        country=("BO",),
        acronym=text,
        former_names=(text,),
        roles=("adviser",),
        url=url,
        status="dissolved",
        checked=PartialDate(2026, 11),
        successor="ministerio",
        summary=text,
        note=text,
        sources=("nota",),
        aliases=(Synonym(text),),
    )
    ministry = OrganizationEntry(
        id="ministerio",
        file="organizations/ministerio.yml",
        name="Ministerio",
        type="government",
        country=("BO",),
    )
    return centre, ministry


def sources(text, url):
    study = source(
        "estudio",
        title=text,
        title_basis="editor",
        author=(Name(literal=text), Name(family=text, given=text)),
        issued=LONG_AGO,
        publisher=text,
        container_title=text,
        event=Event(name=text, place=text, date=LONG_AGO),
        language="es",
        URL=url,
        archive_url=url,
        accessed=PartialDate(2026, 11, 20),
        license=text,
        quality=("truncated",),
        link_status="failing",
        copy_of=text,
        source_document=text,
        summary=text,
        note=text,
    )
    return study, replace(source("nota"), DOI='10.1000/x"><script>'), source("s")
