"""Floor 10: the whole program as one function: gather everything, then write."""

from catalog.editions import EditionError
from catalog.options import Options
from catalog.pipeline.build import Report, build, gather
from catalog.pipeline.editions import EDITIONS
from catalog.pipeline.engines import ENGINES, EngineError
from catalog.pipeline.live import Live, look
from catalog.publish import BusyError
from catalog.wrap import UnsuitedError

FAILURES = (EngineError, EditionError, BusyError, OSError)
"""What can keep a site from being built, besides the mistakes of authors."""

__all__ = [
    "EDITIONS",
    "ENGINES",
    "FAILURES",
    "BusyError",
    "EditionError",
    "EngineError",
    "Live",
    "Options",
    "Report",
    "UnsuitedError",
    "build",
    "gather",
    "look",
]
