"""The list of public repositories: what it holds, what it refuses, and how a repository is cloned."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from repositories.checkouts import CheckoutError, checkout, existing
from repositories.pinned import PinError, Repository, chosen, parsed, pinned

A, B = "a" * 40, "b" * 40
TWO = f"""
[[repository]]
name = "one/lib"
url = "https://example.org/one/lib"
commit = "{A}"

[[repository]]
name = "two/lib"
url = "https://example.org/two/lib"
commit = "{B}"
"""


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def origin(tmp_path: Path) -> Repository:
    """A repository with two commits, of which the first one is listed."""
    folder = tmp_path / "origin"
    folder.mkdir()
    git(folder, "init", "--quiet")
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    (folder / "a.py").write_text("first\n", encoding="utf-8")
    git(folder, "add", "a.py")
    git(folder, "commit", "--quiet", "-m", "first")
    first = git(folder, "rev-parse", "HEAD")
    (folder / "a.py").write_text("second\n", encoding="utf-8")
    git(folder, "commit", "--quiet", "-am", "second")
    return Repository("one/lib", folder.as_uri(), first)


def test_the_list_names_repositories_that_anybody_can_clone() -> None:
    found = pinned()
    assert 15 <= len(found) <= 40
    assert all(each.url == f"https://github.com/{each.name}" for each in found)
    assert [each.name.lower() for each in found] == sorted(each.name.lower() for each in found)


def test_a_list_is_read() -> None:
    assert parsed(TWO) == (
        Repository("one/lib", "https://example.org/one/lib", A),
        Repository("two/lib", "https://example.org/two/lib", B),
    )
    assert parsed(TWO)[0].folder == "one+lib"


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        (A, "a" * 39, "no commit"),
        (A, "main", "no commit"),
        ("two/lib", "one/lib", "twice"),
        ("one/lib", "../lib", "no owner/name"),
        ("url =", "address =", "name, url and commit"),
        (f'"{A}"', "7", "name, url and commit"),
        ("[[repository]]", "[[repo]]", "no [[repository]]"),
        ("name =", "name", "no TOML"),
    ],
)
def test_a_list_that_makes_no_sense_is_refused(was: str, becomes: str, said: str) -> None:
    with pytest.raises(PinError) as refused:
        parsed(TWO.replace(was, becomes))
    assert said in str(refused.value)


def test_the_error_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(PinError, match=r"none\.toml"):
        pinned(tmp_path / "none.toml")


def test_some_are_chosen_by_name() -> None:
    both = parsed(TWO)
    assert chosen(both, None) == both
    assert chosen(both, ["two/lib"]) == both[1:]
    with pytest.raises(PinError, match="three/lib"):
        chosen(both, ["one/lib", "three/lib"])


def test_the_listed_commit_is_cloned_alone_and_used_again(origin: Repository, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    path = checkout(origin, folder)
    assert (path / "a.py").read_text(encoding="utf-8") == "first\n"
    assert git(path, "rev-list", "--count", "HEAD") == "1"
    assert [each.name for each in folder.iterdir()] == ["one+lib"]
    gone = Repository(origin.name, "file:///nowhere", origin.commit)
    assert checkout(gone, folder) == path == existing(gone, folder)


def test_a_failed_clone_leaves_nothing_and_says_why(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    with pytest.raises(CheckoutError, match="fetch"):
        checkout(Repository("one/lib", (tmp_path / "nowhere").as_uri(), A), folder)
    assert not list(folder.iterdir())


def test_a_checkout_of_something_else_is_not_used(origin: Repository, tmp_path: Path) -> None:
    with pytest.raises(CheckoutError, match="is not there"):
        existing(origin, tmp_path)
    path = checkout(origin, tmp_path)
    with pytest.raises(CheckoutError, match="not at bbbbbbbbbbbb"):
        checkout(Repository(origin.name, origin.url, B), tmp_path)
    (path / "a.py").write_text("changed\n", encoding="utf-8")
    with pytest.raises(CheckoutError, match="as it was committed"):
        checkout(origin, tmp_path)
    (tmp_path / "two+lib").mkdir()
    with pytest.raises(CheckoutError, match="no checkout"):
        existing(Repository("two/lib", origin.url, A), tmp_path)
