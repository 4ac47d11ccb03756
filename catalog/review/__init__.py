"""Floor 11: what a branch changes, told to whoever has to merge it."""

from catalog.review.base import BaseError, base_of, tree_at
from catalog.review.compare import Review, compare
from catalog.review.report import markdown
from catalog.review.side import Side, side

__all__ = ["BaseError", "Review", "Side", "base_of", "compare", "markdown", "side", "tree_at"]
