"""The sum of a softmax is 1 along its own axis; along another it may be 0, and that of all of it is no less than 1.

A log softmax is 0 for one class at most: the others are far below, and so is what is summed of all of them, unless they
count for nothing there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tree_sitter import Node

from nanproof.catalog.model import Operation
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.producer import Producer
from nanproof.infer.structure import Origin, Roles, beside, narrowed, producing
from nanproof.infer.value import Computation, Deferred, Number, Sequence, Value
from nanproof.names.syntax import text
from nanproof.values.ranges import Point
from nanproof.values.transfer.arithmetic import ARITHMETIC
from nanproof.values.transfer.elementwise import ELEMENTWISE

_SIMPLEX = "simplex"
_ALONG = "simplex along "
_LISTED = "each item: "
OF_ALL = frozenset({"shares of all"})
OF_OTHERS = frozenset({"shares of others"})
OF_EACH_CLASS = frozenset({"shares of each class"})
# A slice of them along their own axis, `p[:, 1:]`, and the sum of it.
_CUT = frozenset({_ALONG + "a part"})
OF_SOME = frozenset({"shares of some"})
_OWN_AXES = frozenset({-1.0, 1.0})
_PERHAPS_ONE = {_ALONG + "1", _ALONG + "-1"}  # of a matrix
OF_LOGARITHMS = "log_softmax"
RUNNING_SUM = "running_sum_of_shares"
_TO_THE_END = frozenset({"shares to the end"})
_OTHERWISE = frozenset({"exclusive", "reverse"})  # a running sum without the last, or from there
_WITH_THE_LAST = frozenset({":", "...", "1:", "-1", "-1:", "None"})
_LOGARITHMS_ALONG = "logarithms summed along "
_ALL = "all"
_ALL_AXES = _LOGARITHMS_ALONG + _ALL
_EACH_ALONE = frozenset({*ARITHMETIC, *ELEMENTWISE, "clip", "cast", "detach"})
_DEEPEST = 8


def without_axis(traits: frozenset[str]) -> frozenset[str]:
    """Return traits of what may have been transposed or cut: the axis may be another one."""
    return frozenset(each for each in traits if not each.startswith(_ALONG))


def along_its_axis(number: Number, operation: Operation, given: Value | None) -> Number:
    """Return the result of a softmax, which knows along which axis it sums to 1, where that is written out."""
    usual = operation.defaults.get("axis")
    axes = (usual,) if given is None else tuple(map(_single, _axes(given)))
    known = {f"{_ALONG}{int(axis)}" for axis in axes if isinstance(axis, int | float)}
    return replace(number, traits=number.traits | known) if len(known) == len(axes) else number


def stacked(number: Number, parts: tuple[Number, ...], axis: Value | None) -> Number:
    """Return a stack of softmaxes along a new first axis, of which each sums to 1 along the axis that it did."""
    if not parts or (axis is not None and _single(axis) != 0):
        return number
    shared = frozenset[str].intersection(*(_of_item(each) for each in parts))
    own = frozenset(each for each in shared if each.startswith(f"{_ALONG}-"))
    return replace(number, traits=number.traits | own | {_SIMPLEX}) if own and _SIMPLEX in shared else number


def listed(traits: frozenset[str]) -> frozenset[str]:
    """Return what a list knows of its items, each of which sums to 1: it is no tensor itself."""
    return frozenset(_LISTED + each for each in traits if each == _SIMPLEX or each.startswith(_ALONG))


def _of_item(part: Number) -> frozenset[str]:
    return part.traits | {each.removeprefix(_LISTED) for each in part.traits if each.startswith(_LISTED)}


def cut(number: Number, indices: list[Node]) -> frozenset[str]:
    """Return whether an index leaves out some shares of each row, `p[:, 1:]`: all that is left may be 0."""
    if _SIMPLEX not in number.traits or _ALONG + "-1" not in number.traits or len(indices) < 2:
        return frozenset()
    *others, last = indices
    is_matrix = len(others) == 1 and text(others[0]) in (":", "...")
    ends = last.named_children if last.type == "slice" else []
    # What a name leaves may be all of them.
    is_cut = bool(ends) and all(each.type in ("integer", "unary_operator") for each in ends)
    return _CUT if is_matrix and is_cut and text(last) != "0:" else frozenset()


def added_up(number: Number, axis: Value | None) -> Number:
    """Return the operand of a sum, which knows whether shares are summed along another axis than their own."""
    if any(each.function.name == OF_LOGARITHMS for each in number.made):
        return _with_axes(number, axis)
    if number.traits >= _CUT and _single(axis) in _OWN_AXES:
        return replace(number, traits=number.traits | OF_SOME)
    own = {each for each in number.traits if each.startswith(_ALONG)}
    if not own or _SIMPLEX not in number.traits:
        return number
    if axis is None:
        return replace(number, traits=number.traits | OF_ALL)
    singles = list(map(_single, _axes(axis)))
    if None in singles:
        return replace(number, traits=number.traits | OF_OTHERS) if isinstance(axis, Sequence) else number
    along = {f"{_ALONG}{int(single)}" for single in singles if single is not None}
    if own <= along:
        return number if own == along else replace(number, traits=number.traits | OF_ALL)
    classes = OF_EACH_CLASS if len(along) == len(own) == 1 and own | along != _PERHAPS_ONE else frozenset()
    return replace(number, traits=number.traits | OF_OTHERS | classes)


def run_through(number: Number, roles: Mapping[str, Deferred | Value], axis: Value | None) -> Number:
    """Return the operand of a running sum, which knows whether all shares are summed in the end."""
    single = _single(axis)
    own = {each for each in number.traits if each.startswith(_ALONG)}
    if single is None or _SIMPLEX not in number.traits or not roles.keys().isdisjoint(_OTHERWISE):
        return number
    along = {f"{_ALONG}{int(single)}"}
    is_own = own == along or own | along == _PERHAPS_ONE
    return replace(number, traits=number.traits | _TO_THE_END) if is_own else number


def running_sum(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the running sum of shares, which is 1 at its end, where it is rounded to that."""
    if not roles["x"].traits >= _TO_THE_END:
        return None
    produced = producing(evaluator, result, RUNNING_SUM, (1.0,), origin)
    zeros = tuple(each for each in result.range.points if each.value == 0)
    return beside(replace(result, range=replace(result.range, points=zeros)), produced)


def without_end(number: Number, index: str) -> Number:
    """Return a part of a running sum of shares: what leaves out the last, `[..., :-1]`, or picks one, is below 1."""
    ends = {each.producer for each in number.made if each.function.name == RUNNING_SUM}
    if not ends or index.rstrip("]").rpartition(",")[2].strip(" [") in _WITH_THE_LAST:
        return number
    kept = tuple(each for each in number.range.points if ends.isdisjoint(dict(each.under)))
    return replace(number, range=replace(number.range, points=kept))


def _axes(axis: Value) -> tuple[Value, ...]:
    return axis.items if isinstance(axis, Sequence) else (axis,)


def _single(axis: Value | None) -> float | None:
    return axis.range.single if isinstance(axis, Number) else None


def of_each_class(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the sum or the mean of what all rows of a softmax give each class: 0 where none gives it anything.

    The mean of all predictions, and the weight of a cluster.
    """
    if not roles["x"].traits >= OF_EACH_CLASS:
        return None
    most = result.range.interval.high
    return producing(evaluator, narrowed(result, 0.0, most, ()), "share_of_each_class", (0.0,), origin)


def _with_axes(number: Number, axis: Value | None) -> Number:
    """Return the operand of a sum of logarithms of shares, which knows along which axes it is summed."""
    singles = list(map(_single, _axes(axis))) if axis is not None else []
    named = (
        {f"{_LOGARITHMS_ALONG}{int(each)}" for each in singles if each is not None} if axis is not None else {_ALL_AXES}
    )
    return replace(number, traits=number.traits | named)


def of_all_logarithms(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know that the logarithms of all shares are not 0 at once: the class that leads adds nothing, the others do."""
    x = roles["x"]
    axes = {each.removeprefix(_LOGARITHMS_ALONG) for each in x.traits if each.startswith(_LOGARITHMS_ALONG)}
    whole = {made for made in _log_softmaxes(x) if _trails_visibly(x, made)} if axes else set()
    if not whole or not whole <= _summed_whole(x, axes, _DEEPEST):
        return None
    kept = tuple(each for each in result.range.points if each.value != 0 or not _is_under(each, whole))
    return replace(result, range=replace(result.range, points=kept))


def _log_softmaxes(number: Number) -> set[Producer]:
    return {each.producer for each in number.made if each.function.name == OF_LOGARITHMS}


def _is_under(point: Point, producers: set[Producer]) -> bool:
    return any(symbol in producers for symbol, _ in point.under)


def _trails_visibly(number: Number, made: Producer) -> bool:
    """Say whether what is summed is not 0 for the classes that trail, wherever it is known."""
    trailing = [each for each in number.range.points if dict(each.under).get(made, 0.0) != 0]
    return bool(trailing) and all(each.value != 0 for each in trailing)


def _summed_whole(number: Number, axes: set[str], depth: int) -> set[Producer]:
    """Return the log softmaxes that a number holds with all of their classes, which are along the axes of a sum."""
    if number.direct is not None and number.direct.function.name == OF_LOGARITHMS:
        own = {each.removeprefix(_ALONG) for each in number.traits if each.startswith(_ALONG)}
        is_own = _ALL in axes or (bool(own) and (own <= axes or own | axes == {"1", "-1"}))
        return {number.direct.producer} if is_own else set()
    made = number.computation
    if not depth or made is None or made.function.transfer not in _EACH_ALONE:
        return set()
    return _of_operands(made, axes, depth)


def _of_operands(made: Computation, axes: set[str], depth: int) -> set[Producer]:
    """Return the log softmaxes that all operands hold whole which hold them at all."""
    whole, cut = set[Producer](), set[Producer]()
    for each in made.roles.values():
        found = _summed_whole(each, axes, depth - 1)
        whole |= found
        cut |= _log_softmaxes(each) - found
    return whole - cut
