"""What the search in the browser needs: an index made by the build, in one file or in blocks."""

from catalog.render.search.data import files

__all__ = ["files"]
