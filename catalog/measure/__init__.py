"""Floor 5: arithmetic on results, scoreboards and maturity."""

from catalog.measure.economics import payback
from catalog.measure.maturity import LADDER_RULES, maturity
from catalog.measure.results import derive
from catalog.measure.scoreboard import scoreboard
from catalog.measure.units import Units

__all__ = ["LADDER_RULES", "Units", "derive", "maturity", "payback", "scoreboard"]
