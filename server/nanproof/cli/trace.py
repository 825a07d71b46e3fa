"""`nanproof trace [LOG] [ENTRY...]`: from what a framework printed of a NaN to the line that made it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from nanproof.cli.searching import answered
from nanproof.files.paths import absolute
from nanproof.files.problem import spoken
from nanproof.printed.paths import friendly
from nanproof.searches import traces
from nanproof.searches.logs import read
from nanproof.searches.world import Answer, SearchError, World
from nanproof.traces.report import Report

STDIN = "-"
_PIECE = 1 << 20


def trace(log: str, entries: Sequence[str], named: str = "", *, isolated: bool = False, as_json: bool = False) -> int:
    """Print which lines may have made the NaN of a log, the likeliest first; return the exit code."""

    def ask(world: World) -> Answer:
        return traces.trace(world, _report(log), entries)

    return answered(ask, named, isolated=isolated, as_program=as_json)


def _report(log: str) -> Report:
    if log == STDIN:
        if sys.stdin is None or sys.stdin.isatty():
            raise SearchError("give the log as a file, or on standard input: python train.py 2>&1 | nanproof trace")
        return read("standard input", _pieces(sys.stdin.buffer))
    name = friendly(absolute(log))
    try:
        with Path(log).open("rb") as file:
            return read(name, _pieces(file))
    except (OSError, ValueError) as error:
        sentence = spoken(error) if isinstance(error, OSError) else "this is no path that a file can have"
        raise SearchError(f"{name}: {sentence}") from error


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece
