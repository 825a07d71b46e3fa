"""What a project declares of its own functions, where the source cannot be followed or says less than is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nanproof.values.interval import Interval


@dataclass(frozen=True, slots=True)
class Declaration:
    """What is known of a function: nanproof believes it, whatever the body says.

    Its first argument (`self` does not count) lies within `masks` from its first line on. Its results lie within
    `returns`, and are really each of the values `takes` for some input.
    """

    masks: Interval | None = None
    returns: Interval | None = None
    takes: tuple[float, ...] = ()


# A function by its name or by a full name's end: `safe_log`, `losses.safe_log`, `Attention.forward`.
Declared = tuple[tuple[str, Declaration], ...]


class Declarations:
    """The declarations of a project, by name."""

    def __init__(self, declared: Declared = ()) -> None:
        self._by_last: dict[str, list[tuple[tuple[str, ...], Declaration]]] = {}
        for name, declaration in declared:
            parts = tuple(name.split("."))
            self._by_last.setdefault(parts[-1], []).append((parts, declaration))
        for several in self._by_last.values():
            several.sort(key=lambda each: -len(each[0]))

    def __bool__(self) -> bool:
        return bool(self._by_last)

    def of(self, full_name: Iterable[str]) -> tuple[str, Declaration] | None:
        """Return what is declared of a function under the longest end of its full name."""
        parts = tuple(full_name)
        for declared, declaration in self._by_last.get(parts[-1], ()) if parts else ():
            if parts[-len(declared) :] == declared:
                return ".".join(declared), declaration
        return None


NOTHING_DECLARED = Declarations()
