"""What kept nanproof from checking a path, in one sentence for people."""

from __future__ import annotations

import errno
import traceback
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A path that was not checked.

    `sentence` says what is wrong with it and, where something helps, what to do. A `defect` is a fault of
    nanproof and not of the file.
    """

    path: str
    sentence: str
    defect: bool = False


def spoken(error: OSError) -> str:
    """Say in words what the operating system refused."""
    match error:
        case FileNotFoundError():
            return "there is no such file or folder"
        case PermissionError():
            return "permission to read it is denied"
        case OSError(errno=errno.ELOOP):
            return "this is a link that leads to itself"
        case _:
            return f"it cannot be read: {error.strerror or error}"


def failure(error: Exception, on: str = "") -> str:
    """Say of an error of nanproof itself what it was, on which file and where, on one line."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"nanproof itself failed{on} ({what[:300]}{where}); please report it"
