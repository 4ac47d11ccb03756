"""Floor 2: new files from the field table."""

from catalog.scaffold.body import arranged
from catalog.scaffold.files import PENDING, SCHEMA_FOLDER, Wish, scaffold
from catalog.scaffold.slugs import propose, slug_problem

__all__ = [
    "PENDING", "SCHEMA_FOLDER", "Wish", "arranged", "propose", "scaffold", "slug_problem",
]  # fmt: skip
