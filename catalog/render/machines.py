"""What robots ask for first: `robots.txt`, and `llms.txt` for language models (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Kind
from catalog.render import format, links
from catalog.render.site import Site

DATA = f"{links.DATA}v1/"
PAGES = (
    ("Casos", "casos/", "experiencias documentadas, una página cada una"),
    ("Prácticas", "practicas/", "lo que puede hacerse, con lo que suman sus casos"),
    ("Sectores", "sectores/", "casos y primeros pasos por sector"),
    ("Países", "paises/", "lo que se sabe de cada país y lo que falta"),
    ("Evidencia", "evidencia/", "qué está bien fundado y qué no"),
    ("Metodología", "metodologia/", "cómo se calcula y se verifica"),
    ("Glosario", "glosario/", "qué significa cada palabra, con sus nombres en cada país"),
)
FILES = (
    ("Catálogo completo", "catalog.json", "JSON con textos, cifras y lo calculado"),
    ("Casos", "cases.csv", "una fila por caso"),
    ("Cifras", "results.csv", "una fila por cifra, con unidad, base y fuente"),
    ("Fuentes", "fuentes.csl.json", "todos los documentos en CSL-JSON"),
)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Both files, at the root of the site."""
    yield "robots.txt", robots(site)
    yield "llms.txt", llms(site)


def robots(site: Site) -> str:
    """Everything may be read; the map is named once the site has an address."""
    lines = ["User-agent: *", "Allow: /"]
    if site.settings.site_url:
        lines += ["", f"Sitemap: {site.public('sitemap.xml')}"]
    return "\n".join(lines) + "\n"


def llms(site: Site) -> str:
    """The catalog in a page of Markdown: what it is, how to quote it, where the data is."""
    catalog, settings = site.catalog, site.settings
    counted = [
        format.cases(len(catalog.entries(Kind.CASE))),
        format.plural(len(catalog.entries(Kind.PRACTICE)), "práctica", "prácticas"),
        format.plural(len(catalog.entries(Kind.SOURCE)), "documento", "documentos"),
    ]
    lines = [
        f"# {settings.site_name}",
        "",
        f"> {settings.description or settings.site_name}",
        "",
        f"{', '.join(counted)}. Licencia {settings.license_name}: cite el catálogo y, para una "
        "cifra, la fuente que la ficha nombra.",
        "Cada cifra lleva unidad, base (medida, calculada, estimada, proyectada, declarada) y "
        "fuente. Lo que la fuente no dice queda como «sin dato»: no es cero y no debe suponerse.",
        "Un cambio negativo es una reducción. El dinero está en la moneda y el año de la fuente.",
        "",
        "## Páginas",
        "",
        *(f"- [{name}]({site.public(path)}): {what}" for name, path, what in PAGES),
        "",
        "## Datos",
        "",
        *(f"- [{name}]({site.public(DATA + path)}): {what}" for name, path, what in FILES),
        f"- Una ficha: {site.public(DATA)}casos/<id>.json, con la misma <id> que su página",
    ]
    return "\n".join(lines) + "\n"
