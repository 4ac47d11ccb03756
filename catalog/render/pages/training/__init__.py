"""Training: routes with their sheets, slides and cards, dossiers to print, one's own selection."""

from catalog.render.pages.training.dossier import margin as dossier_margin
from catalog.render.pages.training.dossier import pages as dossiers
from catalog.render.pages.training.routes import pages as routes
from catalog.render.pages.training.selection import offered
from catalog.render.pages.training.selection import pages as selection
from catalog.render.pages.training.selection import scripts as selection_scripts

__all__ = ["dossier_margin", "dossiers", "offered", "routes", "selection", "selection_scripts"]
