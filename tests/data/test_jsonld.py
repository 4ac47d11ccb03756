"""JSON-LD judged by PyLD and by schema.org's own vocabulary (vendored, release 30.0)."""

import json
import re
from pathlib import Path

import pytest
import yaml
from pyld import jsonld as pyld

from catalog.citation import Version
from catalog.options import Options
from catalog.pipeline import gather
from catalog.render import jsonld, render
from catalog.render.site import Site
from catalog.settings import load_settings
from tests.entries_hostile import SETTINGS, hostile
from tests.vocabulary import PROJECT

WORDS = json.loads((PROJECT / "tests/vendor/schema-org.json").read_text(encoding="utf-8"))
HTTP = "http://schema.org/"
CONTEXT = {"@context": {"@vocab": HTTP}}
TEXTS = {"Text", "URL", "Number", "Integer", "Boolean", "Date", "DateTime", "Duration", "Time",
         "CssSelectorType", "XPathType", "PronounceableText"}  # fmt: skip


def offline(url, _options=None):
    assert url.rstrip("/") == "https://schema.org", f"nothing else may be asked for: {url}"
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


def above(name):
    return {name}.union(*(above(parent) for parent in WORDS["types"][name]))


def judge(text):
    """Expand with PyLD; every type and property must be of schema.org and fit each other."""
    (node,) = pyld.expand(json.loads(text), {"documentLoader": offline})
    walk(node)
    return node


def walk(node):
    if "@value" in node:
        return
    types = [name.removeprefix(HTTP) for name in node.get("@type", [])]
    assert types, node
    allowed = set().union(*(above(name) for name in types))
    for key, values in node.items():
        if key.startswith("@"):
            continue
        name = key.removeprefix(HTTP)
        assert name in WORDS["properties"], f"{name} is not of schema.org"
        assert allowed & set(WORDS["properties"][name]), f"{name} does not belong to {types}"
        ranges = set(WORDS["ranges"][name])
        for value in values:
            if "@value" in value:
                assert value["@value"] not in ("", None)
                assert ranges & TEXTS, f"{name} wants a thing, not a text"
            else:
                kinds = {t.removeprefix(HTTP) for t in value.get("@type", [])}
                up = set().union(*(above(kind) for kind in kinds))
                assert up & ranges, f"{name} does not take {kinds}"
            walk(value)


def pages_of(site):
    catalog = site.catalog
    for case in catalog.cases.values():
        yield jsonld.case(site, case)
    for practice in catalog.practices.values():
        yield jsonld.practice(site, practice)
    for entry in catalog.organizations.values():
        yield jsonld.organization(site, entry)
    for source in catalog.sources.values():
        yield jsonld.source(site, source)


def test_hostile_texts_stay_texts():
    site = Site(hostile(), SETTINGS)
    for text in pages_of(site):
        assert not set("<>&\u2028\u2029") & set(text)
        judge(text)
    first = judge(jsonld.case(site, site.catalog.cases["c0"]))
    (name,) = first[f"{HTTP}name"]
    assert name["@value"] == site.catalog.cases["c0"].title


@pytest.fixture(scope="module")
def real():
    catalog, _ = gather(Options(root=PROJECT, project=PROJECT))
    return catalog, load_settings(PROJECT, PROJECT)


def test_every_page_of_the_real_catalog(real):
    """Whatever writes it: every ``jsonld`` of every page is valid."""
    documents, _ = render(*real)
    found = {}
    for path, document in documents.items():
        line = re.search(r"^jsonld: (.+)$", document, re.M) if path.endswith(".md") else None
        if line:
            text = yaml.safe_load(line.group(1))
            node = judge(text)
            for name in node["@type"]:
                found.setdefault(name.removeprefix(HTTP), []).append(path)
    assert set(found) >= {"Report", "HowTo", "Organization", "DefinedTermSet"}
    cases = [path for path in found["Report"] if path.startswith("casos/")]
    assert len(cases) == len(real[0].cases)


def test_the_data_set(real):
    site = Site(*real)
    files = [("datos/v1/catalog.json", "JSON"), ("datos/v1/cases.csv", "Casos")]
    node = judge(jsonld.dataset(site, Version("1a2b3c4d"), files))
    assert len(node[f"{HTTP}distribution"]) == 2


def test_bounds_of_reductions_are_in_order():
    site = Site(hostile(), SETTINGS)
    node = json.loads(jsonld.case(site, site.catalog.cases["c0"]))
    first = node["hasPart"]["variableMeasured"][0]
    assert (first["minValue"], first["maxValue"]) == (-15, -10)


def test_the_vendored_words_say_where_they_come_from():
    assert "schema.org/version/30.0" in WORDS["source"]
    assert Path(PROJECT / "tests/vendor/schema-org.json").stat().st_size < 100_000
