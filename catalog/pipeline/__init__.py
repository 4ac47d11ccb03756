"""Floor 10: the whole program as one function: gather everything, then write."""

from catalog.editions import EditionError
from catalog.options import Options
from catalog.pipeline.build import Report, build, gather
from catalog.pipeline.editions import EDITIONS
from catalog.pipeline.engines import ENGINES, EngineError

__all__ = [
    "EDITIONS",
    "ENGINES",
    "EditionError",
    "EngineError",
    "Options",
    "Report",
    "build",
    "gather",
]
