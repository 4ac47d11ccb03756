"""Floor 9: documents to pages in this process, through MkDocs' own configuration and theme.

`mkdocs build` reads, parses and keeps every document of the tree. Ours are finished HTML in an
envelope, so all that is left to do is to fill the theme's template, which can happen one document
at a time, in several processes, and only for what changed. The bytes are those of `mkdocs build`:
tests/wrap compares every file of both. See docs/decisiones/0010-hoja-por-hoja.md.
"""

from catalog.wrap.theme import Listed, Theme, UnsuitedError, Wrapped

__all__ = ["Listed", "Theme", "UnsuitedError", "Wrapped"]
