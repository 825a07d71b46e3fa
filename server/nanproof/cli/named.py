"""What a person named on the command line, and so allows to be written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass

from nanproof.files.paths import absolute


@dataclass(frozen=True, slots=True)
class Named:
    """The files that were named by hand, absolute, and the folders that were, by their real paths."""

    files: frozenset[str]
    folders: tuple[str, ...]

    def is_by_hand(self, path: str) -> bool:
        """Say whether a file was named itself, and not only a folder around it."""
        return path in self.files

    def refusal(self, path: str) -> str | None:
        """Say in words why a file that was found must not be written, or return None.

        A file that was named by hand is written, whatever it is.
        """
        if self.is_by_hand(path):
            return None
        target = os.path.realpath(path)
        if not any(_is_inside(target, folder) for folder in self.folders):
            return f"this is a link to {target}, outside of what was named: it is not fixed; name it to have it fixed"
        names = other_names(target)
        if names:
            return f"this file has {names} more (hard links): it is not fixed; name it to have it fixed under this one"
        return None


def named(paths: Iterable[str]) -> Named:
    """Sort what was named into files and folders."""
    whole = [absolute(path) for path in paths]
    folders = tuple(os.path.realpath(path) for path in whole if os.path.isdir(path))  # noqa: PTH112 - never raises
    return Named(frozenset(whole), folders)


def other_names(path: str) -> str:
    """Count the other names of a file in words; nothing where it has but one."""
    try:
        others = os.stat(path).st_nlink - 1  # noqa: PTH116 - Path would not say more
    except OSError:
        return ""
    if others <= 0:
        return ""
    return "1 name" if others == 1 else f"{others} names"


def _is_inside(path: str, folder: str) -> bool:
    return path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)
