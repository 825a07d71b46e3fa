"""Edits of one text as people make them, and as nobody does."""

from __future__ import annotations

import random
import re
from collections import deque
from collections.abc import Sequence

from fuzzing.phrases import CHARACTERS, GIVEN, LINE_ENDS, LINES, OPENING, PIECES, TAKEN, TYPED
from fuzzing.text_model import Edit, difference, edited

LONGEST = 3_000  # characters: from here on more is deleted than written
_NAME = re.compile(r"[A-Za-z_]\w*")
_UNDONE = 12


class Author:
    """Someone at a keyboard: types on where the last key fell, and remembers what was there before."""

    def __init__(self, chance: random.Random, phrases: Sequence[str] = ()) -> None:
        self._chance = chance
        self._phrases = phrases
        self._keys: deque[str] = deque()
        self._cursor = 0
        self._before: deque[str] = deque(maxlen=_UNDONE)

    def edit(self, text: str) -> Edit:
        """Return the next edit of a text."""
        made = self._typed(text) if self._keys else self._next(text)
        self._before.append(text)
        self._cursor = made.start + len(made.text)
        return made

    def _next(self, text: str) -> Edit:
        chance = self._chance
        if len(text) > LONGEST:
            return self._deleted(text)
        match chance.choices(_KINDS, _WEIGHTS)[0]:
            case "type":
                self._keys.extend(self._line())
                self._cursor = self._line_start(text) if chance.random() < 0.5 else chance.randrange(len(text) + 1)
                return self._typed(text)
            case "line end":
                return self._put(text, chance.choice(LINE_ENDS))
            case "character":
                return self._put(text, "".join(chance.choices(CHARACTERS, k=chance.choice((1, 1, 2, 5)))))
            case "piece":
                return self._put(text, chance.choice(PIECES))
            case "line":
                return self._meant(text)
            case "name":
                return self._renamed(text)
            case "rub out":
                at = chance.randrange(len(text) + 1)
                return Edit(at, min(len(text), at + chance.randrange(1, 4)), "")
            case "delete":
                return self._deleted(text)
            case "paste":
                return self._pasted(text)
            case "move":
                return self._moved(text)
            case _:
                return self._undone(text)

    def _line(self) -> str:
        lines = self._phrases if self._phrases and self._chance.random() < 0.7 else TYPED
        return self._chance.choice(lines)[:80] + self._chance.choice(("", "\n", "\n"))

    def _typed(self, text: str) -> Edit:
        """Type the next key; an editor closes some brackets itself, and takes over what stands there already."""
        key, at = self._keys.popleft(), min(self._cursor, len(text))
        if text[at : at + 1] == key and key in OPENING.values():
            return Edit(at, at + 1, key)
        if self._chance.random() < 0.04:  # a slip: the last key is taken back
            self._keys.appendleft(key)
            return Edit(max(at - 1, 0), at, "")
        if self._chance.random() < 0.02:
            self._keys.clear()
        if key in OPENING and self._chance.random() < 0.4:
            self._keys.appendleft(OPENING[key])
            return Edit(at, at, key)
        return Edit(at, at, key)

    def _put(self, text: str, what: str) -> Edit:
        at = self._chance.randrange(len(text) + 1)
        return Edit(at, at, what)

    def _meant(self, text: str) -> Edit:
        """Put in a line that changes what others mean, as far to the right as the one below it."""
        at = self._line_start(text)
        rest = text[at:]
        return Edit(at, at, rest[: len(rest) - len(rest.lstrip(" "))] + self._chance.choice((*LINES, *GIVEN, *TAKEN)))

    def _renamed(self, text: str) -> Edit:
        """Put one name in the place of another."""
        names = [*_NAME.finditer(text)]
        if not names:
            return self._put(text, "x")
        one, other = self._chance.choice(names), self._chance.choice(names)
        return Edit(one.start(), one.end(), other[0])

    def _deleted(self, text: str) -> Edit:
        start, stop = self._some_lines(text)
        return Edit(start, stop, "")

    def _pasted(self, text: str) -> Edit:
        if self._phrases and self._chance.random() < 0.3:
            some = "".join(f"{line}\n" for line in self._chance.choices(self._phrases, k=3))
        else:
            start, stop = self._some_lines(text)
            some = text[start:stop]
        at = self._line_start(text) if self._chance.random() < 0.7 else self._chance.randrange(len(text) + 1)
        stop = at if self._chance.random() < 0.7 else min(len(text), at + self._chance.randrange(40))
        return Edit(at, stop, some)

    def _moved(self, text: str) -> Edit:
        """Move some lines to where others begin."""
        start, stop = self._some_lines(text)
        rest = text[:start] + text[stop:]
        at = self._line_start(rest)
        return difference(text, rest[:at] + text[start:stop] + rest[at:])

    def _undone(self, text: str) -> Edit:
        if not self._before:
            return self._put(text, "\n")
        steps = self._chance.randrange(1, len(self._before) + 1)
        earlier = self._before[-steps]
        return difference(text, earlier)

    def _starts(self, text: str) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\r\n|\r|\n", text))]

    def _line_start(self, text: str) -> int:
        return self._chance.choice(self._starts(text))

    def _some_lines(self, text: str) -> tuple[int, int]:
        starts = [*self._starts(text), len(text)]
        row = self._chance.randrange(len(starts) - 1)
        return starts[row], starts[min(len(starts) - 1, row + self._chance.randrange(1, 8))]


_KINDS = ("type", "line end", "character", "piece", "line", "name", "rub out", "delete", "paste", "move", "undo")
_WEIGHTS = (6, 6, 6, 12, 10, 16, 12, 12, 8, 6, 12)


def versions(text: str, author: Author, number: int) -> str:
    """Return a text after some edits."""
    for _ in range(number):
        text = edited(text, author.edit(text))
    return text
