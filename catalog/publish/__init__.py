"""Floor 9: the only code that writes below ``build/``."""

from catalog.publish.files import Page, content_of, publish, remove
from catalog.publish.ledger import Ledger, Row, key_of
from catalog.publish.ledger import load as load_ledger
from catalog.publish.lock import BusyError, only_one
from catalog.publish.put import take_over, write
from catalog.publish.site import aside, discard, keep, recover
from catalog.publish.spare import Spare

__all__ = [
    "BusyError",
    "Ledger",
    "Page",
    "Row",
    "Spare",
    "aside",
    "content_of",
    "discard",
    "keep",
    "key_of",
    "load_ledger",
    "only_one",
    "publish",
    "recover",
    "remove",
    "take_over",
    "write",
]
