"""Follow the addresses of the sources and say which ones have been failing for a while.

One failure says little: servers rest and networks break. The state of past runs is kept in a file,
and an address is told only after ``--after`` failures in a row. Polite: one request at a time to
each host with a pause between them, no bodies downloaded, and a name to complain to.
"""

from __future__ import annotations

import argparse
import http.client
import ipaddress
import json
import socket
import sys
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlsplit

from catalog.check import check_tree
from catalog.model import SourceEntry
from catalog.review.escape import code, escape
from catalog.settings import load_settings

PROJECT = Path(__file__).resolve().parents[1]
OK, FAILED, UNDECIDED = "ok", "failed", "undecided"
REFUSES_HEAD = {400, 403, 404, 405, 406, 501}
UNDECIDED_CODES = {401, 402, 403, 406, 407, 418, 423, 429, 451, 503, 999}
"""The server lives but does not show itself to programs, or asks to come back later."""
HOSTS_AT_ONCE = 8
MOST_REDIRECTS = 5
SAFE = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: one of OK, FAILED, UNDECIDED, with the words for people."""

    outcome: str
    words: str


@dataclass(frozen=True, slots=True)
class Record:
    """What is remembered of an address from run to run."""

    failures: int = 0
    since: str = ""
    words: str = ""


class Guarded(urllib.request.HTTPRedirectHandler):
    """Follows redirects only to public web addresses."""

    max_redirections = MOST_REDIRECTS

    def __init__(self, public_only: bool) -> None:
        self.public_only = public_only

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: object,
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The next request; an error when it leads out of the public web."""
        if self.public_only and not public(newurl):
            raise urllib.error.URLError("redirige fuera de la web pública")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


class Visitor:
    """Asks one address at a time."""

    def __init__(self, agent: str, timeout: float = 20.0, public_only: bool = True) -> None:
        self.agent = agent
        self.timeout = timeout
        self.public_only = public_only
        self.opener = urllib.request.build_opener(Guarded(public_only))

    def visit(self, url: str) -> Answer:
        """HEAD, and GET where a server does not like HEAD."""
        if not web(url) or (self.public_only and not public(url)):
            return Answer(FAILED, "el nombre no existe o no es una dirección pública")
        answer, status = self._ask(url, "HEAD")
        if status in REFUSES_HEAD:
            answer, _ = self._ask(url, "GET")
        return answer

    def _ask(self, url: str, method: str) -> tuple[Answer, int]:
        request = urllib.request.Request(quote(url, safe=SAFE), method=method)
        request.add_header("User-Agent", self.agent)
        request.add_header("Accept", "*/*")
        try:
            with self.opener.open(request, timeout=self.timeout) as response:
                return Answer(OK, f"responde {response.status}"), response.status
        except urllib.error.HTTPError as error:
            error.close()
            undecided = error.code in UNDECIDED_CODES
            return Answer(UNDECIDED if undecided else FAILED, f"responde {error.code}"), error.code
        except (OSError, http.client.HTTPException, ValueError) as problem:
            return Answer(FAILED, reason(problem)), 0


def reason(problem: Exception) -> str:
    """Why no answer came, for people."""
    cause = getattr(problem, "reason", problem)
    if isinstance(cause, TimeoutError):
        return "no contesta a tiempo"
    if isinstance(cause, socket.gaierror):
        return "el nombre no existe"
    return f"no se pudo conectar: {str(cause)[:120]}"


def web(url: str) -> bool:
    """True for http and https addresses with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def public(url: str) -> bool:
    """True when every address of the host is a public one: a source must not reach inside."""
    if not web(url):
        return False
    try:
        found = socket.getaddrinfo(urlsplit(url).hostname, None)
    except (OSError, UnicodeError):
        return False
    return all(ipaddress.ip_address(str(row[4][0]).split("%")[0]).is_global for row in found)


def visit_all(urls: Iterable[str], visitor: Visitor, pause: float) -> dict[str, Answer]:
    """Answers by address. Hosts side by side, the addresses of one host one after the other."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in sorted(set(urls)):
        by_host[urlsplit(url).netloc.lower() if web(url) else ""].append(url)

    def one_host(mine: list[str]) -> list[tuple[str, Answer]]:
        answers = []
        for n, url in enumerate(mine):
            if n:
                time.sleep(pause)
            answers.append((url, visitor.visit(url)))
        return answers

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        return {
            url: answer for rows in pool.map(one_host, by_host.values()) for url, answer in rows
        }


def remember(
    state: Mapping[str, Record], answers: Mapping[str, Answer], today: str
) -> dict[str, Record]:
    """The state after a run. What is no longer asked is forgotten; what is undecided stays."""
    found = {}
    for url, answer in sorted(answers.items()):
        old = state.get(url, Record())
        if answer.outcome == OK:
            found[url] = Record()
        elif answer.outcome == FAILED:
            found[url] = Record(old.failures + 1, old.since or today, answer.words)
        else:
            found[url] = replace(old, words=answer.words)
    return found


def read_state(path: Path) -> dict[str, Record]:
    """What past runs left; nothing where there is none or it cannot be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {
            str(url): Record(int(row["failures"]), str(row["since"]), str(row["words"]))
            for url, row in data.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_state(path: Path, state: Mapping[str, Record]) -> None:
    """Keep only what differs from «never failed»."""
    rows = {url: asdict(record) for url, record in state.items() if record.failures}
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def issue(flagged: Mapping[str, Record], named_by: Mapping[str, list[str]]) -> str:
    """The text of the one issue, empty when nothing is flagged."""
    if not flagged:
        return ""
    rows = [
        f"| {', '.join(code(f'sources/{id}.yml') for id in named_by[url])} | {code(url)} "
        f"| {escape(record.since)} | {record.failures} | {escape(record.words)} |"
        for url, record in sorted(flagged.items())
    ]
    head = (
        "Estas direcciones llevan varias revisiones seguidas sin responder. En cada fuente ponga "
        "`link_status: failing` (o `dead` si ya no volverá) y, si hay una copia, `archive_url`."
    )
    table = ["| Fuente | Dirección | Desde | Veces | Qué pasa |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([head, "", *table, *rows]) + "\n"


def addresses(sources: Iterable[SourceEntry]) -> dict[str, list[str]]:
    """Addresses to follow with the ids of the sources that name them."""
    found: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        if source.link_status != "dead" and source.URL:
            found[source.URL].append(source.id)
        if source.archive_url:
            found[source.archive_url].append(source.id)
    return {url: sorted(ids) for url, ids in found.items()}


def main(arguments: list[str] | None = None) -> int:
    """Follow every address once and write state and issue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=PROJECT)
    parser.add_argument("--state", type=Path, required=True, help="remembered from run to run")
    parser.add_argument("--issue", type=Path, required=True, help="text of the issue, or empty")
    parser.add_argument("--after", type=int, default=3, help="failures in a row before telling")
    parser.add_argument("--pause", type=float, default=2.0, help="seconds between two of one host")
    parser.add_argument("--timeout", type=float, default=20.0)
    parser.add_argument("--private", action="store_true", help="also follow private addresses")
    chosen = parser.parse_args(arguments)
    settings = load_settings(chosen.root, PROJECT)
    agent = f"CatalogoPML-enlaces/1.0 (+{settings.repository or settings.site_url})"
    entries = check_tree(chosen.root, PROJECT).entries
    named_by = addresses(s for s in entries.sources.values() if s.tombstone is None)
    visitor = Visitor(agent, chosen.timeout, public_only=not chosen.private)
    answers = visit_all(named_by, visitor, chosen.pause)
    today = datetime.now(UTC).date().isoformat()
    state = remember(read_state(chosen.state), answers, today)
    flagged = {url: record for url, record in state.items() if record.failures >= chosen.after}
    write_state(chosen.state, state)
    chosen.issue.write_text(issue(flagged, named_by), encoding="utf-8")
    bad = sum(record.failures > 0 for record in state.values())
    print(f"{len(answers)} direcciones: {bad} fallan, {len(flagged)} desde hace varias revisiones.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
