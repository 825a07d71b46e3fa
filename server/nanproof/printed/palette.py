"""Colours, on terminals that want them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from nanproof.findings.finding import Severity

_CODES = {
    "path": "1",
    "code": "1",
    "error": "1;31",
    "warning": "1;33",
    "information": "1;36",
    "hint": "1;36",
    "margin": "2",
    "reason": "34",
    "remedy": "32",
}


@dataclass(frozen=True, slots=True)
class Palette:
    """Paints text, or leaves it alone."""

    colourful: bool

    def paint(self, role: str, text: str) -> str:
        """Return the text in the colour of its role."""
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self.colourful and text else text

    def severity(self, severity: Severity, text: str) -> str:
        """Return the text in the colour of a severity."""
        return self.paint(severity.value, text)


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Say whether a stream is to be coloured: NO_COLOR decides, then FORCE_COLOR, then the terminal."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return environment.get("TERM") != "dumb" and stream.isatty()
