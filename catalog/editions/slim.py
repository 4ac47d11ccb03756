"""Take from every page of the packed copy what only a network would use.

An archive compresses each file by itself, so whatever all pages repeat is paid thousands of times:
words for search engines and messaging apps, leftovers of the engine's base page, and the drawings
of the icons, which one script hands to all pages instead.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

ICONS = "assets/iconos.js"
SCRIPT = """\
/* The drawings of all icons; pages name them (href="#i-..."). They only go with words. */
(function () {{
  'use strict';
  var box = document.createElement('div');
  box.innerHTML = {svg};
  document.body.prepend(box.firstChild);
}})();
"""
EMPTY = '<svg class="sprite" width="0" height="0" aria-hidden="true">'
SPRITE = re.compile(r'<svg class="sprite"[^>]*>(.*?)</svg>(?=\s)', re.DOTALL)
SYMBOL = re.compile(r'<symbol id="(i-[a-z]+)".*?</symbol>', re.DOTALL)
WITHOUT_SCRIPT = "i-menu"
"""The one icon that stands without a word, so it stays in the page."""
ONLINE = re.compile(
    r'<meta (?:property="[^"]*"|name="(?:twitter:[^"]*|referrer)")[^>]*>'
    r'|<script type="application/ld\+json">.*?</script>'
    r'|<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="(?:skip|announce)">\s*</div>'
    r'|<div class="md-dialog"[^>]*>\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>',
    re.DOTALL,
)
INDENT = re.compile(r"\s*\n\s*")
AS_WRITTEN = re.compile(r"<(?:pre|textarea)\b")


def slim(site: Path) -> None:
    """Rewrite all pages below ``site``. Raises OSError from the disk."""
    drawings: dict[str, str] = {}
    for page in sorted(site.rglob("*.html")):
        before = page.read_text(encoding="utf-8")
        after = _lighter(before, page.relative_to(site).as_posix().count("/"), drawings)
        page.write_text(after, encoding="utf-8", newline="")
    if drawings:
        svg = json.dumps(f"{EMPTY}{''.join(drawings[id] for id in sorted(drawings))}</svg>")
        (site / ICONS).write_text(SCRIPT.format(svg=svg), encoding="utf-8", newline="")


def _lighter(text: str, depth: int, drawings: dict[str, str]) -> str:
    text = ONLINE.sub("", text)
    found = SPRITE.search(text)
    if found:
        symbols = {symbol[1]: symbol[0] for symbol in SYMBOL.finditer(found[1])}
        drawings.update(symbols)
        kept = f"{EMPTY}{symbols.get(WITHOUT_SCRIPT, '')}</svg>"
        text = text[: found.start()] + kept + text[found.end() :]
        script = f'<script src="{"../" * depth}{ICONS}" defer></script></head>'
        text = text.replace("</head>", script, 1)
    return text if AS_WRITTEN.search(text) else INDENT.sub("\n", text)
