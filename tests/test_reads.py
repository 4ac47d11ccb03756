"""What a text was made of is noted by itself, and told apart from what it was not made of."""

from dataclasses import dataclass, field
from types import MappingProxyType

import pytest

from catalog.lazy import Lazy
from catalog.reads import Later, Reads, as_bytes


@dataclass(frozen=True)
class Entry:
    title: str
    body: str = field(default="", repr=False)


def made_of(make, **tables):
    """A text and what it was made of; ``make`` gets the tables, watched."""
    reads = Reads()
    watched = [reads.table(name, values) for name, values in tables.items()]
    later = Later(reads, lambda: str(make(*watched)))
    return later.text(), later.made_of


def reads_of(made_of):
    """What a text was made of, without the seal."""
    return made_of.split("\n")[1:]


def holds(made, **tables):
    """Whether a text made of this would be the same today."""
    reads = Reads()
    for name, values in tables.items():
        reads.table(name, values)
    return Later(reads, str).holds(made)


LOOKS = {
    "by key": (lambda table: table["a"], ["t:a"]),
    "if any": (lambda table: table.get("z"), ["t:z"]),
    "whether": (lambda table: "z" in table, ["t:z"]),
    "all keys": (list, ["t"]),
    "how many": (len, ["t"]),
    "all values": (lambda table: list(table.values()), ["t", "t:a", "t:b"]),
}


@pytest.mark.parametrize("look", LOOKS)
def test_every_way_to_look_is_noted(look):
    make, reads = LOOKS[look]
    assert reads_of(made_of(make, t={"a": 1, "b": 2})[1]) == reads


def test_a_text_holds_until_something_in_it_changes():
    _, made = made_of(lambda t: t["a"].title, t={"a": Entry("A"), "b": Entry("B")})
    assert holds(made, t={"a": Entry("A"), "b": Entry("otra")})
    assert holds(made, t={"a": Entry("A")})
    assert not holds(made, t={"a": Entry("A", body="nuevo"), "b": Entry("B")})
    assert not holds(made, t={"b": Entry("B")})
    assert not holds(made)


def test_what_was_missing_counts_too():
    _, made = made_of(lambda t: t.get("z"), t={"a": 1})
    assert holds(made, t={"a": 2, "b": 3})
    assert not holds(made, t={"a": 1, "z": None})


def test_what_everything_is_made_of_counts_for_all():
    text = Later(Reads(lambda: "programa 1"), lambda: "x")
    text.text()
    assert text.holds(text.made_of)
    assert not Later(Reads(lambda: "programa 2"), str).holds(text.made_of)
    assert not text.holds("")


def test_tables_of_tables_are_watched_one_by_one():
    def site(groups):
        reads = Reads()
        return reads, reads.tables("facets", groups)

    reads, facets = site({"sector": {"food": ("a",)}, "country": {"BO": ("a",)}})
    text = Later(reads, lambda: str(facets.get("sector", {}).get("food")))
    assert text.text() == "('a',)"
    assert reads_of(text.made_of) == ["facets/sector:food"]
    for groups, same in (
        ({"sector": {"food": ("a",)}}, True),
        ({"sector": {"food": ("a", "b")}}, False),
        ({"country": {}}, False),
    ):
        assert Later(site(groups)[0], str).holds(text.made_of) is same


def test_what_hangs_on_an_entry_alone_is_not_worked_out_to_be_compared():
    reads = Reads()
    reads.table("cases", {"a": 1})
    derived = reads.table("derived", Lazy(["a"], lambda _: 10), source="cases")
    text = Later(reads, lambda: str(derived["a"]))
    assert text.text() == "10"
    assert reads_of(text.made_of) == ["cases:a"]


def test_who_asks_again_has_looked_up_the_same():
    reads = Reads()
    cases = reads.table("cases", {"a": 1})
    cards = [reads.once("card", "a", lambda: cases["a"]) for _ in range(2)]
    texts = [Later(reads, lambda: str(reads.once("card", "a", lambda: 0))) for _ in range(2)]
    assert [text.text() for text in texts] == [str(card) for card in cards]
    assert [reads_of(text.made_of) for text in texts] == [["cases:a"]] * 2


def test_a_text_inside_another_counts_for_it():
    reads = Reads()
    cases = reads.table("cases", {"a": 1, "b": 2})
    inner = Later(reads, lambda: str(cases["a"]))
    outer = [Later(reads, lambda: inner.text() and str(cases["b"])) for _ in range(2)]
    assert [text.text() for text in outer] == ["2", "2"]
    assert reads_of(inner.made_of) == ["cases:a"]
    assert [reads_of(text.made_of) for text in outer] == [["cases:a", "cases:b"]] * 2


def test_a_text_is_made_once_or_found():
    made = []
    text = Later(Reads(), lambda: made.append("x") or "hecho")
    assert text.text() + text.text() == "hechohecho"
    assert made == ["x"]
    kept = Later(Reads(), lambda: pytest.fail("made again"))
    kept.found(text.made_of, lambda: "de antes")
    assert kept.text() == "de antes"
    assert kept.made_of == text.made_of


def test_equal_values_have_the_same_bytes():
    word = "una palabra larga"
    twice, shared = [word, "".join(["una ", "palabra larga"])], [word, word]
    assert as_bytes(twice) == as_bytes(shared)
    assert as_bytes(MappingProxyType({"a": 1})) == as_bytes(MappingProxyType({"a": 1}))
    assert as_bytes(Entry("A", "uno")) != as_bytes(Entry("A", "dos"))


def test_nothing_is_hashed_for_a_text_that_is_only_shown():
    reads = Reads(lambda: pytest.fail("asked for"))
    cases = reads.table("cases", {"a": 1})
    assert Later(reads, lambda: str(cases["a"])).text() == "1"
