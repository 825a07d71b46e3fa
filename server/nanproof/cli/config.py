"""`nanproof config [FILE]`: what holds for a file, and where each value comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator

from nanproof.cli.configured import ConfigurationError, Configurations
from nanproof.cli.output import complain, say
from nanproof.configuration.keys import KEYS
from nanproof.configuration.pages import json_schema
from nanproof.declarations import Declaration
from nanproof.files.paths import absolute
from nanproof.printed.cells import printable
from nanproof.printed.paths import friendly
from nanproof.releases import Releases

FOLDERS_OWN = "train.py"


def config(file: str | None, named: str = "", *, isolated: bool = False, schema: bool = False) -> int:
    """Print what holds for a file, or for one in the current folder; return the exit code."""
    if schema:
        say(json_schema())
        return 0
    try:
        configuration = Configurations(file=named, isolated=isolated).of(absolute(file or FOLDERS_OWN))
    except ConfigurationError as error:
        complain(str(error))
        return 2
    for key in KEYS:
        layer = configuration.set_by.get(key)
        if layer is None:
            say(f"# {key} is not set\n")
        else:
            origin = friendly(layer.origin) if layer.folder else layer.origin
            say(f"{key} = {printable(_toml(layer.values[key]))}  # {origin}\n")
    return 0


def _toml(value: object) -> str:
    """Return a value that was read as it is written in TOML."""
    if isinstance(value, Releases):
        value = tuple((name, str(each)) for name, each in value.ranges)
        return _table(value)
    if isinstance(value, Declaration):
        return _table(tuple(_declared(value)))
    if isinstance(value, tuple):
        if value and all(isinstance(each, tuple) for each in value):
            return _table(value)
        return f"[{', '.join(_toml('ALL' if each == '' else each) for each in value)}]"
    return repr(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


def _declared(value: Declaration) -> Iterator[tuple[object, object]]:
    if value.masks is not None:
        yield "masks", (value.masks.low, value.masks.high)
    if value.returns is not None:
        yield "returns", (value.returns.low, value.returns.high)
    if value.takes:
        yield "takes", value.takes


def _table(pairs: tuple[tuple[object, object], ...]) -> str:
    inside = ", ".join(f"{_toml(name or 'ALL')} = {_toml(value)}" for name, value in pairs)
    return f"{{ {inside} }}" if inside else "{}"
