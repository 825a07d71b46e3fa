"""A command line that is run in this process, and what it printed."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from unittest.mock import patch

from fuzzing.disagreement import Disagreement
from nanproof.cli.command import main
from nanproof.lsp import start

_STATUSES = (0, 1, 2)


@dataclass(frozen=True, slots=True)
class Printed:
    """The exit code, and the two streams."""

    status: int
    out: str
    err: str


def ran(arguments: Sequence[str], encoding: str = "utf-8") -> Printed:
    """Run nanproof; raise a Disagreement where it raises, warns, fails on its own, or leaves with an odd code."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, errors="strict") for _ in range(2))
    try:
        with (
            patch.object(start, "run", lambda _: 0),
            redirect_stdout(out),
            redirect_stderr(err),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("error")
            for quiet in (DeprecationWarning, PendingDeprecationWarning, ResourceWarning, ImportWarning):
                warnings.simplefilter("ignore", quiet)
            status = _status(arguments)
    except Disagreement:
        raise
    except Exception as error:
        raise Disagreement.of(error) from error
    printed = Printed(status, _text(out), _text(err))
    if status not in _STATUSES:
        raise Disagreement("exit", repr(status), "0, 1 or 2")
    for sign in ("Traceback", "nanproof itself failed"):
        if sign in printed.err:
            raise Disagreement(sign, printed.err, "a sentence")
    return printed


def _status(arguments: Sequence[str]) -> int:
    try:
        return main(list(arguments))
    except SystemExit as left:  # argparse's way
        return left.code if isinstance(left.code, int) else 0 if left.code is None else 1


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode(stream.encoding)
