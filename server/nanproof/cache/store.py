"""The file that holds what was found: a table in SQLite, which several runs may use at once.

A cache is never worth an error. Where the file cannot be read or written, whatever the reason - a full disk, a home
that is read-only, a file that is none of SQLite's, another run that holds it - nothing is known, and nothing is kept.
"""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

NAME = "found-1.sqlite"  # of another form, another name
_FILES = re.compile(r"found-\d+\.sqlite(-journal)?")
MOST_BYTES = 200_000_000
SECONDS_FOR_OTHERS = 1.0
_DAY = 86_400
_TABLE = """
CREATE TABLE IF NOT EXISTS found (
    terms TEXT, root BLOB, path BLOB, digest TEXT, project TEXT, day INTEGER, kept TEXT,
    PRIMARY KEY (terms, root, path)
)
"""
_Row = tuple[str, bytes, bytes, str, str, int, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one file: the digest of its text, that of the project as it was, and `text`, what was found.

    `day` is the last one on which it was of use, counted from 1970.
    """

    path: str
    digest: str
    project: str
    text: str
    day: int = 0


def files_in(folder: Path) -> list[Path]:
    """Return the files of a cache, also those of earlier forms."""
    try:
        return sorted(each for each in folder.iterdir() if _FILES.match(each.name) and each.is_file())
    except OSError:
        return []


class Store:
    """A cache's file, opened for each question: between two of them it may be gone."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        """Keep everything in a folder, and not more than so much of it."""
        self._folder = folder
        self._most_bytes = most_bytes
        self._today = int(time.time()) // _DAY

    def of(self, terms: str, root: str) -> dict[str, Kept]:
        """Return what is kept of the files of a project under some terms, by path."""
        found: dict[str, Kept] = {}
        with _forgiving(), self._opened() as database:
            rows = database.execute(
                "SELECT path, digest, project, kept, day FROM found WHERE terms = ? AND root = ?",
                (terms, os.fsencode(root)),
            )
            for path, digest, project, text, day in rows:
                name = os.fsdecode(path)
                found[name] = Kept(name, digest, project, text, day)
        return found

    def keep(self, terms: str, root: str, kept: Iterable[Kept]) -> None:
        """Keep what was found in some files of a project, in the place of what was kept of them."""
        rows: Iterator[_Row] = (
            (terms, os.fsencode(root), os.fsencode(each.path), each.digest, each.project, self._today, each.text)
            for each in kept
        )
        with _forgiving(), self._opened() as database:
            with database:
                database.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            self._bound(database)

    def is_old(self, kept: Kept) -> bool:
        """Say whether it is not known yet that something was of use today."""
        return kept.day != self._today

    def _bound(self, database: sqlite3.Connection) -> None:
        """Where there is too much, forget the half that was of use longest ago."""
        (pages,), (size,) = (database.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
        if pages * size <= self._most_bytes:
            return
        with database:
            database.execute(
                "DELETE FROM found WHERE rowid IN"
                " (SELECT rowid FROM found ORDER BY day, rowid LIMIT (SELECT (count(*) + 1) / 2 FROM found))"
            )

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        self._folder.mkdir(0o700, parents=True, exist_ok=True)  # it holds lines of people's sources
        file = self._folder / NAME
        try:
            with closing(sqlite3.connect(file, timeout=SECONDS_FOR_OTHERS)) as database:
                database.execute("PRAGMA auto_vacuum = FULL")
                database.execute(_TABLE)
                yield database
        except sqlite3.OperationalError:  # held by another run, a full disk: the file itself may be sound
            raise
        except sqlite3.DatabaseError:  # not SQLite's, or broken: the next run begins anew
            file.unlink(missing_ok=True)
            raise


@contextmanager
def _forgiving() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError, ValueError):
        return
