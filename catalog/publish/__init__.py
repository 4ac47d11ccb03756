"""Floor 9: the only code that writes below ``build/``."""

from catalog.publish.files import Page, publish
from catalog.publish.site import aside, keep, recover

__all__ = ["Page", "aside", "keep", "publish", "recover"]
