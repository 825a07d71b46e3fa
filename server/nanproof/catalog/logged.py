"""What frameworks call their operations in logs: `LogBackward0`, `div`, `RealDiv`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tomli

PATH = Path(__file__).parent / "logs" / "operations.toml"
_NODE = re.compile(r"Backward\d{0,3}\Z")
_ADDED = re.compile(r"(?:_\d{1,6}|V2|Grad)\Z")


@dataclass(frozen=True, slots=True)
class Logged:
    """An operation of a log: the functions of the catalogue that it is, and those that run it among others."""

    own: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()


NOTHING = Logged()
# As NumPy called them before, and numbers of Python.
_OLD = {"true_divide": "divide", "double_scalars": "divide", "float_scalars": "divide", "long_scalars": "divide"}


def logged(framework: str, name: str) -> Logged:
    """Return what a framework means by an operation's name; nothing where nobody knows."""
    table = _tables().get(framework, {})
    bare = _OLD.get(bare_name(name), bare_name(name))
    return table.get(bare) or table.get(_ADDED.sub("", bare)) or NOTHING


def bare_name(name: str) -> str:
    """Return the name of an operation without what PyTorch adds to that of its node."""
    return _NODE.sub("", name)


@cache
def _tables() -> dict[str, dict[str, Logged]]:
    held = tomli.loads(PATH.read_text("utf-8")) if PATH.is_file() else {}
    return {
        framework: {name: Logged(frozenset(each["is"]), frozenset(each["in"])) for name, each in table.items()}
        for framework, table in held.items()
    }
