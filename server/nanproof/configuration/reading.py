"""From a text or an editor's options to values that are checked, and a sentence for each that makes no sense."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from reprlib import repr as shortened
from types import MappingProxyType

import tomli

from nanproof.configuration.keys import KEYS
from nanproof.configuration.kinds import FaultError

OWN = "nanproof.toml"
PROJECT = "pyproject.toml"
SECTION = ("tool", "nanproof")
_HEADER = re.compile(r"\s*\[\[?([^\[\]#]*)\]\]?\s*(?:#.*)?")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_KEY = re.compile(r"\s*((?:\"[^\"]*\"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:\"[^\"]*\"|'[^']*'|[\w-]+))*)\s*=")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in a sentence, and on which line, from 1; 0 where there are no lines."""

    sentence: str
    line: int = 0

    def at(self, place: str) -> str:
        """Return what is wrong with the file that people know by a name, and where in it."""
        return f"{place}:{self.line}: {self.sentence}" if self.line else f"{place}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Layer:
    """What one place sets: its name for people, the folder that its patterns start from, and the values by key."""

    origin: str
    folder: str = ""
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Reading:
    """A layer, and what in its source could not be read."""

    layer: Layer
    faults: tuple[Fault, ...] = ()


def of_file(path: str, folder: str, data: bytes, *, is_project: bool) -> Reading | None:
    """Read a file; None where it is a pyproject.toml that does not speak of nanproof."""
    if is_project and b"nanproof" not in data:
        return None
    empty = Layer(path, folder)
    try:
        text = data.decode("utf-8-sig")
        whole: object = tomli.loads(text)
    except UnicodeDecodeError as error:
        return Reading(empty, (Fault("this is no UTF-8", data.count(b"\n", 0, error.start) + 1),))
    except tomli.TOMLDecodeError as error:
        return Reading(empty, (Fault(f"this is no TOML: {error.msg}", error.lineno),))
    except (ValueError, RecursionError):
        return Reading(
            empty, (Fault("this is no TOML that can be read: it has a number or a nesting beyond all measure"),)
        )
    for part in SECTION if is_project else ():
        if not isinstance(whole, Mapping) or part not in whole:
            return None
        whole = whole[part]
    section = SECTION if is_project else ()
    if not isinstance(whole, Mapping):
        return Reading(empty, (Fault("tool.nanproof must be a table", line_of(text, section)),))
    values, faults = read_values(whole)
    at = tuple(Fault(str(fault), line_of(text, (*section, *fault.under))) for fault in faults)
    return Reading(Layer(path, folder, values), at)


def read_values(
    given: Mapping[str, object], *, spelt_as_in_editors: bool = False
) -> tuple[dict[str, object], list[FaultError]]:
    """Read a table of keys; returns what can be read, and what is wrong with the rest."""
    names = {key.in_editors: key.name for key in KEYS.values()} if spelt_as_in_editors else {}
    values: dict[str, object] = {}
    faults: list[FaultError] = []
    for written, value in given.items():
        key = KEYS.get(names.get(written, written))
        if key is None:
            near = get_close_matches(written, [*names, *KEYS] if names else KEYS, 1)
            meant = f"; did you mean {near[0]}?" if near else ""
            faults.append(FaultError(f"there is no key {shortened(written)}{meant}", (written,)))
            continue
        try:
            values[key.name] = key.kind.read(value)
        except FaultError as fault:
            where = ".".join((written, *map(str, fault.under)))
            faults.append(FaultError(f"{where}: {fault}", (written, *fault.under)))
    return values, faults


def line_of(text: str, keys: tuple[str, ...]) -> int:
    """Return the line on which the value of a key stands, from 1, or that of the nearest table around it."""
    table: tuple[str, ...] = ()
    best, line = -1, 1
    for number, written in enumerate(text.splitlines(), 1):
        header, key = _HEADER.fullmatch(written), _KEY.match(written)
        if header is None and key is None:
            continue
        parts = _parts((header or key or "")[1])
        table, path = (parts, parts) if header else (table, (*table, *parts))
        if path == keys[: len(path)] and len(path) > best:
            best, line = len(path), number
    return line


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(next(filter(None, found.groups()), "") for found in _PART.finditer(dotted))
