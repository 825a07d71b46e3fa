"""Git's wildcards, matched in a time that grows with the lengths of pattern and path and with nothing else.

Regular expressions try one way after the other, which fourteen stars make too many of. Here all places that a pattern's
beginning can reach in a path are followed at once, as the bits of a number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

_SPECIAL = frozenset(b"*?[\\")
_SLASH, _STAR, _BACKSLASH, _OPEN, _CLOSE, _DASH = b"/*\\[]-"
_ANY = frozenset(range(1, 256)) - {_SLASH}

_CLASSES: dict[bytes, Callable[[bytes], bool]] = {
    b"alnum": bytes.isalnum,
    b"alpha": bytes.isalpha,
    b"blank": b" \t".__contains__,
    b"cntrl": lambda byte: byte < b" " or byte == b"\x7f",
    b"digit": bytes.isdigit,
    b"graph": lambda byte: b" " < byte < b"\x7f",
    b"lower": bytes.islower,
    b"print": lambda byte: b" " <= byte < b"\x7f",
    b"punct": lambda byte: b" " < byte < b"\x7f" and not byte.isalnum(),
    b"space": b" \t\n\r".__contains__,
    b"upper": bytes.isupper,
    b"xdigit": b"0123456789abcdefABCDEF".__contains__,
}


class Run(Enum):
    """What matches any number of bytes."""

    NAME = "*"
    ANYTHING = "**"
    FOLDERS = "**/"


Step = bytes | frozenset[int] | Run  # a text, one byte of several, or a run


@dataclass(frozen=True, slots=True)
class Glob:
    """A pattern taken apart, and the longest text that it needs."""

    steps: tuple[Step, ...]
    needs: bytes

    def matches(self, path: bytes) -> bool:
        """Say whether the whole of a path matches."""
        # Bit i is set where the steps so far match the first i bytes.
        places = 1
        for step in self.steps:
            places = _after(step, places, path)
            if not places:
                return False
        return bool(places >> len(path) & 1)


def glob(pattern: bytes) -> Glob | None:
    """Take a pattern apart; None where it is none that could match, as for git."""
    length = next((at for at, byte in enumerate(pattern) if byte in _SPECIAL), len(pattern))
    # Git compares the beginning by itself: what follows begins anew, which stars before a slash make a difference of.
    rest = _steps(pattern[length:])
    if rest is None:
        return None
    steps = (pattern[:length], *rest) if length else tuple(rest)
    return Glob(steps, max((step for step in steps if isinstance(step, bytes)), key=len, default=b""))


def _after(step: Step, places: int, path: bytes) -> int:
    """Return the places that a step reaches from others."""
    if isinstance(step, bytes):
        return _behind_text(step, places, path)
    if isinstance(step, frozenset):
        return sum(1 << at + 1 for at, byte in enumerate(path) if places >> at & 1 and byte in step)
    onwards = (1 << len(path) + 1) - (places & -places)
    if step is Run.ANYTHING:
        return onwards
    slashes = sum(1 << at for at, byte in enumerate(path) if byte == _SLASH)
    if step is Run.FOLDERS:
        return places | (onwards & slashes) << 1
    # Adding carries a bit through the ones above it, up to the next slash or the end.
    names = (1 << len(path)) - 1 & ~slashes
    return names + (places & names) ^ names | places


def _behind_text(text: bytes, places: int, path: bytes) -> int:
    found, at = 0, path.find(text)
    while at >= 0:
        if places >> at & 1:
            found |= 1 << at + len(text)
        at = path.find(text, at + 1)
    return found


def _steps(pattern: bytes) -> list[Step] | None:
    steps: list[Step] = []
    at = 0
    while at < len(pattern):
        byte = pattern[at]
        if byte == _STAR:
            run, at = _run(pattern, at)
            if not (steps and steps[-1] is run):
                steps.append(run)
            continue
        if byte == _OPEN:
            read = _set(pattern, at + 1)
            if read is None:
                return None
            members, at = read
            steps.append(members)
            continue
        if byte == ord("?"):
            steps.append(_ANY)
        else:
            at += byte == _BACKSLASH
            if at >= len(pattern):
                return None
            _append(steps, pattern[at : at + 1])
        at += 1
    return steps


def _append(steps: list[Step], text: bytes) -> None:
    last = steps[-1] if steps else None
    if isinstance(last, bytes):
        steps[-1] = last + text
    else:
        steps.append(text)


def _run(pattern: bytes, start: int) -> tuple[Run, int]:
    """Return what some stars mean, and where they and what belongs to them end."""
    at = start
    while pattern[at : at + 1] == b"*":
        at += 1
    rest = pattern[at : at + 2]
    stands_alone = not start or pattern[start - 1] == _SLASH
    if at - start < 2 or not stands_alone or not (not rest or rest[:1] == b"/" or rest == b"\\/"):
        return Run.NAME, at
    return (Run.FOLDERS, at + 1) if rest[:1] == b"/" else (Run.ANYTHING, at)


def _set(pattern: bytes, at: int) -> tuple[frozenset[int], int] | None:
    """Return the bytes that stand for one between brackets, and where it ends; None where it cannot be read."""
    is_negated = pattern[at : at + 1] in (b"!", b"^")
    at += is_negated
    members: set[int] = set()
    before = 0  # what a range may begin with
    is_first = True
    while is_first or pattern[at : at + 1] != b"]":
        is_first = False
        if at >= len(pattern):
            return None
        item = _item(pattern, at, before)
        if item is None:
            return None
        read, at, before = item
        members.update(read)
    chosen = _ANY - members if is_negated else members - {_SLASH}
    return frozenset(chosen), at + 1


def _item(pattern: bytes, at: int, before: int) -> tuple[frozenset[int] | range | set[int], int, int] | None:
    """Return what one item between brackets stands for, where it ends, and what a range may begin with behind it."""
    byte = pattern[at]
    after = pattern[at + 1 : at + 2]
    if byte == _DASH and before and after and after != b"]":
        end = at + 1 + (after == b"\\")
        if end >= len(pattern):
            return None
        return range(before, pattern[end] + 1), end + 1, 0
    if byte == _OPEN and after == b":":
        close = pattern.find(b"]", at + 2)
        if close < 0:
            return None
        if close > at + 2 and pattern[close - 1] == ord(":"):
            holds = _CLASSES.get(pattern[at + 2 : close - 1])
            return ({each for each in range(128) if holds(bytes((each,)))}, close + 1, 0) if holds else None
    if byte == _BACKSLASH:
        at += 1
        if at >= len(pattern):
            return None
        byte = pattern[at]
    return frozenset((byte,)), at + 1, byte
