"""What a person can set, read from what clients send with `initialize`: plain data, of which nothing need be right."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from nanproof.fixes.fix import USUAL, Preferences, Way
from nanproof.releases import ALL, Releases, read
from nanproof.watchdog import Limits

USUAL_LIMITS = Limits(seconds=1.0)
_LEAST_SECONDS, _MOST_SECONDS = 0.05, 600.0
_LEAST_MEGABYTES, _MOST_MEGABYTES = 50.0, 100_000.0
_WAYS = {"stable": Way.STABLE, "mask": Way.MASK}
# Clients wrap settings differently: Neovim sends them bare, VS Code below the name of the extension.
_WRAPPERS = ("nanproof", "settings")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a session; `faults` says, a sentence each, what was set and cannot be read.

    A client that `may_pull` asks for diagnostics if it can, as `initialize` settles it for the whole session.
    Where it `fixes_all`, a plain `source.fixAll`, which asks every tool, asks nanproof too.
    Where it `surveys`, files that are not open are looked at as well.
    """

    limits: Limits = USUAL_LIMITS
    preferences: Preferences = USUAL
    may_pull: bool = True
    fixes_all: bool = False
    surveys: bool = False
    faults: tuple[str, ...] = ()


def settings_of(options: object, later: object = None) -> Settings:
    """Read the initialization options, and what was said `later`; what is missing or makes no sense is as usual."""
    named = _unwrapped(options) | _unwrapped(later)
    seconds = _number(named.get("secondsPerFile"), USUAL_LIMITS.seconds, _LEAST_SECONDS, _MOST_SECONDS)
    megabytes = _number(named.get("megabytesPerFile"), USUAL_LIMITS.megabytes, _LEAST_MEGABYTES, _MOST_MEGABYTES)
    asked = named.get("prefer")
    prefer = _WAYS[asked] if isinstance(asked, str) and asked in _WAYS else USUAL.prefer
    releases, faults = _releases(named.get("versions"))
    may_pull = named.get("pullDiagnostics") is not False
    fixes_all = named.get("fixAll") is True
    surveys = named.get("workspaceDiagnostics") is True
    return Settings(Limits(seconds, megabytes), Preferences(prefer, releases), may_pull, fixes_all, surveys, faults)


def _releases(versions: object) -> tuple[Releases, tuple[str, ...]]:
    if versions is None:
        return ALL, ()
    if not isinstance(versions, Mapping):
        return ALL, ('versions must be given by framework, as in {"torch": ">=2.14"}',)
    return read(versions.items())


def _unwrapped(options: object) -> dict[str, object]:
    """Return what is said by name, however it is wrapped; what stands outside counts first."""
    if not isinstance(options, Mapping):
        return {}
    found: dict[str, object] = {}
    for name in _WRAPPERS:
        found |= _unwrapped(options.get(name))
    return found | {name: value for name, value in options.items() if isinstance(name, str)}


def _number(value: object, usual: float, least: float, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return usual
    return min(max(float(value), least), most)
