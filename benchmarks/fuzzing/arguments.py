"""`fuzz.py arguments`: random command lines. Each leaves with 0, 1 or 2, and never with a traceback."""

from __future__ import annotations

import argparse
import os
import random
import shlex
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from fuzzing.disagreement import Disagreement, reduced
from fuzzing.hanging import guarded
from fuzzing.tally import Tally
from fuzzing.terminal import ran

SECONDS = 60  # for one command line, which takes some hundredths
_FAULTY = "import torch\np = torch.softmax(x, -1)\nq = torch.log(p)\n"
_COMMANDS = ("check", "check", "check", "explain", "reveal", "catalog", "server", "--version", "--help")
_FLAGS = (
    "--fix", "--diff", "--unsafe-fixes", "--output-format", "--output-format=json", "--output-format=", "json", "text",
    "--level", "--level=hint", "error", "information", "--lev", "--help", "-h", "--version", "--stdio", "--tcp",
    "--tcp=:0", "localhost:99999", "--", "-", "-x", "--=", "@a.py", "",
)  # fmt: skip
_PLACES = (
    "a.py", "a.py:3:5", "a.py:3", "a.py:0:0", "a.py:-1", "a.py:9999999999999999999999", "a.py:3:x", ":", "::", ":3:5",
    "missing.py", "missing.py:1:1", ".", "folder", "folder/b.py", "link.py", "loop.py", "pipe.py", "empty.py", "nul.py",
    "latin.py", "bom16.py", "broken.py", "data.bin", "é 😀.py", "\udcff.py", "a\nb.py", "x" * 300 + ".py", "/dev/null",
    "folder/..", "./a.py", "a.py/", "~", "$HOME", "*.py", "%s%n", "\u202e.py",
)  # fmt: skip
_NAMES = (
    "NAN101", "nan101", "unmasked-log", "NAN999", "log", "torch.log", "tf.sqrt", "torch", ".", "t" * 500, "é", "0",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--vectors", type=int, default=2_000, help="how many (default: 2000)")


def run(asked: argparse.Namespace) -> int:
    tally = Tally("command lines", asked.vectors)
    for session in range(asked.vectors) if asked.session is None else (asked.session,):
        vector = arguments_of(random.Random(f"{asked.seed}:{session}"))
        failure = disagreement(vector)
        if failure is not None:
            _tell(tally, failure, asked, session, vector)
        tally.add()
        if tally.failures >= asked.failures:
            break
    return tally.close(f"seed {asked.seed}")


def arguments_of(chance: random.Random) -> list[str]:
    """Return a command line."""
    command = chance.choice(_COMMANDS)
    words = {"explain": _NAMES, "catalog": _NAMES}.get(command, _PLACES)
    rest = (
        chance.choice(words if chance.random() < 0.6 else chance.choice((_FLAGS, _FLAGS, _PLACES, _NAMES)))
        for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 5)))
    )
    return [*([command] if chance.random() < 0.97 else []), *rest]


def disagreement(vector: Sequence[str]) -> Disagreement | None:
    """Run a command line in a folder of odd files; return what it does that it must not."""
    with _odd_files():
        try:
            with guarded(SECONDS):
                ran(vector, encoding="utf-8" if len(vector) % 3 else "ascii")
        except Disagreement as failure:
            return failure
    return None


@contextmanager
def _odd_files() -> Iterator[None]:
    """Work in a folder that holds one file of each kind, and nothing of anybody's."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="fuzzed") as folder:
        root = Path(folder).resolve() / "work"
        (root / "folder").mkdir(parents=True)
        os.chdir(root)
        try:
            for name in ("a.py", "folder/b.py", "é 😀.py", "a\nb.py", "\u202e.py"):
                (root / name).write_text(_FAULTY, "utf-8")
            for name, data in _ODD.items():
                (root / name).write_bytes(data)
            (root / "link.py").symlink_to("a.py")
            (root / "loop.py").symlink_to("loop.py")
            os.mkfifo(root / "pipe.py")
            yield
        finally:
            os.chdir(before)


_ODD = {
    "empty.py": b"",
    "nul.py": b"x = 1\0\n",
    "latin.py": b"# -*- coding: latin-1 -*-\n# \xe9\n" + _FAULTY.encode(),
    "bom16.py": _FAULTY.encode("utf-16"),
    "broken.py": b"def f(:\n    return torch.log(",
    "data.bin": bytes(range(256)),
}


def _tell(tally: Tally, failure: Disagreement, asked: argparse.Namespace, session: int, vector: Sequence[str]) -> None:
    def fails(fewer: Sequence[str]) -> bool:
        again = disagreement(fewer)
        return again is not None and again.kind == failure.kind

    fewest = vector if failure.kind == "Hung" else reduced(vector, fails, asked.reduce)
    tally.fail(
        failure, f"fuzz.py arguments --seed {asked.seed} --session {session}", f"nanproof {shlex.join(fewest)!a}"
    )
