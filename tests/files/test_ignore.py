"""What a line of `.gitignore` means, which is what git says, and how long it takes, which is no long time."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from nanproof.files.discovery import discover
from nanproof.files.ignore import IgnoreRules, rules_around

NAMES = ("a", "b", "ab", "aab", "a.py", "b.py", "[a]", "a b", "a ", "é", "-", "]", "^", "!a", "#a", "\\a", "A", "5")
WITHOUT_SPACES = r"""
    a b ab .py / / * * ** *** ? ?? **/ /** /**/ \ \/ \* \a ! # é [ ] [a] [!a] [^a] [a-b] [z-a] []a] [!]a] []-a] [a [] [!
    [\]] [\ [a- [a-] [--a] [a\-b] [+--] [.-a] [[:alpha:]] [[:digit:]_] [[:nonsense:]] [[:alpha:] [[: [[:] [[:]] [[::]]
    [[] [![:upper:]] [[:space:]-a] [[:punct:]]
"""
PIECES = (*WITHOUT_SPACES.split(), " ", "\\ ", "\t", "\r")


def paths(chosen: random.Random) -> list[str]:
    return ["/".join(chosen.choices(NAMES, k=chosen.choice((1, 1, 2, 2, 3)))) for _ in range(12)]


def patterns(chosen: random.Random, count: int) -> list[str]:
    return ["".join(chosen.choices(PIECES, k=chosen.choice((1, 2, 2, 3, 3, 4, 5)))) for _ in range(count)]


def told_by_git(root: Path, asked: list[str]) -> set[str]:
    """Return the paths that git ignores. It says of each which line decides; a line that begins with `!` keeps it."""
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    command = ["git", "-c", "core.excludesFile=", "check-ignore", "--no-index", "-v", "-z", "--stdin"]
    done = subprocess.run(
        command, cwd=root, input="\0".join(asked).encode(), capture_output=True, check=False, timeout=300
    )
    assert done.returncode in (0, 1), done.stderr
    fields = done.stdout.decode().split("\0")
    return {path for line, path in zip(fields[2::4], fields[3::4], strict=False) if not line.startswith("!")}


def told_by_us(root: Path, asked: list[str]) -> set[str]:
    around = rules_around(root)
    rules = {folder: around.inside(f"{root}/{folder}") for folder in {path.partition("/")[0] for path in asked}}
    return {path for path in asked if is_ignored(root, path, rules[path.partition("/")[0]])}


def is_ignored(root: Path, path: str, rules: IgnoreRules) -> bool:
    """Say whether a path or a folder around it is ignored, as who walks down to it finds out."""
    folder, *below = path.split("/")
    at = f"{root}/{folder}"
    for number, name in enumerate(below, 1):
        at = f"{at}/{name}"
        if rules.ignore(at, is_folder=number < len(below)):
            return True
    return False


def test_git_agrees_on_thousands_of_patterns(tmp_path: Path) -> None:
    chosen = random.Random(11)
    asked = []
    for number, pattern in enumerate(patterns(chosen, 3_000)):
        folder = tmp_path / f"f{number}"
        folder.mkdir()
        (folder / ".gitignore").write_bytes(pattern.encode() + b"\n")
        asked += [f"f{number}/{path}" for path in dict.fromkeys(paths(chosen))]
    git, ours = told_by_git(tmp_path, asked), told_by_us(tmp_path, asked)
    assert len(git) > 2_000
    wrong = sorted(git ^ ours)
    assert not wrong, [(path, (tmp_path / path.split("/")[0] / ".gitignore").read_bytes()) for path in wrong[:20]]


CLASSES = ["alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit"]


def test_git_agrees_on_the_classes_of_characters(tmp_path: Path) -> None:
    asked = []
    for name in CLASSES:
        (tmp_path / name).mkdir()
        (tmp_path / name / ".gitignore").write_text(f"[[:{name}:]]\n")
        asked += [f"{name}/{chr(code)}" for code in range(1, 128) if chr(code) not in "/."]
    git = told_by_git(tmp_path, asked)
    assert len(git) > 400
    assert told_by_us(tmp_path, asked) == git


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("[z-a]\n", ["a.py", "b.py"]),
        ("[z-a]\na.py\n[\n", ["b.py"]),
        ("[[:nonsense:]]\n**a\\\nb.py\n", ["a.py"]),
        ("\0\nb.py\0c\n", ["a.py"]),
    ],
)
def test_a_line_that_git_cannot_read_is_passed_over(lines: str, kept: list[str], tmp_path: Path) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).touch()
    (tmp_path / ".gitignore").write_text(lines)
    assert [Path(file).name for file in discover([str(tmp_path)]).files] == kept


HANGS = [
    "*a" * 14 + "b",
    "*a" * 14 + "b/",
    "*" * 200 + "b",
    "**/" * 60 + "b",
    "**/*a" * 14 + "b",
    "**/a*" * 20 + "/b",
    "?*" * 60 + "b",
    "[!b]*" * 40 + "b",
    "a**" * 60 + "b",
    "/" + "*a*/**/" * 12 + "b",
]

ONE_NAME, MANY_FOLDERS = "a" * 250, "/".join(["a" * 50] * 60)

MATCHED = """
import sys
from pathlib import Path
from nanproof.files.ignore import pattern_of
for line in sys.argv[2:]:
    pattern = pattern_of(line.encode())
    path = sys.argv[1].encode()
    assert pattern is not None and not pattern.matches(path, path.rpartition(b"/")[2], True), line
"""


@pytest.mark.parametrize("path", [ONE_NAME, MANY_FOLDERS], ids=["long name", "many folders"])
def test_no_pattern_takes_long(path: str) -> None:
    command = [sys.executable, "-c", MATCHED, path, *HANGS]
    assert subprocess.run(command, check=False, timeout=60).returncode == 0


def test_nobody_waits_for_rules_that_are_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".gitignore")
    (tmp_path / "a.py").touch()
    command = [sys.executable, "-m", "nanproof", "check", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, "Found no problems (1 file checked).\n")


def test_rules_behind_a_link_are_none_as_for_git(tmp_path: Path) -> None:
    (tmp_path / "rules").write_text("a.py\n")
    (tmp_path / "a.py").touch()
    (tmp_path / ".gitignore").symlink_to("rules")
    assert len(discover([str(tmp_path)]).files) == 1
    assert told_by_git(tmp_path, ["a.py"]) == set()
