"""The sum of a softmax is 1 along its own axis; along another it may be 0, and that of all of it is no less than 1."""

from __future__ import annotations

from dataclasses import replace

from nanproof.catalog.model import Operation
from nanproof.infer.value import Number, Sequence, Value

_SIMPLEX = "simplex"
_ALONG = "simplex along "
OF_ALL = frozenset({"shares of all"})
OF_OTHERS = frozenset({"shares of others"})


def without_axis(traits: frozenset[str]) -> frozenset[str]:
    """Return traits of what may have been transposed or cut: the axis may be another one."""
    return frozenset(each for each in traits if not each.startswith(_ALONG))


def along_its_axis(number: Number, operation: Operation, given: Value | None) -> Number:
    """Return the result of a softmax, which knows along which axis it sums to 1, where that is written out."""
    own = operation.defaults.get("axis")
    axis = own if given is None else given.range.single if isinstance(given, Number) else None
    known = {f"{_ALONG}{int(axis)}"} if isinstance(axis, int | float) else frozenset()
    return replace(number, traits=number.traits | known)


def added_up(number: Number, axis: Value | None) -> Number:
    """Return the operand of a sum, which knows whether shares are summed along another axis than their own."""
    own = {each for each in number.traits if each.startswith(_ALONG)}
    if not own or _SIMPLEX not in number.traits:
        return number
    if axis is None:
        return replace(number, traits=number.traits | OF_ALL)
    single = axis.range.single if isinstance(axis, Number) else None
    is_known = single is not None or isinstance(axis, Sequence)
    if not is_known or (single is not None and own == {f"{_ALONG}{int(single)}"}):
        return number
    return replace(number, traits=number.traits | OF_OTHERS)
