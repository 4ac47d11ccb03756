"""Catálogo PML: Markdown cases with front matter in, a quantified static site out."""
