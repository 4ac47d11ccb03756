"""Floor 1: what a catalog says of itself, read from its mkdocs.yml.

One file holds name, address and repository, so that a fork changes one place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

CONFIG = "mkdocs.yml"
LANGUAGES = ("es", "en", "pt")


@dataclass(frozen=True, slots=True)
class Settings:
    """Name and addresses of the site. ``site_url`` ends in ``/``; ``repository`` may be empty."""

    site_name: str = "Catálogo PML"
    site_url: str = ""
    description: str = ""
    repository: str = ""
    branch: str = "main"
    edition: str = ""
    license_name: str = "CC BY 4.0"
    languages: tuple[str, ...] = LANGUAGES
    """Languages of labels that are used; Spanish always is."""
    extra: Mapping[str, Any] = field(default_factory=dict)


class _Loader(yaml.SafeLoader):
    """Reads engine configuration and drops its tags (``!ENV``, ``!!python/name``)."""


def _untagged(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> object:
    del suffix
    return loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else None


_Loader.add_multi_constructor("!", _untagged)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _untagged)


def config_file(root: Path, project: Path) -> Path:
    """The engine configuration of a tree: its own if it has one, else the project's."""
    own = root / CONFIG
    return own if own.is_file() else project / CONFIG


def load_settings(root: Path, project: Path) -> Settings:
    """Read the settings of the catalog in ``root``. Raises OSError if there is no mkdocs.yml."""
    text = config_file(root, project).read_text(encoding="utf-8")
    data = yaml.load(text, Loader=_Loader) or {}
    extra = data.get("extra") or {}
    address = str(data.get("site_url") or "")
    return Settings(
        site_name=str(data.get("site_name") or ""),
        site_url=address if not address or address.endswith("/") else address + "/",
        description=str(data.get("site_description") or ""),
        repository=str(extra.get("repository") or "").rstrip("/"),
        branch=str(extra.get("branch") or "main"),
        edition=str(extra.get("edition") or ""),
        license_name=str(extra.get("license_name") or "CC BY 4.0"),
        languages=tuple(extra.get("languages") or LANGUAGES),
        extra=extra,
    )
