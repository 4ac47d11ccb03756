"""Pages made when somebody asks for them: for whoever writes and looks, before a whole build."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock

from catalog.model import Finding
from catalog.options import Options
from catalog.pipeline.build import gather
from catalog.pipeline.contents import Contents
from catalog.pipeline.direct import faults, theme_of
from catalog.pipeline.editions import edition_of, order_of
from catalog.render import TEMPLATES, document
from catalog.render.env import environment
from catalog.render.site import Site
from catalog.settings import load_settings
from catalog.stages import Stages
from catalog.wrap import Theme

PAGE = "index.html"


class Live:
    """The pages of a tree as it was read last; each is made anew for every question."""

    def __init__(self, contents: Contents, theme: Theme) -> None:
        self._site: Site = contents.site
        self._theme = theme
        self._env = environment(TEMPLATES)
        self._one_at_a_time = Lock()

    def page(self, path: str) -> bytes | None:
        """The file ``path`` of the site («casos/x/index.html»), as a build would leave it.

        ``None`` for whatever is not a page that the program writes. Raises EngineError.
        """
        address, name = path[: path.rfind("/") + 1], path.rpartition("/")[2]
        if name != PAGE:
            return None
        with self._one_at_a_time, faults():
            text = document(self._site, address, self._env)
            return self._theme.wrap(f"{address}index.md", text).content if text else None


def look(options: Options, tell: Stages) -> tuple[Live, tuple[Finding, ...]]:
    """The pages of a tree, and what is wrong with it: those of broken files are missing.

    Raises UnsuitedError where only a whole build can make pages, EngineError, and OSError.
    """
    catalog, findings = gather(options, tell)
    edition = edition_of(options)
    settings = edition.settings(load_settings(options.root, options.project))
    contents = Contents(catalog, settings, edition)
    order = replace(order_of(edition, options.build / "site"), build=options.build / "cache")
    return Live(contents, theme_of(contents, order)), tuple(findings)
