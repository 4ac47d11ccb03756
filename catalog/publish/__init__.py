"""Floor 9: the only code that writes below ``build/``."""

from catalog.publish.files import Page, publish
from catalog.publish.lock import BusyError, only_one
from catalog.publish.site import aside, keep, recover

__all__ = ["BusyError", "Page", "aside", "keep", "only_one", "publish", "recover"]
