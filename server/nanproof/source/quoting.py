"""Source code inside a sentence for people. Sentences are Markdown: clients show them as such, or as they stand.

What a source file says must stay inside its code span: it could hold a link that runs a command, and what cannot be
seen could turn the writing direction round or steer a terminal.
"""

from __future__ import annotations

import re
import unicodedata

_TICKS = re.compile(r"`+")
# Numbers and names, and what adds them: nothing of it is markup. A point in a name could make it an address.
_WORD = r"(?:[0-9.][0-9A-Za-z_.]*|[A-Za-z][0-9A-Za-z]*(?:_[0-9A-Za-z]+)*)"
_SUM = re.compile(rf"[-+(]*{_WORD}(?:[-+/ ()]+{_WORD})*\)*")
_JOINER = "\N{ZERO WIDTH JOINER}"  # of emoji
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def code(source: str) -> str:
    """Return source code as a code span on one line, whose fence is longer than any run of backquotes in it."""
    shown = visible(source) or " "
    fence = "`" * (max(map(len, _TICKS.findall(shown)), default=0) + 1)
    gap = " " if shown[0] == "`" or shown[-1] == "`" else ""  # one on each side is not shown
    return f"{fence}{gap}{shown}{gap}{fence}"


def sum_or_code(source: str) -> str:
    """Return a number, or a sum of numbers and names, as it is written, and any other source code as a code span."""
    return source if _SUM.fullmatch(source) else code(source)


def visible(source: str) -> str:
    """Return source code on one line, with a picture or U+FFFD for each character that would not be seen."""
    line = " ".join(source.split())
    return line if line.isprintable() else "".join(map(_shown, line))


def shortened(source: str, longest: int) -> str:
    """Return source code without its middle where it is longer than a line may be."""
    if len(source) <= longest:
        return source
    behind = longest // 3
    return f"{source[: longest - 1 - behind].rstrip()}…{source[-behind:].lstrip()}"


def _shown(character: str) -> str:
    if ord(character) < 0x20:
        return chr(0x2400 + ord(character))
    if character.isprintable() or character == _JOINER:
        return character
    return " " if unicodedata.category(character) == "Zs" else _REPLACEMENT
