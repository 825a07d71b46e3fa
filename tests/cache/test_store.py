"""A cache holds what it was given, and is never an error, whatever became of its file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

import pytest

from nanproof.cache import store
from nanproof.cache.folder import FOLDER, OFF, cache_folder
from nanproof.cache.store import NAME, Kept, Store, files_in

ODD = os.fsdecode(b"/p/\xff.py")
ONE = Kept("/p/a.py", "d1", "p1", "[]")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a" / "b"


def of(store: Store, terms: str = "t", root: str = "/p") -> dict[str, tuple[str, str, str]]:
    return {path: (each.digest, each.project, each.text) for path, each in store.of(terms, root).items()}


def test_what_is_kept_is_found_by_terms_and_root(folder: Path) -> None:
    Store(folder).keep("t", "/p", [ONE, Kept(ODD, "d2", "", "[1]")])
    assert of(Store(folder)) == {"/p/a.py": ("d1", "p1", "[]"), ODD: ("d2", "", "[1]")}
    assert of(Store(folder), terms="u") == {}
    assert of(Store(folder), root="/q") == {}


def test_the_latest_counts(folder: Path) -> None:
    store = Store(folder)
    store.keep("t", "/p", [ONE])
    store.keep("t", "/p", [Kept("/p/a.py", "d3", "p3", "[3]")])
    assert of(store) == {"/p/a.py": ("d3", "p3", "[3]")}


def test_what_is_kept_today_is_not_old(folder: Path) -> None:
    store = Store(folder)
    store.keep("t", "/p", [ONE])
    assert store.is_old(ONE)
    assert not store.is_old(store.of("t", "/p")["/p/a.py"])


@pytest.mark.parametrize("content", [b"", b"no SQLite", b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_broken_file_is_begun_anew(folder: Path, content: bytes) -> None:
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(content)
    assert of(Store(folder)) == {}
    Store(folder).keep("t", "/p", [ONE])
    Store(folder).keep("t", "/p", [ONE])
    assert of(Store(folder)) == {"/p/a.py": ("d1", "p1", "[]")}


def test_a_table_of_another_form_is_no_error(folder: Path) -> None:
    folder.mkdir(parents=True)
    with sqlite3.connect(folder / NAME) as database:
        database.execute("CREATE TABLE found (other TEXT)")
    database.close()
    Store(folder).keep("t", "/p", [ONE])
    assert of(Store(folder)) == {}


def test_a_folder_that_cannot_be_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below", Path("/proc/nothing")):
        Store(folder).keep("t", "/p", [ONE])
        assert of(Store(folder)) == {}
        assert files_in(folder) == []


def test_a_file_that_another_run_holds_is_no_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nanproof.cache.store.SECONDS_FOR_OTHERS", 0.01)
    Store(folder).keep("t", "/p", [ONE])
    other = sqlite3.connect(folder / NAME)
    other.execute("BEGIN EXCLUSIVE")
    Store(folder).keep("t", "/p", [Kept("/p/b.py", "", "", "")])
    assert of(Store(folder)) == {}
    other.rollback()
    other.close()
    assert set(of(Store(folder))) == {"/p/a.py"}


def _keep(folder: Path, at: int) -> None:
    store.SECONDS_FOR_OTHERS = 120.0  # a busy machine makes wait, and nothing is to be lost here for that
    for each in range(20):
        Store(folder).keep("t", "/p", [Kept(f"/p/{at}_{each}.py", "", "", "")])


def test_several_runs_may_keep_at_once(folder: Path) -> None:
    runs = [get_context("spawn").Process(target=_keep, args=(folder, at)) for at in range(4)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [run.exitcode for run in runs] == [0] * 4
    assert len(of(Store(folder))) == 80


def test_what_was_of_use_longest_ago_is_forgotten_first(folder: Path) -> None:
    store = Store(folder, most_bytes=200_000)
    for each in range(40):
        store.keep("t", "/p", [Kept(f"/p/{each:02}.py", "", "", "x" * 10_000)])
    left = sorted(of(store))
    assert left[-1] == "/p/39.py"
    assert 5 <= len(left) <= 20
    assert sum(each.stat().st_size for each in files_in(folder)) <= 250_000


@pytest.fixture
def environment() -> Iterator[dict[str, str]]:
    yield {"HOME": "/home/u"}


def test_the_folder_is_that_of_the_user_or_the_one_that_is_named(environment: dict[str, str]) -> None:
    usual = cache_folder(environment)
    assert usual is not None
    assert "nanproof" in usual.parts
    assert cache_folder({**environment, FOLDER: "/x/y"}) == Path("/x/y")
    assert cache_folder({**environment, FOLDER: "/x/y", OFF: "1"}) is None
    assert cache_folder({**environment, FOLDER: "/x/y", OFF: "0"}) == Path("/x/y")
