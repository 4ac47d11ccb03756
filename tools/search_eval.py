"""How good is the search? Runs the judged queries through the real page in Chromium.

``python -m tools.search_eval [SITE]`` prints hits@1, hits@5 and the mean reciprocal rank (MRR) of
the first acceptable result, in the order in which a reader sees the results, for both halves of
``tests/search/consultas.yml``. Queries of the ``tune`` half whose first result is not acceptable
are listed; those of the held-out half are only counted, so that nobody tunes on them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from tools.chromium import ARGUMENTS, find
from tools.web import serve

PROJECT = Path(__file__).resolve().parents[1]
QUERIES = PROJECT / "tests" / "search" / "consultas.yml"
TUNE, HELD_OUT = "tune", "held_out"
SETTLED = """words => document.title.startsWith(`Buscar: ${words} ·`)
  && document.querySelector('.found').getAttribute('aria-busy') === 'false'"""
ADDRESSES = "links => links.map(a => new URL(a.href).pathname.slice(1))"


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and the addresses that would answer it."""

    text: str
    half: str
    accept: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """A query and the place of its first acceptable result, from 1 on; 0 when there is none."""

    query: Query
    rank: int


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of queries answered at the first place and among the first five, and MRR."""

    n: int
    hits_1: float
    hits_5: float
    mrr: float


def queries(path: Path = QUERIES) -> list[Query]:
    """The judged set."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Query(item["query"], item["half"], frozenset(item["accept"])) for item in data]


def open_search(page: Page, address: str) -> None:
    """Open the search page with its engine loaded, by a word that nobody wrote."""
    page.goto(f"{address}/buscar/?q=zzxxqq")
    page.wait_for_selector(".found .void")


def ask(page: Page, text: str) -> list[str]:
    """Addresses of the results of the open search page, in the order shown."""
    page.fill("main input[type=search]", text)
    page.wait_for_function(SETTLED, arg=text)
    found: list[str] = page.locator("a[data-result]").evaluate_all(ADDRESSES)
    return found


def rank(found: Iterable[str], accept: frozenset[str]) -> int:
    """Place of the first acceptable address, 0 when there is none."""
    return next((place for place, url in enumerate(found, 1) if url in accept), 0)


def judge(browser: Browser, address: str, asked: Iterable[Query]) -> list[Answer]:
    """Every query asked on the search page of the site at ``address``."""
    page = browser.new_page()
    open_search(page, address)
    answers = [Answer(q, rank(ask(page, q.text), q.accept)) for q in asked]
    page.close()
    return answers


def score(answers: Iterable[Answer]) -> Score:
    """The three numbers of some answers."""
    ranks = [answer.rank for answer in answers]
    n = max(1, len(ranks))
    return Score(
        n=len(ranks),
        hits_1=sum(r == 1 for r in ranks) / n,
        hits_5=sum(1 <= r <= 5 for r in ranks) / n,
        mrr=sum(1 / r for r in ranks if r) / n,
    )


def main(arguments: list[str]) -> int:
    """Print both halves."""
    site = Path(arguments[0]) if arguments else PROJECT / "build" / "site"
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        answers = judge(browser, address, queries())
        browser.close()
    for answer in answers:
        if answer.query.half == TUNE and answer.rank != 1:
            print(f"  {answer.rank or '-':>3}  {answer.query.text}")
    print(f"{'half':<10} {'n':>4} {'hits@1':>7} {'hits@5':>7} {'MRR':>6}")
    for half in (TUNE, HELD_OUT):
        s = score(a for a in answers if a.query.half == half)
        print(f"{half:<10} {s.n:>4} {s.hits_1:>7.3f} {s.hits_5:>7.3f} {s.mrr:>6.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
