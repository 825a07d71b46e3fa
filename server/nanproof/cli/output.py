"""Writing to standard output and standard error, whoever is or is not reading."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator

from nanproof.printed.cells import neutral, printable


class LostReportError(Exception):
    """The report could not be written; the text of the error says why."""


def prepare() -> None:
    """Let no character stop a report: what the terminal's encoding lacks is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Write a text to standard output. A reader that has gone away, as `head` does, is no error."""
    if sys.stdout is None:  # closed by the caller
        return
    with _writing():
        sys.stdout.write(text)
        sys.stdout.flush()


def say_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are, for a program; on a terminal as text that does it no harm."""
    if sys.stdout is None:
        return
    if sys.stdout.isatty() or not isinstance(sys.stdout, io.TextIOWrapper):
        lines = data.decode("utf-8", "replace").split("\n")
        say("\n".join(neutral(line.removesuffix("\r")) for line in lines))
        return
    with _writing():
        sys.stdout.flush()  # what was said before comes first
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def complain(sentence: str) -> None:
    """Write one line to standard error, fit for a terminal whatever it quotes. Who cannot hear it is not told."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError):
        sys.stderr.write(f"nanproof: {printable(sentence)}\n")


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        _write_no_more()
    except OSError as error:
        _write_no_more()
        raise LostReportError(error.strerror or str(error)) from error


def _write_no_more() -> None:
    """Send what is still in the buffer nowhere, or Python would fail on it once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
