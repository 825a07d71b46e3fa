"""How a project declares its own functions: `safe_log = { masks = 1e-8 }`."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from reprlib import repr as shortened

from nanproof.configuration.kinds import FaultError, Kind, table
from nanproof.declarations import Declaration
from nanproof.values.interval import Interval

_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_INFINITE = {"inf": math.inf, "-inf": -math.inf}
_NUMBER = {"anyOf": [{"type": "number"}, {"enum": list(_INFINITE)}]}
_PAIR = {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}
_KEYS: Mapping[str, object] = {
    "masks": {
        "description": "Its first argument is at least this, or lies between these two.",
        "anyOf": [*_NUMBER["anyOf"], _PAIR],
    },
    "returns": {"description": "Its results lie between these two.", **_PAIR},
    "takes": {
        "description": "Values that its results really are for some input.",
        "type": "array",
        "items": _NUMBER,
    },
}
_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "minProperties": 1,
    "properties": _KEYS,
}


def name(text: str) -> str:
    """Read the name of a function, or the end of its full name."""
    if _NAME.fullmatch(text) is None:
        raise FaultError(f"{shortened(text)} is no name of a function; write it as in safe_log or losses.safe_log")
    return text


def _declaration(value: object) -> Declaration:
    if not isinstance(value, Mapping) or not value:
        raise FaultError(f"{shortened(value)} is no declaration; write it as in {{ masks = 1e-8 }}")
    unknown = [each for each in value if each not in _KEYS]
    if unknown:
        raise FaultError(f"there is no key {shortened(unknown[0])}; there are masks, returns and takes")
    returns = _interval("returns", value["returns"]) if "returns" in value else None
    takes = _takes(value.get("takes", ()))
    outside = [each for each in takes if returns is not None and not returns.contains(each)]
    if outside:
        raise FaultError(f"{outside[0]:g} is outside of what it returns", ("takes",))
    return Declaration(_masks(value["masks"]) if "masks" in value else None, returns, takes)


def _masks(value: object) -> Interval:
    lowest = _number(value)
    return Interval(lowest, math.inf) if lowest is not None else _interval("masks", value)


def _interval(key: str, value: object) -> Interval:
    ends = [_number(each) for each in value] if isinstance(value, list | tuple) and len(value) == 2 else []
    match ends:
        case [float(low), float(high)] if low <= high:
            return Interval(low, high)
        case _:
            raise FaultError(f"{shortened(value)} is no pair of numbers, the smaller one first", (key,))


def _takes(value: object) -> tuple[float, ...]:
    numbers = [_number(each) for each in value] if isinstance(value, list | tuple) else [None]
    if None in numbers:
        raise FaultError(f"{shortened(value)} is no list of numbers", ("takes",))
    return tuple(each for each in numbers if each is not None)


def _number(value: object) -> float | None:
    if isinstance(value, str):
        return _INFINITE.get(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return None if math.isnan(number) else number


FUNCTIONS = table(name, Kind(_declaration, _SCHEMA), {"pattern": f"^{_NAME.pattern}$"})
