"""Two specimens: one with every mistake, one with every field."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from catalog.check import check_tree
from catalog.model import (
    Case,
    Kind,
    MappingNode,
    Node,
    PartialDate,
    Period,
    Quantity,
    SequenceNode,
    Severity,
)
from catalog.schema import RECORDS, Record
from tests.rules.support import MINI, PROJECT, mini, run, sources_of

HERE = Path(__file__).parent


def specimen(name: str, path: str):
    text = (HERE / name).read_text(encoding="utf-8")
    entries, findings = run({**mini(), path: text})
    return entries, [finding for finding in findings if finding.file == path]


def test_hopeless_specimen_has_exactly_these_findings():
    _, findings = specimen("desesperado.md", "cases/co-desesperado.md")
    found = [f"{f.line}:{f.column} {f.rule} {f.severity}" for f in findings]
    expected = (HERE / "desesperado.txt").read_text(encoding="utf-8").split("\n")
    assert "\n".join(found) == "\n".join(expected).rstrip()


def test_hopeless_specimen_makes_no_entry():
    entries, _ = specimen("desesperado.md", "cases/co-desesperado.md")
    assert "co-desesperado" not in entries.cases
    assert {"co-caso", "bo-caso"} <= set(entries.cases)


def test_complete_specimen_is_sound():
    _, findings = specimen("completo.md", "cases/co-completo.md")
    assert not [f for f in findings if f.severity is not Severity.NOTICE]


def test_complete_specimen_has_every_field():
    text = (HERE / "completo.md").read_text(encoding="utf-8")
    sources, _ = sources_of({"cases/co-completo.md": text})
    written: dict[str, set[str]] = {}
    collect(RECORDS[Kind.CASE], sources.documents[0].fields, written)
    for record in records_below(RECORDS[Kind.CASE]):
        assert {field.name for field in record.fields} == written[record.name], record.name


def collect(record: Record, node: Node | None, written: dict[str, set[str]]) -> None:
    """Keys that are written for each record, wherever it stands."""
    for item in node.items if isinstance(node, SequenceNode) else (node,):
        if isinstance(item, MappingNode):
            written.setdefault(record.name, set()).update(item.keys())
            for field in record.fields:
                if field.record is not None:
                    collect(field.record, item.get(field.name), written)


def records_below(record: Record):
    """A record and all that its fields lead to."""
    yield record
    for field in record.fields:
        if field.record is not None:
            yield from records_below(field.record)


def test_complete_specimen_as_entry():
    entries, _ = specimen("completo.md", "cases/co-completo.md")
    case = entries.cases["co-completo"]
    assert isinstance(case, Case)
    assert (case.level, case.country, case.sector) == (
        "enterprise",
        ("CO", "BO"),
        ("leather", "manufacturing"),
    )
    assert case.period == Period(PartialDate(2002, 11), PartialDate(2004))
    assert [source.id for source in case.sources] == ["fuente-uno", "fuente-dos"]
    (result,) = case.results
    assert (result.unit, result.per, result.n, result.line) == ("m3", "kg", 1, 24)
    assert result.value == Quantity(low=Decimal(3000), high=Decimal(4000))
    assert case.economics.investment is not None
    assert case.economics.investment.value == Quantity(value=Decimal(2240), about=True)
    assert case.economics.annual_saving is not None
    assert case.economics.annual_saving.value == Quantity(low=Decimal(20400))
    assert case.drivers[0].text == "El costo del agua"
    assert case.coordinates == (Decimal("5.1460"), Decimal("-73.6830"))
    assert case.visitable == "yes"
    assert case.tombstone is not None
    assert case.body.startswith("\n## Situación inicial")


def test_defaults_come_from_the_field_table():
    entries, _ = run(mini())
    case = entries.cases["co-caso"]
    assert (case.outcome, case.status_now, case.verification) == ("unknown", "unknown", "V1")
    assert case.country == ("CO",)
    assert case.sector == ("leather",)


def test_small_catalog_is_sound():
    checked = check_tree(MINI, PROJECT)
    assert not checked.failed, checked.findings
    assert checked.counts == {
        "cases": 2, "practices": 3, "organizations": 1, "sources": 2, "collections": 1,
    }  # fmt: skip


def test_paths_narrow_the_report_and_not_the_references(tmp_path):
    for path, text in mini().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    for name in ("co-caso", "bo-caso"):
        file = tmp_path / "cases" / f"{name}.md"
        file.write_text(file.read_text().replace("period:", "periodo:"))
    whole = check_tree(tmp_path, PROJECT)
    one = check_tree(tmp_path, PROJECT, ["cases/co-caso.md"])
    assert {f.file for f in whole.findings} == {"cases/co-caso.md", "cases/bo-caso.md"}
    assert list(one.findings) == [f for f in whole.findings if f.file == "cases/co-caso.md"]
    assert {f.rule for f in one.findings} == {"PML-K01", "PML-K02"}


def test_unreadable_files_still_answer_references():
    files = {**mini(), "sources/fuente-uno.yml": "type: [report\n"}
    entries, findings = run(files)
    assert {f.rule for f in findings} == {"PML-Y01"}
    assert "fuente-uno" not in entries.sources
    assert "co-caso" in entries.cases
