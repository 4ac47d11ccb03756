"""What a text was made of is noted by itself, and told apart from what it was not made of."""

from dataclasses import dataclass, field
from types import MappingProxyType

import pytest

from catalog.lazy import Lazy
from catalog.reads import BASE, Later, Reads, Then, as_bytes


@dataclass(frozen=True)
class Entry:
    title: str
    body: str = field(default="", repr=False)


class Made:
    """A text, what it was made of, and what that was like; ``make`` gets the tables, watched."""

    def __init__(self, make, base="", **tables):
        reads = Reads(lambda: base)
        watched = [reads.table(name, values) for name, values in tables.items()]
        later = Later(reads, lambda: str(make(*watched)))
        self.text = later.text()
        self.of = later.made_of
        self.values = values_of(reads, self.of)

    def holds(self, base="", **tables):
        """Whether the text would be the same today."""
        reads = Reads(lambda: base)
        for name, values in tables.items():
            reads.table(name, values)
        return Then(reads, self.values).holds(self.of)


def values_of(reads, made_of):
    return {read: reads.value(read) for read in (BASE, *made_of)}


LOOKS = {
    "by key": (lambda table: table["a"], ("t:a",)),
    "if any": (lambda table: table.get("z"), ("t:z",)),
    "whether": (lambda table: "z" in table, ("t:z",)),
    "all keys": (list, ("t",)),
    "how many": (len, ("t",)),
    "all values": (lambda table: list(table.values()), ("t",)),
}


@pytest.mark.parametrize("look", LOOKS)
def test_every_way_to_look_is_noted(look):
    make, reads = LOOKS[look]
    assert Made(make, t={"a": 1, "b": 2}).of == reads


def test_a_text_holds_until_something_in_it_changes():
    made = Made(lambda t: t["a"].title, t={"a": Entry("A"), "b": Entry("B")})
    assert made.holds(t={"a": Entry("A"), "b": Entry("otra")})
    assert made.holds(t={"a": Entry("A")})
    assert not made.holds(t={"a": Entry("A", body="nuevo"), "b": Entry("B")})
    assert not made.holds(t={"b": Entry("B")})
    assert not made.holds()


def test_what_was_missing_counts_too():
    made = Made(lambda t: t.get("z"), t={"a": 1})
    assert made.holds(t={"a": 2, "b": 3})
    assert not made.holds(t={"a": 1, "z": None})


def test_all_of_a_table_changes_with_any_value_or_name_in_it():
    made = Made(lambda t: t["a"] + len(t), t={"a": 1, "b": 2})
    assert made.of == ("t",)
    assert made.holds(t={"a": 1, "b": 2})
    for other in ({"a": 1}, {"a": 1, "b": 3}, {"a": 1, "c": 2}, {"b": 2, "a": 1}):
        assert not made.holds(t=other)


def test_what_everything_is_made_of_counts_for_all():
    made = Made(lambda: "x", base="programa 1")
    assert made.of == ()
    assert made.holds(base="programa 1")
    assert not made.holds(base="programa 2")


def test_what_nothing_is_known_of_does_not_hold():
    assert not Then(Reads(), {}).holds(())
    reads = Reads()
    assert not Then(reads, values_of(reads, ())).holds(["t:a"])


def test_tables_of_tables_are_watched_one_by_one():
    def site(groups):
        reads = Reads()
        return reads, reads.tables("facets", groups)

    reads, facets = site({"sector": {"food": ("a",)}, "country": {"BO": ("a",)}})
    text = Later(reads, lambda: str(facets.get("sector", {}).get("food")))
    assert text.text() == "('a',)"
    assert text.made_of == ("facets/sector:food",)
    values = values_of(reads, text.made_of)
    for groups, same in (
        ({"sector": {"food": ("a",)}}, True),
        ({"sector": {"food": ("a", "b")}}, False),
        ({"country": {}}, False),
    ):
        assert Then(site(groups)[0], values).holds(text.made_of) is same


def test_what_hangs_on_an_entry_alone_is_not_worked_out_to_be_compared():
    reads = Reads()
    reads.table("cases", {"a": 1})
    derived = reads.table("derived", Lazy(["a"], lambda _: 10), source="cases")
    text = Later(reads, lambda: str(derived["a"]))
    assert text.text() == "10"
    assert text.made_of == ("cases:a",)


def test_who_asks_again_has_looked_up_the_same():
    reads = Reads()
    cases = reads.table("cases", {"a": 1})
    cards = [reads.once("card", "a", lambda: cases["a"]) for _ in range(2)]
    texts = [Later(reads, lambda: str(reads.once("card", "a", lambda: 0))) for _ in range(2)]
    assert [text.text() for text in texts] == [str(card) for card in cards]
    assert [text.made_of for text in texts] == [("cases:a",)] * 2


def test_a_text_inside_another_counts_for_it():
    reads = Reads()
    cases = reads.table("cases", {"a": 1, "b": 2})
    inner = Later(reads, lambda: str(cases["a"]))
    outer = [Later(reads, lambda: inner.text() and str(cases["b"])) for _ in range(2)]
    assert [text.text() for text in outer] == ["2", "2"]
    assert inner.made_of == ("cases:a",)
    assert [text.made_of for text in outer] == [("cases:a", "cases:b")] * 2


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
