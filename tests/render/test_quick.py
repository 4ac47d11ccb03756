from traceback import extract_tb

import jinja2
import pytest
from jinja2 import DictLoader, StrictUndefined, UndefinedError, pass_context
from markupsafe import Markup

from catalog.render import BUILDERS, TEMPLATES, training
from catalog.render.env import environment
from catalog.render.quick import Compiled, Quick
from catalog.render.site import Site
from catalog.render.view import Sheet
from catalog.render.write import write
from catalog.settings import Settings
from tests.render import sample

ENGINES = (jinja2.Environment, Quick)
HOSTILE_TO_HTML = "a & <b> \"c\" 'd'"
MACROS = {
    "default": "{% macro f(a, b='x') %}{{ a }}{{ b }}{% endmacro %}{{ f(1) }}{{ f(v, v) }}",
    "named": "{% macro f(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ f(b=v, a=2) }}{{ f(v, b=3) }}",
    "left_out": "{% macro f(a, b) %}{{ b is defined }}{% endmacro %}{{ f(1) }}",
    "more": "{% macro f(a) %}{{ varargs | join(',') }}{{ kwargs }}{% endmacro %}{{ f(1, v, z=v) }}",
    "caller": "{% macro f(a) %}<i>{{ caller() }}</i>{% endmacro %}"
    "{% call f(1) %}{{ v }}{% endcall %}",
    "nested": "{% macro g(a) %}<b>{{ a }}</b>{% endmacro %}{% macro f(a) %}{{ g(g(a)) }}"
    "{% endmacro %}{% for x in [v, 1] %}{{ f(x) }}{{ loop.last }}{% endfor %}",
    "joined": "{% macro f(a) %}<b>{{ a }}</b>{% endmacro %}{{ f(v) ~ v }}{{ [f(v), v] | join }}",
    "kept": "{% macro f(a) %}<b>{{ a }}</b>{% endmacro %}{% set x = f(v) %}{{ x }}{{ x | upper }}",
    "block": "{% set x %}<b>{{ v }}</b>{% endset %}{{ x }}{{ markup }}{{ 1.5 }}{{ none }}{{ [v] }}",
    "context": "{% set y = 3 %}{% for x in [1] %}{{ seen(v) }}{{ v.upper() }}{% endfor %}",
    "imported": "{% import 'piece' as m with context %}{{ m.f(v) }}{{ m.g(1) }}",
}
PIECE = (
    "{% macro f(a) %}{{ a }}{{ v }}{{ seen(a) }}{% endmacro %}{% macro g(a) %}{{ a }}{% endmacro %}"
)


@pass_context
def seen(context, value):
    return f"<{value}{context['v']}>"


def rendered(engine, text, name="page"):
    env = engine(
        loader=DictLoader({name: text, "piece": PIECE}), autoescape=True, undefined=StrictUndefined
    )
    env.globals["seen"] = seen
    return env.get_template(name).render(v=HOSTILE_TO_HTML, markup=Markup("<i>"))


@pytest.mark.parametrize("name", MACROS)
def test_means_what_jinja_says(name):
    plain, quick = (rendered(engine, MACROS[name]) for engine in ENGINES)
    assert quick == plain
    assert plain


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "text",
    [
        "{{ nobody }}",
        "{% macro f(a) %}{{ a }}{% endmacro %}{{ f() }}",
        "{% macro f(a) %}{{ a }}{% endmacro %}{{ f(nobody.x) }}",
    ],
)
def test_an_unknown_name_stays_an_error(engine, text):
    with pytest.raises(UndefinedError):
        rendered(engine, text)


def test_too_many_arguments_stay_an_error():
    with pytest.raises(TypeError, match="not more than 1 argument"):
        rendered(Quick, "{% macro f(a) %}{{ a }}{% endmacro %}{{ f(1, 2) }}")


def test_an_error_names_its_line():
    with pytest.raises(UndefinedError) as found:
        rendered(Quick, "one\ntwo\n{{ nobody }}", name="three")
    assert [step.lineno for step in extract_tb(found.tb) if "template" in step.name][-1] == 3


@pytest.mark.parametrize("text", ["Texto llano con ñ", sample.HOSTILE])
def test_every_page_is_what_jinja_makes_of_it(text):
    settings = Settings(site_url="https://catalogo.example/", repository="https://github.com/x/y")
    site = Site(sample.catalog(text), settings)
    engines = [environment(TEMPLATES, engine) for engine in ENGINES]
    made = (page for builder in BUILDERS.values() for page in builder(site))
    pages = [training.offered(page.make() if isinstance(page, Sheet) else page) for page in made]
    assert len(pages) > 50
    for page in pages:
        plain, quick = (write(page, env, site) for env in engines)
        assert quick == plain, page.address


def test_a_changed_template_is_compiled_anew(tmp_path):
    found = []
    for text in ("one", "one", "two"):
        (tmp_path / "a").write_text(text)
        found.append(environment(tmp_path).get_template("a").render())
    assert found == ["one", "one", "two"]


def test_an_unchanged_template_is_not(tmp_path, monkeypatch):
    (tmp_path / "a").write_text("{{ 1 }}")
    environment(tmp_path).get_template("a")
    monkeypatch.setattr(Quick, "_generate", None)
    assert environment(tmp_path).get_template("a").render() == "1"


def test_compiled_templates_are_known_by_their_text():
    compiled, env = Compiled(), Quick()
    kept = compiled.get_bucket(env, "a", None, "text")
    kept.code = compile("1", "a", "eval")
    compiled.set_bucket(kept)
    assert compiled.get_bucket(env, "a", None, "text").code is kept.code
    assert compiled.get_bucket(env, "a", None, "other").code is None
