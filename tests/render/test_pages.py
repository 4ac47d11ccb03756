from html import unescape
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

import markdown
import pytest
import yaml

from catalog.export import export
from catalog.render import links, render
from catalog.settings import Settings
from tests.render import sample
from tests.vocabulary import PROJECT

SETTINGS = Settings(
    site_url="https://catalogo.example/",
    repository="https://github.com/x/y",
    edition="20 de noviembre de 2026",
    extra={"license_url": "https://creativecommons.org/licenses/by/4.0/deed.es"},
)
BODY = """Antes.

## Situación inicial

Un *texto* con [enlace](https://ejemplo.org) y [ficha](/casos/ong-programa/).

## Qué lo hizo posible

- uno
- dos
"""
HOSTILE_BODY = f"""{sample.HOSTILE}

# Título

## Lecciones

{sample.HOSTILE}

[a](javascript:x) [b](data:text/html,x) [d](//ejemplo.org) ![c](x.png)

<div onclick=x>

    código
"""
FENCES = """Antes.

## Lecciones

````
```
una valla dentro de otra, <b> & --!> [TOC]
```

~~~js
y otra
~~~
````

> ~~~
> ```
> citada
> ```
> ~~~

   ```` `corta` ``````
"""
HOST = "https://sitio.invalid/"
KEYS = set(
    """title description template section permalink icons source_path hide jsonld updated
    changed location canonical robots scripts styles og_image feed kind""".split()  # noqa: SIM905 - a list of words reads best as words
)
TAGS = set(
    """a article aside b blockquote br button caption cite code dd details div dl dt em fieldset
    footer form h1 h2 h3 h4 hr i input label legend li nav noscript ol option
    p path pre q select section small span strong summary svg
    table tbody td th thead title tr ul use wbr""".split()  # noqa: SIM905
)


class Body(HTMLParser):
    """What a test needs to know of the HTML of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.links, self.ids, self.labels, self.attributes = [], [], [], [], set()
        self.open = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in ("br", "hr", "input", "path", "use", "wbr"):
            self.open.append(tag)
        names = dict(attrs)
        self.attributes |= set(names)
        if tag == "a":
            self.links.append(names["href"])
        if tag == "form":
            self.links.append(names["action"])
        if "id" in names:
            self.ids.append(names["id"])
        if "aria-labelledby" in names:
            self.labels.append(names["aria-labelledby"])

    def handle_endtag(self, tag):
        if tag in ("path", "use"):
            return
        assert self.open.pop() == tag


def split(text):
    _, front, rest = text.split("---\n", 2)
    assert rest.startswith("\n<!--\n")
    assert rest.endswith("\n-->\n")
    return yaml.safe_load(front), rest.removeprefix("\n<!--\n").removesuffix("\n-->\n")


@pytest.fixture(scope="module", params=["decent", "hostile", "empty"])
def pages(request):
    made = {
        "decent": lambda: sample.catalog(body=BODY),
        "hostile": lambda: sample.catalog(sample.HOSTILE, HOSTILE_BODY, "javascript:alert(1)"),
        "empty": sample.empty,
    }[request.param]()
    found, findings = render(made, SETTINGS)
    assert not findings
    return {path: split(text) for path, text in found.items() if path.endswith(".md")}


def test_every_address_of_the_design_is_there(pages):
    lists = ("casos", "practicas", "paises", "sectores", "recursos", "niveles", "instrumentos",
             "organizaciones", "fuentes", "evidencia", "lecciones", "glosario")  # fmt: skip
    assert {"index.md", *(f"{name}/index.md" for name in lists)} <= set(pages)


def test_front_matter_holds_only_what_the_theme_knows(pages):
    for path, (meta, _) in pages.items():
        assert set(meta) <= KEYS, path
        assert meta["title"], path


def test_a_page_has_one_first_heading_and_closes_its_tags(pages):
    for path, (_, html) in pages.items():
        body = Body(html)
        assert body.tags.count("h1") == 1, path
        assert body.open == [], path
        assert body.tags[0] in ("article", "div"), path


def test_nothing_of_an_author_becomes_markup(pages):
    for path, (_, html) in pages.items():
        body = Body(html)
        assert set(body.tags) <= TAGS, path
        assert not [name for name in body.attributes if name.startswith("on") or name == "style"], (
            path
        )
        assert not [
            link for link in body.links if urlsplit(link).scheme in ("javascript", "data")
        ], path
        assert "-->" not in html, path
        assert "62615533" not in html, path


def test_ids_are_distinct_and_labels_point_to_them(pages):
    for path, (_, html) in pages.items():
        body = Body(html)
        assert len(body.ids) == len(set(body.ids)), path
        assert set(body.labels) <= set(body.ids), path


def test_there_is_no_blank_line_that_would_end_the_block(pages):
    assert all("\n\n" not in html for _, html in pages.values())


def test_the_engine_hands_the_body_through_untouched(pages):
    for path, (_, html) in list(pages.items())[:60]:
        text = f"<!--\n{html}\n-->"
        assert by_the_engine(text) == text, path


def test_code_that_looks_like_markdown_is_left_alone():
    found, _ = render(sample.catalog(body=FENCES), SETTINGS)
    bodies = [split(text)[1] for text in found.values() if "una valla dentro" in str(text)]
    assert bodies
    for html in bodies:
        text = f"<!--\n{html}\n-->"
        assert by_the_engine(text) == text
        assert "```\nuna valla dentro de otra, <b> & --!> [TOC]\n```" in unescape(html)


def by_the_engine(text):
    """What the extensions of mkdocs.yml make of a text."""
    listed = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    settings = {k: v for e in listed if isinstance(e, dict) for k, v in e.items()}
    names = [next(iter(e)) if isinstance(e, dict) else e for e in listed]
    return markdown.markdown(text, extensions=names, extension_configs=settings)


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize(
    "made", [sample.catalog(body=BODY), sample.empty()], ids=["decent", "empty"]
)
def test_every_link_leads_to_a_page_and_a_place_on_it(made, directory_urls):
    found, _ = render(made, SETTINGS, directory_urls=directory_urls)
    end = "" if directory_urls else "index.html"
    documents = {path: text for path, text in found.items() if path.endswith(".md")}
    bodies = {address(path, end): Body(split(text)[1]) for path, text in documents.items()}
    elsewhere = {f"{HOST}{page}{end}" for page in links.ELSEWHERE}
    elsewhere |= {f"{HOST}{path}" for path in (*found, *export(made, SETTINGS)[0])}
    elsewhere |= {f"{HOST}vendor/{file.name}" for file in (PROJECT / "theme/vendor").iterdir()}
    for here, body in bodies.items():
        for link in body.links:
            to, fragment = urldefrag(urljoin(here, link))
            if not to.startswith(HOST):
                assert urlsplit(to).scheme == "https"
                continue
            to = to.partition("?")[0]
            assert to in bodies or to in elsewhere, f"{here}: {link}"
            assert not fragment or fragment in bodies[to].ids, f"{here}: {link}"


def address(path, end):
    return f"{HOST}{path.removesuffix('index.md')}{end}"


def test_the_same_catalog_gives_the_same_bytes():
    first, _ = render(sample.catalog(body=BODY), SETTINGS)
    again, _ = render(sample.catalog(body=BODY), SETTINGS)
    assert first == again


def test_a_renamed_entry_leads_to_its_new_address(pages):
    if "casos/bo-nombre-viejo/index.md" in pages:
        meta, _ = pages["casos/bo-nombre-viejo/index.md"]
        assert meta["template"] == "redireccion.html"
        assert meta["location"] == "../../casos/bo-completo/"
