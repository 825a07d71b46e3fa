"""What kept nanproof from checking a path, in one sentence for people."""

from __future__ import annotations

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
        case _:
            return f"it cannot be read: {error.strerror or error}"
