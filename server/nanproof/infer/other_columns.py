"""Columns that an assignment does not touch: `y[i, :-8] = one_hot` leaves `y[..., -4:]` as it was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

from tree_sitter import Node

from nanproof.names.binding import Binding, Binds
from nanproof.names.syntax import is_a, required, text

_WHOLE = re.compile(r"-?\d+")
_SLICE = re.compile(r"(-?\d*):(-?\d*)")


@dataclass(frozen=True, slots=True)
class Columns:
    """Indices of the last axis, all counted from its start or all from its end, both ends among them."""

    low: float
    high: float
    is_from_end: bool

    def is_apart(self, other: Columns) -> bool:
        """Say whether no index is among both."""
        return self.is_from_end == other.is_from_end and (self.high < other.low or other.high < self.low)


def touching(use: Node, bindings: list[Binding]) -> list[Binding]:
    """Return the bindings that reach a use, without the assignments to other columns than it reads."""
    read = _columns_of(use) if len(bindings) > 1 else None
    if read is None:
        return bindings
    written = ((each, _columns_of(each.name_node) if each.kind is Binds.ITEM else None) for each in bindings)
    return [each for each, columns in written if columns is None or not columns.is_apart(read)]


def _columns_of(holder: Node) -> Columns | None:
    """Return the columns that a subscript of a name or an attribute picks, None where they are not written out.

    One index alone picks rows, as often as not, and keys of a dictionary.
    """
    node = holder.parent
    if is_a(node, "attribute"):
        node = node.parent
    if not is_a(node, "subscript") or holder.end_byte != required(node, "value").end_byte:
        return None
    indices = node.children_by_field_name("subscript")
    return _picked_by(indices[-1]) if len(indices) > 1 else None


def _picked_by(index: Node) -> Columns | None:
    if index.type == "slice":
        return _sliced(text(index))
    listed = [text(each) for each in (index.named_children if index.type == "list" else [index])]
    if not listed or not all(map(_WHOLE.fullmatch, listed)):
        return None
    return _between(min(map(int, listed)), max(map(int, listed)))


def _sliced(written: str) -> Columns | None:
    found = _SLICE.fullmatch("".join(written.split()))
    low, high = found.groups() if found is not None else ("", "")
    if low and high:
        return _between(int(low), int(high) - 1) if (int(low) < 0) == (int(high) < 0) else None
    if low:
        return _between(int(low), -1 if int(low) < 0 else inf)
    if high:
        return Columns(-inf if int(high) < 0 else 0, int(high) - 1, is_from_end=int(high) < 0)
    return None


def _between(low: float, high: float) -> Columns | None:
    return Columns(low, high, is_from_end=low < 0) if (low < 0) == (high < 0) else None
