"""Paths as short as people and programs are told them."""

from __future__ import annotations

import os

from nanproof.printed.cells import printable


def from_folder(path: str, folder: str = os.curdir) -> str:
    """Return a path from a folder, with slashes; as it is, where it lies on another drive."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:
        return path


def relative(path: str) -> str:
    """Return a path for programs: from here where it is below, with slashes, and as it is otherwise."""
    short = from_folder(path)
    return path if short.split("/", 1)[0] == os.pardir else short


def friendly(path: str) -> str:
    """Return a path as short as it can be from here, fit to print."""
    return printable(relative(path).replace("/", os.sep))
