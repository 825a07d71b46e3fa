"""Writing to standard output and standard error, whoever is or is not reading."""

from __future__ import annotations

import io
import os
import sys


def prepare() -> None:
    """Let no character stop a report: what the terminal's encoding lacks is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Write a text to standard output. A reader that has gone away, as `head` does, is no error."""
    if sys.stdout is None:  # closed by the caller
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _write_no_more()
    except OSError:
        _write_no_more()
        raise


def complain(sentence: str) -> None:
    """Write one line to standard error."""
    if sys.stderr is not None:
        sys.stderr.write(f"nanproof: {sentence}\n")


def _write_no_more() -> None:
    """Send what is still in the buffer nowhere, or Python would fail on it once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
