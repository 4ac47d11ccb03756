"""Verdicts lent by earlier runs, by other processes or by the disk are those of a plain run."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.check import Reuse, check_tree, judge_tree, ledger, pool, store
from catalog.check.fingerprint import PARTS
from catalog.check.judge import digest
from catalog.model import Entry
from catalog.report import RULES
from tests.rules.support import PROJECT, mini, with_example
from tests.test_floors import MODULES, imports, name_of

PLAIN = Reuse(fresh=True)
KEY = bytes(range(32))


@pytest.fixture(autouse=True)
def _own_key(monkeypatch):
    """A key that is not the one of whoever runs the tests."""
    monkeypatch.setattr(ledger, "user_key", lambda: KEY)
    ledger._ledgers.clear()


def written(root: Path, files) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def bad(tmp_path) -> Path:
    """The small catalog beside the wrong example of every rule."""
    files = dict(mini())
    for code, rule in RULES.items():
        path, changed = with_example(rule.explanation.bad)
        folder, _, name = path.partition("/")
        if folder not in ("vocab", "docs"):
            files[f"{folder}/co-{code.lower()}-{name}"] = changed[path]
    return written(tmp_path / "mal", files)


@pytest.fixture
def good(tmp_path) -> Path:
    return written(tmp_path / "bien", mini())


def same(root: Path, reuse: Reuse) -> None:
    """A run with this help says what a plain run says."""
    plain, helped = (check_tree(root, PROJECT, reuse=how) for how in (PLAIN, reuse))
    assert helped.findings == plain.findings
    assert [f.edit for f in helped.findings] == [f.edit for f in plain.findings]
    assert helped.entries == plain.entries
    assert helped.names == plain.names
    assert judge_tree(root, PROJECT, reuse=reuse).findings == plain.findings


def in_a_new_process(root: Path, folder: Path) -> None:
    """The same as a process that remembers nothing and finds only the folder."""
    ledger._ledgers.clear()
    same(root, Reuse(folder=folder))


def everything(entries) -> dict[tuple[str, str], Entry]:
    return {
        (folder, id): entry
        for folder in ("cases", "practices", "organizations", "sources", "collections")
        for id, entry in getattr(entries, folder).items()
    }


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_say_the_same(bad, method, monkeypatch):
    if method not in pool.multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} here")
    monkeypatch.setattr(pool, "_method", lambda: method)
    monkeypatch.setattr(pool, "CHUNK", 7)
    same(bad, Reuse(fresh=True, processes=2))


def test_without_processes_the_rest_is_judged_here(bad, monkeypatch):
    def dies(*_):
        yield from ()
        raise pool.BrokenExecutor

    monkeypatch.setattr(pool, "_spread", dies)
    same(bad, Reuse(fresh=True, processes=2))


def test_the_disk_says_the_same(bad, good):
    for root in (bad, good):
        for _ in range(2):
            in_a_new_process(root, root / "cache")


def test_real_content(tmp_path):
    plain = check_tree(PROJECT, PROJECT, reuse=PLAIN)
    for processes in (2, None):
        ledger._ledgers.clear()
        reuse = Reuse(folder=tmp_path, processes=processes)
        helped = check_tree(PROJECT, PROJECT, reuse=reuse)
        assert helped.findings == plain.findings
        assert helped.entries == plain.entries


def test_unchanged_entries_are_the_same_objects(good):
    first = check_tree(good, PROJECT)
    case = good / "cases" / "co-caso.md"
    case.write_text(case.read_text(encoding="utf-8") + "\nMás.\n", encoding="utf-8")
    second = check_tree(good, PROJECT)
    assert first.entries.vocabularies is second.entries.vocabularies
    after = everything(second.entries)
    changed = {key for key, entry in everything(first.entries).items() if after[key] is not entry}
    assert changed == {("cases", "co-caso")}


def test_only_changed_files_are_judged_again(good, monkeypatch):
    in_a_new_process(good, good / "cache")
    ledger._ledgers.clear()
    case = good / "cases" / "co-caso.md"
    case.write_text(case.read_text(encoding="utf-8") + "\nMás.\n", encoding="utf-8")
    seen = []
    judge = pool.Judge.file
    monkeypatch.setattr(
        pool.Judge,
        "file",
        lambda self, kind, file: seen.append(file.label) or judge(self, kind, file),
    )
    check_tree(good, PROJECT, reuse=Reuse(folder=good / "cache"))
    assert seen == ["cases/co-caso.md"]


def forged(data: bytes) -> bytes:
    """The same verdicts under the seal of another key, as a pull request could bring them."""
    rest = data.partition(b"\n")[2]
    made_by = next(iter(ledger._ledgers.values())).fingerprint
    other = store.Store(Path(), made_by, bytes(32))
    return other.seal(store.VERDICTS, rest) + b"\n" + rest


SPOILT = {
    "empty": lambda _: b"",
    "cut": lambda data: data[: len(data) // 2],
    "one letter": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "no seal": lambda data: data.partition(b"\n")[2],
    "foreign": forged,
    "bytes": lambda _: bytes(range(256)) * 9,
    "longer": lambda data: data + b"\n" + data.rpartition(b"\n")[2],
}


@pytest.mark.parametrize("name", [store.VERDICTS, store.ENTRIES])
@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_store_is_an_absent_one(good, name, spoil):
    folder = good / "cache"
    in_a_new_process(good, folder)
    file = folder / name
    file.write_bytes(spoil(file.read_bytes()))
    keeper = store.Store(folder, next(iter(ledger._ledgers.values())).fingerprint, KEY)
    assert keeper.lines(name) == []
    in_a_new_process(good, folder)


def test_a_lie_under_another_seal_is_not_believed(good):
    """The verdict on a sound file, given to a broken one by somebody who has not the key."""
    folder = good / "cache"
    in_a_new_process(good, folder)
    case = good / "cases" / "co-caso.md"
    sound = digest(case.read_bytes())
    case.write_text(case.read_text("utf-8").replace("period:", "periodo:"), "utf-8")
    lie = (folder / store.VERDICTS).read_text("utf-8").replace(sound, digest(case.read_bytes()))
    (folder / store.VERDICTS).write_bytes(forged(lie.encode()))
    in_a_new_process(good, folder)
    assert judge_tree(good, PROJECT, reuse=Reuse(folder=folder)).failed


def test_another_program_or_other_words_lend_nothing(good):
    folder = good / "cache"
    in_a_new_process(good, folder)
    assert store.Store(folder, "otro", KEY).verdicts() == {}


def test_links_lead_neither_reading_nor_writing_away(good, tmp_path):
    away = tmp_path / "fuera"
    away.mkdir()
    (good / "build").symlink_to(away)
    in_a_new_process(good, good / "build" / "cache")
    assert list(away.iterdir()) == []


def test_git_never_sees_the_folder(good):
    in_a_new_process(good, good / "cache")
    assert (good / "cache" / ".gitignore").read_text() == "*\n"


def test_a_disk_that_takes_nothing_is_no_fault(good, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    in_a_new_process(good, good / "cache")
    assert not (good / "cache" / store.VERDICTS).exists()


def test_the_key_is_the_users_and_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(store.click, "get_app_dir", lambda *_, **__: str(tmp_path / "usuario"))
    key = store.user_key()
    assert key is not None
    assert len(key) == store.KEY_LENGTH
    assert store.user_key() == key
    (tmp_path / "usuario" / store.KEY_FILE).write_bytes(b"corta")
    assert store.user_key() is None


def test_the_fingerprint_covers_every_module_that_judges():
    by_name = {name_of(path): path for path in MODULES}
    known, waiting = set(), ["catalog.check.judge", "catalog.check.pool"]
    while waiting:
        name = waiting.pop()
        if name in by_name and name not in known:
            known.add(name)
            waiting += [module for module, _ in imports(by_name[name])]
    parts = {name.split(".")[1] for name in known if "." in name}
    assert parts == {part.removesuffix(".py") for part in PARTS}


FILES = [path for path in mini() if not path.startswith("docs/")]
EDITS = {
    "a word more": lambda text: text.replace("\n---\n\n", "\n---\n\nAlgo más.\n\n", 1),
    "broken": lambda text: text.replace(": ", ": [", 1),
    "unknown field": lambda text: text.replace("title:", "titulo:", 1),
    "other reference": lambda text: text.replace("fuente-uno", "fuente-dos"),
    "lost reference": lambda text: text.replace("fuente-uno", "fuente-perdida"),
    "a synonym": lambda text: text.replace("sector: leather", "sector: curtiembre"),
    "a term gone": lambda text: text.replace("- id: leather", "- id: cuero"),
    "trailing space": lambda text: text.replace("\n", " \n", 2),
    "the same title": lambda text: text.replace("title: ", "title: Un título que se repite #", 1),
}
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.sampled_from(FILES), st.sampled_from(sorted(EDITS))),
        st.tuples(st.just("rename"), st.sampled_from(FILES), st.sampled_from("ab")),
        st.tuples(st.just("delete"), st.sampled_from(FILES), st.just("")),
        st.tuples(st.just("restore"), st.sampled_from(FILES), st.just("")),
    ),
    min_size=1,
    max_size=5,
)


def step(root: Path, what: str, name: str, how: str) -> None:
    path = root / name
    if what == "restore":
        path.write_text(mini()[name], encoding="utf-8")
    elif not path.exists():
        return
    elif what == "edit":
        path.write_text(EDITS[how](path.read_text(encoding="utf-8")), encoding="utf-8")
    elif what == "rename":
        path.rename(path.with_stem(f"{path.stem}-{how}"))
    else:
        path.unlink()


@settings(max_examples=25)
@given(STEPS)
def test_any_sequence_of_changes(steps):
    with tempfile.TemporaryDirectory() as folder:
        root = written(Path(folder), mini())
        ledger._ledgers.clear()
        for number, (what, name, how) in enumerate(steps):
            step(root, what, name, how)
            same(root, Reuse(folder=root / "cache"))
            if number % 2:
                in_a_new_process(root, root / "cache")
