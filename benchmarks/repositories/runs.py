"""What nanproof says of repositories, as data that can be kept: places and words, and nothing of what stands there.

A message quotes the source, in backquotes, and so do the reasons and the fixes. The message is kept without its
quotations, all the rest as a digest, which is enough to see that something else is said.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from repositories.pinned import Repository

FORMAT = 1
_PATIENCE = 3600  # seconds, for one repository
# More than the terminal's 5: what a slow moment of the machine cuts short is no difference.
_SECONDS_PER_FILE = 60
_QUOTED = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)


class RunError(Exception):
    """A run that failed, or cannot be read; the text of the error says why."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: where it stands, in the file of a repository, and what is said of it."""

    file: str
    row: int
    column: int
    end_row: int
    end_column: int
    code: str
    severity: str
    operation: str
    message: str
    digest: str

    @property
    def place(self) -> tuple[str, int, int, int, int, str]:
        """By what two runs know it again: its place and its rule."""
        return self.file, self.row, self.column, self.end_row, self.end_column, self.code


@dataclass(frozen=True, slots=True)
class Read:
    """What was said of one repository; `notes` are the lines on standard error: files that were not read to the end."""

    name: str
    commit: str
    diagnostics: tuple[Diagnostic, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """Which nanproof runs: an interpreter and the folder that holds the package."""

    python: str
    server: Path

    @classmethod
    def of(cls, python: str, server: Path) -> Program:
        """Find the package in a checkout of nanproof, or in its `server` folder."""
        for folder in (server / "server", server):
            if (folder / "nanproof" / "__main__.py").is_file():
                return cls(python, folder.resolve())
        raise RunError(f"{server} holds no nanproof: give a checkout of it, or its folder `server`")

    def findings(self, paths: list[str]) -> tuple[list[dict[str, Any]], list[str]]:
        """Return what is said of files and folders at every level, as it is printed, and the lines of complaint."""
        options = ["--level", "hint", "--output-format", "json", "--seconds-per-file", str(_SECONDS_PER_FILE)]
        # Started in its own folder: `-m` would prefer modules of the repository that is read.
        done = subprocess.run(
            [self.python, "-m", "nanproof", "check", *options, *paths],
            capture_output=True,
            timeout=_PATIENCE,
            cwd=self.server,
            env={**os.environ, "NANPROOF_NO_CACHE": "1", "PYTHONPATH": str(self.server)},
        )
        said = done.stderr.decode("utf-8", "replace")
        if done.returncode not in (0, 1):
            raise RunError(f"nanproof ended with exit code {done.returncode}: {said[-2000:].strip()}")
        found = json.loads(done.stdout)
        return found, said.splitlines()


def read(program: Program, repository: Repository, checkout: Path) -> tuple[Read, float]:
    """Ask nanproof about a checkout; return what it says and how many seconds that took."""
    started = time.monotonic()
    found, notes = program.findings([str(checkout)])
    seconds = time.monotonic() - started
    said = tuple(sorted((diagnostic(each, str(checkout)) for each in found), key=lambda each: each.place))
    near = tuple(line.replace(f"{checkout}{os.sep}", "") for line in notes)
    return Read(repository.name, repository.commit, said, near), seconds


def diagnostic(found: dict[str, Any], root: str) -> Diagnostic:
    """Return a finding of `--output-format json` without the text of the repository that lies in a folder."""
    whole = json.dumps(found, sort_keys=True).replace(json.dumps(f"{root}{os.sep}")[1:-1], "")
    return Diagnostic(
        Path(os.path.relpath(found["filename"], root)).as_posix(),
        found["location"]["row"],
        found["location"]["column"],
        found["end_location"]["row"],
        found["end_location"]["column"],
        found["code"],
        found["severity"],
        found["operation"],
        _QUOTED.sub("`…`", found["message"]),
        hashlib.sha256(whole.encode()).hexdigest()[:16],
    )


def as_json(run: tuple[Read, ...]) -> str:
    """Write a run: the same text for the same answers."""
    return json.dumps({"format": FORMAT, "repositories": [asdict(each) for each in run]}, indent=1) + "\n"


def from_json(text: str) -> tuple[Read, ...]:
    """Read a run."""
    try:
        whole = json.loads(text)
        if whole["format"] != FORMAT:
            raise RunError(f"written in format {whole['format']}, this is {FORMAT}: run it again")
        return tuple(
            Read(
                each["name"],
                each["commit"],
                tuple(Diagnostic(**found) for found in each["diagnostics"]),
                tuple(each["notes"]),
            )
            for each in whole["repositories"]
        )
    except (ValueError, KeyError, TypeError) as error:
        raise RunError(f"no run that `corpus.py run` wrote ({type(error).__name__}: {error})") from error
