"""Pages made when somebody asks for them: for whoever writes and looks, before a whole build."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock

from catalog.model import Finding
from catalog.options import Options
from catalog.pipeline.build import gather
from catalog.pipeline.contents import Contents
from catalog.pipeline.direct import faults, theme_of
from catalog.pipeline.editions import order_of
from catalog.render import TEMPLATES, document, links
from catalog.render.env import environment
from catalog.render.site import Site
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
        folder, slash, name = path.rpartition("/")
        address = folder + slash
        if name != PAGE:
            return None
        with self._one_at_a_time, faults():
            text = document(self._site, address, self._env)
            return self._theme.wrap(links.document(address), text).content if text else None


def look(options: Options, tell: Stages) -> tuple[Live, tuple[Finding, ...]]:
    """The pages of a tree, and what is wrong with it: those of broken files are missing.

    Raises UnsuitedError where only a whole build can make pages, EngineError, and OSError.
    """
    catalog, findings = gather(options, tell)
    contents = Contents.of(catalog, options)
    order = order_of(contents.edition, contents.edition.site)
    order = replace(order, build=options.build / "cache")  # a build may be writing its own
    return Live(contents, theme_of(contents, order)), tuple(findings)
