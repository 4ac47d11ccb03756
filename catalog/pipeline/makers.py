"""Hashes of what decides how things are made: what was made by another maker is made again."""

from __future__ import annotations

import json
import platform
from hashlib import sha256
from importlib.metadata import distributions, version
from pathlib import Path

from catalog.digest import of_files
from catalog.model import Vocabularies
from catalog.pipeline.engines import Order
from catalog.reads import as_bytes
from catalog.render import TEMPLATES
from catalog.settings import Settings

WRAPPERS = ("mkdocs", "mkdocs-material", "jinja2", "markdown")
PROGRAM = Path(__file__).resolve().parents[1]
WRAPPING = ("wrap", "editions")


def of_pages(order: Order) -> str:
    """What decides how a document becomes a page: theme, settings, program."""
    made = sha256(" ".join(f"{name} {version(name)}" for name in WRAPPERS).encode())
    made.update(json.dumps(order.extra, sort_keys=True, default=str).encode())
    made.update(order.config.read_bytes())
    places = {"theme": order.theme} | {name: PROGRAM / name for name in WRAPPING}
    made.update(of_files(places).encode())
    return made.hexdigest()


def of_texts(vocabularies: Vocabularies, settings: Settings, *, directory_urls: bool) -> str:
    """What decides, besides the entries, how they become texts: program, words, settings.

    All of the program and every package at hand, used or not: nobody has to say which are.
    """
    packages = sorted((package.name, package.version) for package in distributions())
    made = sha256(repr((platform.python_version(), packages, directory_urls)).encode())
    made.update(as_bytes((settings, vocabularies)))
    made.update(of_files({"catalog": PROGRAM, "templates": TEMPLATES}).encode())
    return made.hexdigest()
