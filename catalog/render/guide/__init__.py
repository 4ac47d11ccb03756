"""The guided entry: from sector and worry to practices, what others reached, and who helps."""

from catalog.render.guide.advice import Advice, Place, Places, advise, content, places
from catalog.render.guide.helpers import Helper, helpers
from catalog.render.guide.script import DATA, files

__all__ = [
    "DATA", "Advice", "Helper", "Place", "Places", "advise", "content", "files", "helpers",
    "places",
]  # fmt: skip
