"""On what terms something was found: this very nanproof, what it is built on, and what was asked of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import nanproof
from nanproof.fixes.fix import Preferences
from nanproof.source.digest import digest_of

# What reads a text before nanproof does, by the beginnings of the names that package managers give their folders.
_BELOW = ("jedi-", "parso-", "tree_sitter")
_SOURCES = (".py", ".pyi", ".toml")


def terms_of(preferences: Preferences) -> str:
    """Return the digest of all on which an answer rests that is neither the file nor its project."""
    told = [sys.version, *_packages(), *_sources(Path(nanproof.__file__).parent), repr(preferences)]
    return digest_of("\n".join(told).encode("utf-8", "surrogatepass"))


def _packages() -> Iterator[str]:
    for name in ("jedi", "tree_sitter"):
        spec = find_spec(name)
        for place in spec.submodule_search_locations or () if spec is not None else ():
            yield from sorted(each.name for each in Path(place).parent.iterdir() if each.name.startswith(_BELOW))


def _sources(package: Path) -> Iterator[str]:
    """Yield what stands in the files of the package: a checkout changes without a new version."""
    for folder, folders, names in os.walk(package):
        folders.sort()
        for name in sorted(each for each in names if each.endswith(_SOURCES)):
            yield f"{name} {digest_of(Path(folder, name).read_bytes())}"
