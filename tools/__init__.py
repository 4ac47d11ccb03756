"""Chores of the maintainers, run as ``python -m tools.<name>``."""
