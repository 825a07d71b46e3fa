"""What a person can set, read from what clients send with `initialize`: plain data, of which nothing need be right."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from nanproof.watchdog import Limits

USUAL_LIMITS = Limits(seconds=1.0)
_LEAST_SECONDS, _MOST_SECONDS = 0.05, 600.0
_LEAST_MEGABYTES, _MOST_MEGABYTES = 50.0, 100_000.0


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a session."""

    limits: Limits = USUAL_LIMITS


def settings_of(options: object) -> Settings:
    """Read the initialization options; what is missing or makes no sense is as usual."""
    named = options if isinstance(options, Mapping) else {}
    seconds = _number(named.get("secondsPerFile"), USUAL_LIMITS.seconds, _LEAST_SECONDS, _MOST_SECONDS)
    megabytes = _number(named.get("megabytesPerFile"), USUAL_LIMITS.megabytes, _LEAST_MEGABYTES, _MOST_MEGABYTES)
    return Settings(Limits(seconds, megabytes))


def _number(value: object, usual: float, least: float, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return usual
    return min(max(float(value), least), most)
