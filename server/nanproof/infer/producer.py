"""The symbol of a producer: which evaluation of an operation made the values that points are taken under."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Producer:
    """One evaluation of an operation that makes values of its own: a softmax at a place, in a call context.

    Points are taken under it: those of one place are equal. Calls that make the same of the same have text and term.
    """

    function: str
    path: str
    start: int
    context: tuple[object, ...]
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Each point of each number is looked up by the producers that it is taken under.
        object.__setattr__(self, "_hash", hash((self.function, self.path, self.start, self.context)))

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return f"{self.function}@{self.start}"
