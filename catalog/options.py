"""Floor 1: where a catalog lies and what is wanted of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Options:
    """What to build. ``project`` lends whatever ``root`` lacks (vocab, docs, theme, mkdocs.yml)."""

    root: Path
    project: Path
    engine: str = "mkdocs"
    edition: str = "web"
    site: Path | None = None
    strict: bool = False
    full: bool = False
    """True makes every page again, even where the last site still holds."""
    plain: bool = False
    """True hands the whole tree to MkDocs, without the shortcut of ``catalog.wrap``."""
    wrap: bool = True
    """False stops after the generated tree: the engine is not run."""
    publishes: bool = True
    """False for a draft being looked at, whose addresses are not yet promises."""
    patience: float = PATIENCE
    """Seconds to wait for another build of the same folder."""
    cached: bool = True
    """False reads and judges every file anew, whatever earlier runs found."""

    @property
    def build(self) -> Path:
        """Everything the program writes lies below this folder."""
        return self.root / "build"

    @property
    def records(self) -> bool:
        """True where new addresses go on the list: the project's own tree, or one that keeps it."""
        own = self.root == self.project or (self.root / "permalinks.txt").is_file()
        return self.publishes and own

    def folder(self, name: str) -> Path:
        """The root's own folder of that name, or the project's."""
        own = self.root / name
        return own if own.is_dir() else self.project / name
