"""The generated JSON Schema and the rules agree: real content is valid, wrong content is not."""

import json
import re

import pytest
import yaml
from jsonschema import Draft7Validator

from catalog.export import json_schemas
from catalog.model import Kind
from tests.vocabulary import PROJECT, VOCABULARIES

SCHEMAS = {name: json.loads(text) for name, text in json_schemas(VOCABULARIES).items()}
JUDGES = {name: Draft7Validator(schema) for name, schema in SCHEMAS.items()}


class Core(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: dates are text, and only true and false are logical."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", "~n\0"),
    ("int", r"-?\d+", "-0123456789"),
    ("float", r"-?\d+\.\d+", "-0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)


def front(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = text.split("---\n", 2)[1]
    return yaml.load(text, Loader=Core)


@pytest.mark.parametrize("kind", list(Kind))
def test_schemas_are_schemas(kind):
    Draft7Validator.check_schema(SCHEMAS[kind.value])


@pytest.mark.parametrize("kind", list(Kind))
def test_all_real_content_is_valid(kind):
    wrong = [
        f"{path.name} {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for path in sorted((PROJECT / kind.folder).glob(f"*{kind.suffix}"))
        for error in JUDGES[kind.value].iter_errors(front(path))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "change",
    [
        {"title": "corto"}, {"level": "empresa"}, {"contry": "BO"}, {"sources": []},
        {"period": "21/11/2002"}, {"results": [{"indicator": "water_use"}]}, {"country": "Bolivia"},
    ],
)  # fmt: skip
def test_wrong_content_is_not(change):
    good = front(PROJECT / "cases/bo-curtiembre-san-lorenzo.md")
    assert JUDGES["case"].is_valid(good)
    assert not JUDGES["case"].is_valid(good | change)


def test_editors_show_label_and_help():
    level = SCHEMAS["case"]["properties"]["level"]
    assert level["title"] == "Nivel"
    assert level["description"]


def test_editors_find_the_schemas():
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text(encoding="utf-8"))
    mapped = settings["yaml.schemas"]
    for kind in Kind:
        assert mapped[f"build/docs/datos/esquema/{kind}.json"] == f"{kind.folder}/*{kind.suffix}"
