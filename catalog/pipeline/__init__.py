"""Floor 9: the whole program as one function: gather everything, then write."""

from catalog.options import Options
from catalog.pipeline.build import Report, build, gather
from catalog.pipeline.engines import ENGINES, EngineError

__all__ = ["ENGINES", "EngineError", "Options", "Report", "build", "gather"]
