"""Floor 0: the nouns of the catalog. Frozen dataclasses, standard library only."""

from catalog.model.cases import (
    REGIONAL,
    Applicability,
    Case,
    Economics,
    Followup,
    Inclusion,
    Involvement,
    Money,
    Recognition,
    ReportedFigure,
    Result,
)
from catalog.model.collections import Collection, Exercise, Item
from catalog.model.documents import (
    Document,
    Kind,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    Spot,
)
from catalog.model.entries import Entry
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
from catalog.model.organizations import OrganizationEntry
from catalog.model.practices import Practice, Support
from catalog.model.shared import Event, Note, SourceReference, Tombstone
from catalog.model.sources import SourceEntry
from catalog.model.values import Name, PartialDate, Period, Quantity
from catalog.model.vocabulary import Synonym, Term, Vocabularies, Vocabulary

__all__ = [
    "REGIONAL",
    "Applicability", "Card", "Case", "Catalog", "Chain", "Collection", "Contradiction", "Derived",
    "Document", "Economics", "Edit", "Entries", "Entry", "Event", "Exercise", "Finding",
    "Followup", "GapCell",
    "GapMatrix", "Inclusion", "Involvement", "Item", "Kind", "MappingNode", "Maturity", "Money",
    "Name", "Node", "Note", "OrganizationEntry", "PartialDate", "Payback", "Period", "Practice",
    "Quantity", "Recognition", "Related", "ReportedFigure", "Result", "ScalarNode", "Scoreboard",
    "SequenceNode", "Severity", "SourceEntry", "SourceReference", "Spot", "Spread", "Support",
    "Synonym", "Term", "Tombstone", "Vocabularies", "Vocabulary",
]  # fmt: skip
