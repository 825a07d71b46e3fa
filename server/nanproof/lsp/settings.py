"""What a client says that a person wants, read from plain data: initialization options, or settings."""

from __future__ import annotations

from collections.abc import Mapping

from nanproof.fixes.fix import USUAL, Preferences, Way

_WAYS = {"stable": Way.STABLE, "mask": Way.MASK}
# Clients wrap settings differently: Neovim sends them bare, VS Code below the name of the extension.
_WRAPPERS = ("nanproof", "settings")


def preferences_of(options: object) -> Preferences:
    """Return what `{"prefer": "mask"}` says; what is not understood is as if it were not there."""
    if not isinstance(options, Mapping):
        return USUAL
    asked = options.get("prefer")
    if isinstance(asked, str) and asked in _WAYS:
        return Preferences(_WAYS[asked])
    wrapped = (preferences_of(options[name]) for name in _WRAPPERS if name in options)
    return next((each for each in wrapped if each != USUAL), USUAL)
