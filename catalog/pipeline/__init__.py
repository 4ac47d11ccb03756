"""Floor 9: the whole program as one function: gather everything, then write."""

from catalog.pipeline.build import Options, Report, build, gather
from catalog.pipeline.engines import ENGINES, EngineError

__all__ = ["ENGINES", "EngineError", "Options", "Report", "build", "gather"]
