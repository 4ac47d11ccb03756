"""What the search in the browser needs: one data file for the first search, one for full texts."""

from catalog.render.search.data import files

__all__ = ["files"]
