"""A page as text: front matter that the engine may trust, then one block of finished HTML."""

from __future__ import annotations

import re
from urllib.parse import quote

import yaml
from jinja2 import Environment

from catalog.render import links
from catalog.render.env import tidy
from catalog.render.site import Site
from catalog.render.view import Page

ICON = re.compile(r'href="#i-([a-z]+)"')
TEMPLATE = "ficha.html"


def write(page: Page, env: Environment, site: Site) -> str:
    """The document of ``page``.

    The HTML stands in a comment, which every Markdown engine hands through unread; the theme takes
    the comment off. All values in it are escaped, so that it cannot be closed from inside.
    """
    html = tidy(env.get_template(page.template).render(_context(page, site)))
    meta = {
        "title": page.title,
        "description": page.description,
        "template": TEMPLATE,
        "section": page.section,
        "permalink": _encoded(site.public(page.address)),
        "icons": sorted(set(ICON.findall(html))),
        **page.meta,
    }
    if "og_image" in meta:
        meta["og_image"] = _encoded(str(meta["og_image"]))
    front = yaml.dump(meta, Dumper=_Dumper, allow_unicode=True, sort_keys=True, width=10**6)
    return f"---\n{front}---\n\n<!--\n{_sealed(html)}\n-->\n"


def _sealed(html: str) -> str:
    """HTML that neither ends the comment around it nor holds a fence, which engines see even there.

    Entities read the same in texts and attributes, and a body has no scripts or styles.
    """
    closed = html.replace("-->", "--&gt;").replace("--!>", "--!&gt;")
    return closed.replace("```", "&#96;``").replace("~~~", "&#126;~~")


def _encoded(address: str) -> str:
    """An address without any sign that could end an attribute: the theme prints it as it is."""
    return quote(address, safe="/:?#=&%~")


def _context(page: Page, site: Site) -> dict[str, object]:
    def relative(to: str) -> str:
        return links.relative(page.address, to, directory_urls=site.directory_urls)

    shared = {
        "relative": relative,
        "here": page.address,
        "crumbs": page.crumbs,
        "title": page.title,
    }
    return {**shared, **page.view}


class _Dumper(yaml.CSafeDumper):
    """Safe dumper in C: front matter of thousands of pages."""
