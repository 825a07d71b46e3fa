"""The kinds of values that a key can have: how each is read, and how a JSON schema says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath, PureWindowsPath
from reprlib import repr as shortened
from typing import TypeVar

from nanproof.configuration.selection import UnknownRuleError, named_rules
from nanproof.releases import FRAMEWORKS, Releases, read
from nanproof.source.wildmatch import glob

T = TypeVar("T")


class FaultError(ValueError):
    """A value that makes no sense; the text says why, and `under` names the keys below it that lead there."""

    def __init__(self, sentence: str, under: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.under = under


@dataclass(frozen=True, slots=True)
class Kind:
    """How a value is read, which raises FaultError, and what a JSON schema says of it."""

    read: Callable[[object], object]
    schema: Mapping[str, object]


def choice(*words: str) -> Kind:
    """Return the kind of one of some words."""

    def reading(value: object) -> str:
        if not isinstance(value, str) or value not in words:
            raise FaultError(f"{shortened(value)} is none of {', '.join(words)}")
        return value

    return Kind(reading, {"enum": list(words)})


def number(least: float, most: float) -> Kind:
    """Return the kind of a number between two others."""

    def reading(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise FaultError(f"{shortened(value)} is no number between {least:g} and {most:g}")
        return float(value)

    return Kind(reading, {"type": "number", "minimum": least, "maximum": most})


def texts(of: Callable[[str], object], schema: Mapping[str, object]) -> Kind:
    """Return the kind of a list of texts, each of which is read."""

    def reading(value: object) -> tuple[object, ...]:
        if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
            raise FaultError(f"{shortened(value)} is no list of texts")
        return tuple(map(of, value))

    return Kind(reading, {"type": "array", "items": schema})


def table(of: Callable[[str], object], kind: Kind, names: Mapping[str, object] | None = None) -> Kind:
    """Return the kind of a table whose names are read, and whose values are of one kind."""

    def reading(value: object) -> tuple[tuple[object, object], ...]:
        return tuple((_under(name, of, name), _under(name, kind.read, each)) for name, each in _of(value))

    schema = {"type": "object", "additionalProperties": kind.schema}
    return Kind(reading, {**schema, "propertyNames": names} if names else schema)


def _under(name: str, read_one: Callable[[T], object], value: T) -> object:
    try:
        return read_one(value)
    except FaultError as fault:
        raise FaultError(str(fault), (name, *fault.under)) from None


def _of(value: object) -> Iterable[tuple[str, object]]:
    if not isinstance(value, Mapping) or not all(isinstance(each, str) for each in value):
        raise FaultError(f"{shortened(value)} is no table")
    return value.items()


@cache
def _names() -> dict[str, str]:
    """Return the names of the rules by their codes. It imports most of the analysis: who names none need not wait."""
    from nanproof.rules.registry import RULES

    return {code: each.name for code, each in RULES.items()}


def rule(word: str) -> str:
    """Read the code of a rule, its beginning, its name or `ALL`."""
    try:
        codes = named_rules([word], _names() if word.upper() != "ALL" else {})
    except UnknownRuleError as error:
        raise FaultError(str(error)) from None
    if not codes:
        raise FaultError("a rule has no name")
    return codes[0]


def pattern(text: str) -> str:
    """Read a pattern of paths."""
    if not text.strip("/") or "\0" in text or glob(text.encode("utf-8", "surrogatepass")) is None:
        raise FaultError(f"{shortened(text)} is no pattern of paths; write it as in .gitignore: tests/**, *_old.py")
    return text


def _inside(value: object) -> str:
    """Read a path that stays below the folder that it starts from: a stranger's project must not lead out of itself."""
    if not isinstance(value, str) or "\0" in value:
        raise FaultError(f"{shortened(value)} is no path")
    parts = (PurePosixPath(value), PureWindowsPath(value))
    if any(each.anchor or ".." in each.parts for each in parts):
        raise FaultError(f"{shortened(value)} is no path below the folder of the file that sets it")
    return value


def _releases(value: object) -> Releases:
    if not isinstance(value, Mapping):
        raise FaultError('versions must be given by framework, as in {"torch": ">=2.14"}')
    releases, faults = read(value.items())
    if faults:
        raise FaultError(faults[0])
    return releases


INSIDE = Kind(_inside, {"type": "string"})
RULE_LIST = texts(rule, {"type": "string"})
PATTERNS = texts(pattern, {"type": "string"})
RELEASES = Kind(
    _releases,
    {"type": "object", "additionalProperties": False, "properties": {each: {"type": "string"} for each in FRAMEWORKS}},
)
