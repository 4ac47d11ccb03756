"""One policy: the same in every page, in `_headers` and in what is advised for other servers."""

import re

import pytest

from tests.vocabulary import PROJECT

NAME = "Content-Security-Policy"
META = re.compile(rf'<meta http-equiv="{NAME}" content="([^"]*)">')
HEAD = PROJECT / "theme/partials/head.html"
OWN_PAGES = sorted(
    path
    for folder in ("theme", "templates")
    for path in (PROJECT / folder).rglob("*.*")
    if path.suffix in (".html", ".j2") and META.search(path.read_text(encoding="utf-8"))
)
OPEN_DOORS = re.compile(r"unsafe|\*|data:|blob:|http:|nonce-|strict-dynamic")
SCRIPTS = ("script-src", "script-src-elem", "script-src-attr", "default-src")


def policy_of(text):
    """Directives by name."""
    parts = (part.split() for part in text.split(";") if part.strip())
    return {name: set(values) for name, *values in parts}


def block(kind):
    """The lines of a server's settings in the page on publishing, as headers by name."""
    text = (PROJECT / "docs/publicar.md").read_text(encoding="utf-8")
    (lines,) = re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)
    return dict(re.findall(r'^(?:add_header|Header always set) ([\w-]+) "([^"]*)"', lines, re.M))


def published():
    """The headers of `_headers`, all of which hold for every path."""
    lines = (PROJECT / "docs/_headers").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith(("#", " "))] == ["/*"]
    return dict(line.strip().split(": ", 1) for line in lines if line.startswith("  "))


SERVERS = {"_headers": published(), "nginx": block("nginx"), "apache": block("apache")}


@pytest.mark.parametrize("server", SERVERS)
def test_headers_say_what_the_pages_say(server):
    (meta,) = META.findall(HEAD.read_text(encoding="utf-8"))
    assert policy_of(SERVERS[server][NAME]) == policy_of(meta)
    assert SERVERS[server] == SERVERS["_headers"]


@pytest.mark.parametrize("path", OWN_PAGES, ids=lambda path: path.name)
def test_no_policy_opens_a_door(path):
    (meta,) = META.findall(path.read_text(encoding="utf-8"))
    policy = policy_of(meta)
    assert policy["default-src"] in ({"'self'"}, {"'none'"})
    assert "base-uri" in policy
    opened = [v for name in SCRIPTS for v in policy.get(name, ()) if OPEN_DOORS.search(v)]
    assert opened == []


def test_policies_are_found():
    assert {"head.html", "texto.html", "redireccion.html"} <= {path.name for path in OWN_PAGES}


def test_every_page_carries_a_policy(built):
    bare = [
        path.relative_to(built.site).as_posix()
        for path in built.site.rglob("*.html")
        if NAME not in path.read_text(encoding="utf-8")
    ]
    assert bare == []
    assert (built.site / "_headers").read_text(encoding="utf-8").endswith("same-origin\n")
