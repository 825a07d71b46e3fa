"""What a person can set in an editor, read from what clients send: plain data, of which nothing need be right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nanproof.configuration.configuration import Configuration
from nanproof.configuration.keys import KEYS
from nanproof.configuration.reading import Layer, read_values
from nanproof.fixes.fix import USUAL, Preferences
from nanproof.watchdog import Limits

USUAL_LIMITS = Limits(seconds=1.0)
_LEAST_SECONDS, _MOST_SECONDS = 0.05, 600.0
# Clients wrap settings differently: Neovim sends them bare, VS Code below the name of the extension.
_OURS = "nanproof"
_WRAPPERS = (_OURS, "settings")
_OF_CLIENTS = frozenset({*_WRAPPERS, "path", "trace"})
_PULLS, _FIXES_ALL, _SURVEYS, _HINTS = "pullDiagnostics", "fixAll", "workspaceDiagnostics", "inlayHints"
_TELLS = "diagnosticsInHover"
_SWITCHES = (_PULLS, _FIXES_ALL, _SURVEYS, _HINTS, _TELLS)
_KNOWN = frozenset({*KEYS, *(key.in_editors for key in KEYS.values()), *_SWITCHES})
NOTHING = Layer("editor")


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a document."""

    limits: Limits = USUAL_LIMITS
    preferences: Preferences = USUAL


@dataclass(frozen=True, slots=True)
class Switches:
    """What only an editor decides, for a whole session.

    A client that `may_pull` asks for diagnostics if it can, as `initialize` settles it. Where it `fixes_all`, a plain
    `source.fixAll`, which asks every tool, asks nanproof too. Where it `surveys`, it looks at files that are not open.
    Where it `hints`, the values of operands stand in the text. One that `tells` shows what was found above each hover.
    """

    may_pull: bool = True
    fixes_all: bool = False
    surveys: bool = False
    hints: bool = False
    tells: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """What an editor sets, and a sentence for each setting that cannot be read."""

    layer: Layer = NOTHING
    faults: tuple[str, ...] = ()
    switches: Switches = Switches()


def options_of(options: object, later: object = None) -> Options:
    """Read the initialization options, and what was said `later`, which counts first."""
    first, then = _unwrapped(options, are_ours=True), _unwrapped(later, are_ours=False)
    said = {name: value for name, value in (first | then).items() if value is not None}
    switches = Switches(
        may_pull=said.pop(_PULLS, True) is not False,
        fixes_all=said.pop(_FIXES_ALL, False) is True,
        surveys=said.pop(_SURVEYS, False) is True,
        hints=said.pop(_HINTS, False) is True,
        tells=said.pop(_TELLS, False) is True,
    )
    values, faults = read_values(said, spelt_as_in_editors=True)
    return Options(Layer("editor", "", values), tuple(map(str, faults)), switches)


def settings_from(configuration: Configuration) -> Settings:
    """Return what of a configuration the analysis goes by."""
    seconds = configuration.get("seconds-per-file") or USUAL_LIMITS.seconds
    limits = Limits(min(max(seconds, _LEAST_SECONDS), _MOST_SECONDS), configuration.get("megabytes-per-file"))
    return Settings(limits, configuration.preferences)


def _unwrapped(options: object, *, are_ours: bool) -> dict[str, object]:
    """Return what is said by name, however it is wrapped; what stands outside counts first.

    Options that `are_ours` are meant for nobody else: an unknown name among them is a slip.
    """
    if not isinstance(options, Mapping):
        return {}
    found: dict[str, object] = {}
    for name in _WRAPPERS:
        found |= _unwrapped(options.get(name), are_ours=are_ours or name == _OURS)
    return found | {
        name: value
        for name, value in options.items()
        if isinstance(name, str) and (name in _KNOWN or (are_ours and name not in _OF_CLIENTS))
    }
