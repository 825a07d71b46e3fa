"""Between the URIs of a client and the paths of files, and the folders that these lie in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from pygls import uris

# Of documents that hold a report of ours.
REPORT_SCHEME = "nanproof-report"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # two characters at least: `c:` is a drive


def to_path(uri: str) -> str | None:
    """Return the path of a file's URI, None when it names no file: `untitled:`, `vscode-vfs:`, or nonsense."""
    try:
        return uris.to_fs_path(uri.replace(";", "%3B")) or None  # what follows a semicolon belongs to the name
    except ValueError:
        return None


def to_uri(path: str) -> str:
    """Return the URI of a path, or of what is a URI already because it stands for no file."""
    if _SCHEME.match(path):
        return path
    try:
        return uris.from_fs_path(path) or path
    except ValueError:
        return path


def is_uri(text: str) -> bool:
    """Say whether a text can be taken apart as a URI at all."""
    try:
        uris.urlparse(text)
    except ValueError:
        return False
    return True


def innermost(folders: Iterable[str], path: PurePath) -> str | None:
    """Return the innermost of some folders that hold a path, None where none does."""
    return max(filter(path.is_relative_to, folders), key=len, default=None)
