"""Following links, tried on a server of our own."""

import json
import shutil
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest

from tests.vocabulary import PROJECT
from tools.linkcheck import (
    FAILED,
    OK,
    UNDECIDED,
    Answer,
    Record,
    Visitor,
    issue,
    main,
    public,
    read_state,
    remember,
    visit_all,
)

MINI = PROJECT / "tests/golden/mini"
DAY = "2026-11-21"


class Handler(BaseHTTPRequestHandler):
    def answer(self):
        self.server.seen.append((self.command, self.path, time.monotonic(), self.headers))
        name = self.path.split("/")[1]
        if name == "mueve":
            self.send_response(302)
            self.send_header("Location", "/ok")
        elif name == "circulo":
            self.send_response(302)
            self.send_header("Location", "/circulo")
        elif name == "sale":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
        elif name == "solo-get":
            self.send_response(405 if self.command == "HEAD" else 200)
        elif name == "lento":
            time.sleep(1.5)
            self.send_response(200)
        else:
            self.send_response(int(name) if name.isdigit() else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815 - the names that http.server looks for

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.seen = []
    server.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/ok", OK),
        ("/mueve", OK),
        ("/solo-get", OK),
        ("/informe con espacios y ñ.pdf?a=1&b=2", OK),
        ("/404", FAILED),
        ("/410", FAILED),
        ("/500", FAILED),
        ("/circulo", FAILED),
        ("/sale", FAILED),
        ("/lento", FAILED),
        ("/403", UNDECIDED),
        ("/429", UNDECIDED),
        ("/503", UNDECIDED),
    ],
)
def test_what_an_answer_means(server, path, outcome):
    visitor = Visitor("prueba/1", timeout=0.7, public_only=False)
    assert visitor.visit(server.url + path).outcome == outcome
    assert all(headers["User-Agent"] == "prueba/1" for *_, headers in server.seen)


@pytest.mark.parametrize(
    "url",
    ["ftp://x/y", "javascript:x", "http://", "http://[::1", "http://127.0.0.1:1/", "file:///x"],
)
def test_what_is_not_the_public_web_is_not_asked(url):
    assert not public(url)
    assert Visitor("prueba/1").visit(url).outcome == FAILED


def test_nobody_home():
    assert Visitor("x", public_only=False).visit("http://127.0.0.1:1/").outcome == FAILED


def test_one_host_is_asked_slowly_and_each_address_once(server):
    urls = [f"{server.url}/{n}" for n in ("a", "b", "c")]
    answers = visit_all([*urls, *urls], Visitor("x", public_only=False), pause=0.2)
    assert {answer.outcome for answer in answers.values()} == {OK}
    times = [moment for _, _, moment, _ in server.seen]
    assert len(times) == 3
    assert all(later - sooner >= 0.19 for sooner, later in pairwise(times))


def test_only_failures_in_a_row_count():
    bad, good, unknown = Answer(FAILED, "x"), Answer(OK, "x"), Answer(UNDECIDED, "z")
    state = {}
    for day, answer in ((DAY, bad), ("2026-11-28", bad), ("2026-12-05", unknown)):
        state = remember(state, {"u": answer}, day)
    assert state == {"u": Record(2, DAY, "z")}
    assert remember(state, {"u": bad}, "2026-12-12")["u"].failures == 3
    assert remember(state, {"u": good}, "2026-12-12")["u"] == Record()
    assert remember(state, {}, DAY) == {}


def test_the_issue_shows_texts_and_runs_none():
    url = "https://x.example/`|@torvalds"
    text = issue({url: Record(3, DAY, "@x | y <b>")}, {url: ["fuente-a", "fuente-b"]})
    assert text.count("\n| ") == 3
    assert "@x" not in text
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert issue({}, {}) == ""


@pytest.mark.parametrize("content", ["", "[]", "{", '{"u": 1}', '{"u": {"failures": "x"}}'])
def test_a_state_that_cannot_be_read_starts_afresh(tmp_path, content):
    (tmp_path / "s.json").write_text(content)
    assert read_state(tmp_path / "s.json") == {}


def test_a_source_is_flagged_after_three_runs_and_cleared_by_one_answer(server, tmp_path, capsys):
    root = tmp_path / "catálogo"
    shutil.copytree(MINI, root, ignore=shutil.ignore_patterns("build"))
    source = next((root / "sources").glob("*.yml"))
    kept = "".join(
        line
        for line in source.read_text(encoding="utf-8").splitlines(keepends=True)
        if not line.startswith(("URL:", "link_status:"))
    )
    for other in (root / "sources").glob("*.yml"):
        text = other.read_text(encoding="utf-8")
        other.write_text(
            "".join(
                row for row in text.splitlines(keepends=True) if not row.startswith(("URL", "arch"))
            ),
            encoding="utf-8",
        )
    state, told = tmp_path / "estado.json", tmp_path / "issue.md"
    command = ["--root", str(root), "--state", str(state), "--issue", str(told)]
    command += ["--private", "--pause", "0"]
    source.write_text(f"{kept}URL: {server.url}/404\n", encoding="utf-8")
    for turn in (1, 2, 3):
        assert main(command) == 0
        assert json.loads(state.read_text())[f"{server.url}/404"]["failures"] == turn
        assert (f"sources/{source.name}" in told.read_text()) == (turn == 3)
    source.write_text(f"{kept}URL: {server.url}/ok\n", encoding="utf-8")
    main(command)
    assert told.read_text() == ""
    assert json.loads(state.read_text()) == {}
    assert "1 direcciones: 0 fallan" in capsys.readouterr().out
