"""Floor 10: the whole program as one function: gather everything, then write."""

from catalog.editions import EditionError
from catalog.options import Options
from catalog.pipeline.build import Report, build, gather
from catalog.pipeline.editions import EDITIONS
from catalog.pipeline.engines import ENGINES, EngineError
from catalog.publish import BusyError

FAILURES = (EngineError, EditionError, BusyError, OSError)
"""What can keep a site from being built, besides the mistakes of authors."""

__all__ = [
    "EDITIONS",
    "ENGINES",
    "FAILURES",
    "BusyError",
    "EditionError",
    "EngineError",
    "Options",
    "Report",
    "build",
    "gather",
]
