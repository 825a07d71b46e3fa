"""`fuzz.py ignore`: `.gitignore` patterns in random trees; the files that are checked against those that git sees."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from pprint import pformat

from fuzzing.disagreement import Disagreement, reduced
from fuzzing.hanging import guarded
from fuzzing.tally import Tally
from fuzzing.terminal import ran
from nanproof.files.discovery import discover

SECONDS = 20  # for one tree, which takes some hundredths
MOST_STARS = 10
FOLDERS = ("a", "b", "ab", "a b", "é", "x", "A", "foo.py", "[x]")
FILES = (
    "a.py", "b.py", "ab.py", "aab.py", "A.py", "a b.py", " a.py", "é.py", "😀.py", "#a.py", "!b.py", "[x].py", "x.py",
    "a*.py", "a.b.py", "-a.py", "a\\b.py", "b.txt", "a\n.py", f"{'a' * 60}.py",
)  # fmt: skip
_PIECES = (
    "a", "b", "x", "A", ".py", ".p", "*", "*", "**", "?", "/", "/", "[", "]", "[ab]", "[!a]", "[^a]", "[a-c]", "[z-a]",
    "[[:alpha:]]", "[]a]", "[a", "\\", "\\*", "\\#", "\\!", "#", "!", " ", "\\ ", "\t", ".", "..", "é", "😀", "{a,b}",
    "+", "(", ")", "|", "^", "$", "\x0c", "a*b", "*a",
)  # fmt: skip
_WHOLE = (
    "*.py", "a/", "/a", "a/**", "**/a", "**/a.py", "a/**/b.py", "!a.py", "!*.py", "*", "!*/", "# a", "", "/", "//", "!",
    "\\", "*/", "**", "***", "a/*", "!a/", "foo.py/", "/*.py", "[z-a]", "[z-a].py", f"{'*a' * 14}b", f"{'a*' * 12}!",
)  # fmt: skip
_GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}

Tree = Mapping[str, bytes]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--trees", type=int, default=500, help="how many (default: 500)")


def run(asked: argparse.Namespace) -> int:
    tally = Tally("trees", asked.trees)
    patterns = 0
    for session in range(asked.trees) if asked.session is None else (asked.session,):
        files = tree(random.Random(f"{asked.seed}:{session}"))
        patterns += sum(data.count(b"\n") for name, data in files.items() if name.endswith(".gitignore"))
        failure = disagreement(files)
        if failure is not None:
            _tell(tally, failure, asked, session, files)
        tally.add()
        if tally.failures >= asked.failures:
            break
    return tally.close(f"seed {asked.seed}, {patterns:,} patterns")


def tree(chance: random.Random) -> Tree:
    """Return the files of a tree by their paths, among them some `.gitignore`."""
    folders = [""]
    for _ in range(chance.randrange(1, 5)):
        folders.append(f"{chance.choice(folders)}{chance.choice(FOLDERS)}/")
    files = {f"{chance.choice(folders)}{chance.choice(FILES)}": b"" for _ in range(chance.randrange(3, 16))}
    for folder in {"", chance.choice(folders)}:
        files[f"{folder}.gitignore"] = _patterns(chance)
    taken = {name.rstrip("/") for name in folders}
    return {name: data for name, data in files.items() if name not in taken}


def _patterns(chance: random.Random) -> bytes:
    lines = (
        chance.choice(_WHOLE)
        if chance.random() < 0.4
        else "".join(chance.choices(_PIECES, k=chance.choice((1, 2, 3, 4, 6))))
        for _ in range(chance.randrange(1, 5))
    )
    text = "".join(f"{line}{chance.choice(_LINE_ENDS)}" for line in lines).encode()
    return chance.choice((b"\xef\xbb\xbf", b"", b"", b"", b"", b"")) + text + chance.choice((b"", b"", b"", b"\xff*\n"))


_LINE_ENDS = ("\n", "\n", "\n", "\r\n")


def disagreement(files: Tree) -> Disagreement | None:
    """Search a tree as git and as nanproof do, and check it; return where they disagree."""
    with tempfile.TemporaryDirectory(prefix="fuzzed") as folder:
        root = Path(folder).resolve()
        for name, data in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        _git(root, "init", "-q")
        try:
            with guarded(SECONDS):
                found = sorted(os.path.relpath(path, root) for path in discover([str(root)]).files)
                ran(["check", str(root)])
        except Disagreement as failure:
            return failure
        except Exception as error:
            return Disagreement.of(error)
        if any(data.count(b"*") > MOST_STARS for name, data in files.items() if name.endswith(".gitignore")):
            return None  # git tries all ways to share a name out among the stars, for hours
        listed = _git(root, "ls-files", "-z", "--others", "--exclude-standard").split(b"\0")
        seen = sorted(name for name in map(os.fsdecode, listed) if name.endswith(".py"))
        return None if found == seen else Disagreement("files", repr(found), repr(seen))


def _git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(
        ["git", *arguments], cwd=root, env={**os.environ, **_GIT}, check=True, capture_output=True
    ).stdout


def _tell(tally: Tally, failure: Disagreement, asked: argparse.Namespace, session: int, files: Tree) -> None:
    """Leave out files, then lines of the patterns."""

    def fails(some: list[tuple[str, bytes]]) -> bool:
        joined: dict[str, bytes] = {}
        for name, data in some:
            joined[name] = joined.get(name, b"") + data
        again = disagreement(joined)
        return again is not None and again.kind == failure.kind

    split = [(name, line) for name, data in files.items() for line in data.splitlines(keepends=True) or [b""]]
    fewest = split if failure.kind == "Hung" else reduced(split, lambda some: fails(list(some)), asked.reduce)
    path = asked.out / f"ignore-{asked.seed}-{session}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(pformat(list(fewest), width=120), "utf-8")
    tally.fail(failure, f"fuzz.py ignore --seed {asked.seed} --session {session}", f"{path}: {list(fewest)!r}")
