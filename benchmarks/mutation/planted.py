"""The faults that people planted by hand: `planted.toml`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import tomli

from mutation.covered import SERVER
from mutation.sites import Planted

FILE = Path(__file__).with_name("planted.toml")


def planted() -> Iterator[Planted]:
    """Yield them; one that cannot be planted any more is an error."""
    for entry in tomli.loads(FILE.read_text(encoding="utf-8"))["fault"]:
        path = SERVER / entry["file"]
        text = path.read_text(encoding="utf-8")
        if text.count(entry["was"]) != 1:
            raise LookupError(f"{FILE.name}: what {entry['name']} was does not stand once in {path}")
        before, _, behind = text.partition(entry["was"])
        after = before + entry["is"] + behind
        ast.parse(after)
        first = before.count("\n") + 1
        last = first + entry["was"].count("\n")
        yield Planted(path, module_of(path), first, last, entry["name"], entry["what"], after)


def module_of(path: Path) -> str:
    """Return the module that a file is."""
    return ".".join(path.relative_to(SERVER).with_suffix("").parts)
