"""What a device needs to know to install the site as an app."""

from __future__ import annotations

import json

from catalog.settings import Settings

MANIFEST = "manifest.webmanifest"
GROUND, BAR = "#faf8f2", "#0f3640"
ICONS = (
    ("assets/favicon.svg", "any", "image/svg+xml", "any"),
    ("assets/app/icono-192.png", "192x192", "image/png", "any"),
    ("assets/app/icono-512.png", "512x512", "image/png", "any"),
    ("assets/app/icono-512-recortable.png", "512x512", "image/png", "maskable"),
)
SHORTCUTS = (("Buscar", "buscar/"), ("Explorar", "explorar/"), ("Prácticas", "practicas/"))


def manifest(settings: Settings) -> str:
    """The web manifest; all addresses are relative, so that it works below any folder."""
    data = {
        "name": settings.site_name,
        "short_name": settings.site_name,
        "description": settings.description,
        "lang": "es",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": GROUND,
        "theme_color": BAR,
        "categories": ["education", "business"],
        "icons": [
            {"src": src, "sizes": sizes, "type": kind, "purpose": purpose}
            for src, sizes, kind, purpose in ICONS
        ],
        "shortcuts": [{"name": name, "url": url} for name, url in SHORTCUTS],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
