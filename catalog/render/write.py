"""A page as text: front matter that the engine may trust, then one block of finished HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import quote

from jinja2 import Environment

from catalog.render import links
from catalog.render.env import tidy
from catalog.render.site import Site
from catalog.render.typeset import typeset
from catalog.render.view import Page

ICON = re.compile(r'href="#i-([a-z]+)"')
TEMPLATE = "ficha.html"
UNWRITABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def write(page: Page, env: Environment, site: Site) -> str:
    """The document of ``page``.

    The HTML stands in a comment, which every Markdown engine hands through unread; the theme takes
    the comment off. All values in it are escaped, so that it cannot be closed from inside.
    """
    html = tidy(env.get_template(page.template).render(_context(page, site)))
    html = typeset(html, site.number_spaces)
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
    return f"---\n{front_matter(meta)}---\n\n<!--\n{_sealed(html)}\n-->\n"


def front_matter(meta: Mapping[str, object]) -> str:
    """One key to a line, its value as JSON: YAML to every engine, and read back without a parser.

    Signs that YAML folds or refuses are written as escapes, which JSON and YAML share.
    """
    lines = (f"{key}: {json.dumps(meta[key], ensure_ascii=False)}\n" for key in sorted(meta))
    return UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", "".join(lines))


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
        "site_name": site.settings.site_name,
    }
    return {**shared, **page.view}
