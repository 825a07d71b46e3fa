"""What a transfer function is given."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from nanproof.values.dtype import Arithmetic
from nanproof.values.ranges import UNKNOWN_RANGE, Range

# The trait of a number that is one of several, of some of which nothing is known.
OPEN = frozenset({"beside others"})


@dataclass(frozen=True, slots=True)
class Operands:
    """The operands of one operation by their role, and the arithmetic it is computed in.

    `symbol` stands for this one evaluation: points that the operation brings in itself (a softmax that underflows)
    are taken under it. `items` are the operands of a starred role (the tensors of a concatenation). `is_named` says
    that the call names the dtype, or the file the one it computes in unless told otherwise.
    """

    roles: Mapping[str, Range]
    arithmetic: Arithmetic
    symbol: Hashable
    items: tuple[Range, ...] = ()
    traits: frozenset[str] = field(default_factory=frozenset)
    is_named: bool = False

    def __getitem__(self, role: str) -> Range:
        """Return the range of a role; nothing known where the call does not give it."""
        return self.roles.get(role, UNKNOWN_RANGE)

    def given(self, role: str) -> bool:
        """Say whether the call gives the role."""
        return role in self.roles


Transfer = Callable[[Operands], Range]
