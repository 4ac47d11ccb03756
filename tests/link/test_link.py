import random

from catalog.assemble import assemble
from catalog.link import facets, matrix
from catalog.model import Entries, Kind, Note, SourceReference
from tests.entries import case, practice, source
from tests.vocabulary import VOCABULARIES


def entries(*cases, practices=(), sources=("s",)):
    return Entries(
        cases={c.id: c for c in cases},
        practices={p.id: p for p in practices},
        organizations={},
        sources={id: source(id) for id in sources},
        collections={},
        vocabularies=VOCABULARIES,
    )


def test_a_broader_sector_holds_the_cases_of_the_narrower():
    found = facets({"a": case("a", sector=("dairy",))}, VOCABULARIES)
    assert found["sector"]["dairy"] == ("a",)
    assert found["sector"]["food"] == ("a",)


def test_what_is_not_said_is_a_value():
    found = facets({"a": case("a", size="")}, VOCABULARIES)
    assert found["size"] == {"": ("a",)}


def test_every_cell_of_the_matrix_exists():
    standing = facets({"a": case("a", sector=("leather",), resource=("water",))}, VOCABULARIES)
    table = matrix(standing, VOCABULARIES)
    assert table.cells["leather", "water"].cases == ("a",)
    assert table.cells["leather", "soil"].cases == ()
    assert len(table.cells) == len(table.sectors) * len(table.resources)


def test_the_chain_is_seen_from_both_ends():
    catalog = assemble(
        entries(
            case("state", level="state"),
            case("ngo", level="ngo", enabled_by=("state",)),
            case("firm", enabled_by=("ngo",)),
        )
    )
    for id in ("state", "ngo", "firm"):
        chain = catalog.chains[id]
        assert chain.state == ((Kind.CASE, "state"),)
        assert chain.ngo == ((Kind.CASE, "ngo"),)
        assert chain.enterprise == ((Kind.CASE, "firm"),)
    assert catalog.chains["state"].enabled == ("ngo",)


def test_an_instrument_stands_for_the_state():
    catalog = assemble(
        entries(
            case("firm", enabled_by=("acuerdo",)),
            practices=[practice("acuerdo", kind="instrument")],
        )
    )
    assert catalog.chains["firm"].state == ((Kind.PRACTICE, "acuerdo"),)


def test_a_circle_of_programmes_ends():
    catalog = assemble(entries(case("a", enabled_by=("b",)), case("b", enabled_by=("a",))))
    assert catalog.chains["a"].enterprise == ((Kind.CASE, "a"), (Kind.CASE, "b"))


def test_related_says_why_and_never_names_itself():
    catalog = assemble(
        entries(
            case("a", country=("BO",), sector=("leather",)),
            case("b", country=("PE",), sector=("leather",)),
            case("c", country=("PE",), sector=("hotels",), related=("a",)),
        )
    )
    reasons = {item.id: item.reason for item in catalog.related["a"]}
    assert reasons == {"b": "Mismo sector, otro país", "c": "Véase también"}


def test_a_source_of_a_lesson_counts():
    catalog = assemble(
        entries(
            case("a", sources=(SourceReference(id="s"),), lessons=(Note(text="x", source="t"),)),
            sources=("s", "t"),
        )
    )
    assert catalog.cases_by_source == {"s": ("a",), "t": ("a",)}


def test_the_order_of_files_does_not_matter():
    cases = [
        case(f"c{n}", sector=("leather",), country=("BO" if n % 2 else "PE",), practices=("p",))
        for n in range(60)
    ]
    whole = assemble(entries(*cases, practices=[practice("p")]))
    random.Random(7).shuffle(cases)
    shuffled = assemble(entries(*cases, practices=[practice("p")]))
    assert whole.related == shuffled.related
    assert whole.scoreboards == shuffled.scoreboards


def test_related_work_does_not_grow_with_the_square():
    cases = [case(f"c{n:04}", sector=("leather",), practices=("p",)) for n in range(2000)]
    catalog = assemble(entries(*cases, practices=[practice("p")]))
    assert all(len(found) <= 6 for found in catalog.related.values())
