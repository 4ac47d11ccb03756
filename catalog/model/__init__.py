"""Floor 0: the nouns of the catalog. Frozen dataclasses, standard library only."""

from catalog.model.documents import (
    Document,
    Kind,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    Spot,
)
from catalog.model.entries import (
    Applicability,
    Case,
    Collection,
    Economics,
    Entry,
    Event,
    Exercise,
    Followup,
    Inclusion,
    Involvement,
    Item,
    Money,
    Note,
    OrganizationEntry,
    Practice,
    Recognition,
    ReportedFigure,
    Result,
    SourceEntry,
    SourceReference,
    Support,
    Tombstone,
)
from catalog.model.findings import Edit, Finding, Severity
from catalog.model.knowledge import (
    Card,
    Catalog,
    Chain,
    Contradiction,
    Derived,
    Entries,
    GapCell,
    GapMatrix,
    Maturity,
    Payback,
    Related,
    Scoreboard,
    Spread,
)
from catalog.model.values import Name, PartialDate, Period, Quantity
from catalog.model.vocabulary import Synonym, Term, Vocabularies, Vocabulary

__all__ = [
    "Applicability", "Card", "Case", "Catalog", "Chain", "Collection", "Contradiction", "Derived",
    "Document", "Economics", "Edit", "Entries", "Entry", "Event", "Exercise", "Finding",
    "Followup", "GapCell",
    "GapMatrix", "Inclusion", "Involvement", "Item", "Kind", "MappingNode", "Maturity", "Money",
    "Name", "Node", "Note", "OrganizationEntry", "PartialDate", "Payback", "Period", "Practice",
    "Quantity", "Recognition", "Related", "ReportedFigure", "Result", "ScalarNode", "Scoreboard",
    "SequenceNode", "Severity", "SourceEntry", "SourceReference", "Spot", "Spread", "Support",
    "Synonym", "Term", "Tombstone", "Vocabularies", "Vocabulary",
]  # fmt: skip
