"""Floor 1: what a rule is, and how findings and faults of a disk look to people and programs."""

from catalog.report.disk import failure_in_words, fault_in_output, fault_in_words
from catalog.report.machine import as_github, as_json
from catalog.report.registry import RULES, Explanation, Fault, Rule, Scope, explain, rule
from catalog.report.show import FORMATS, closing, line_reader, show
from catalog.report.text import as_text

__all__ = [
    "FORMATS", "RULES", "Explanation", "Fault", "Rule", "Scope", "as_github", "as_json", "as_text",
    "closing", "explain", "failure_in_words", "fault_in_output", "fault_in_words", "line_reader",
    "rule", "show",
]  # fmt: skip
