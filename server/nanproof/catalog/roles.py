"""The roles that parameters play, and how lists of parameters are read."""

from __future__ import annotations

from functools import cache

from nanproof.catalog.model import Parameter

ROLES = frozenset(
    {
        "x",  # the first or only operand; a list of operands for concat and stack
        "y",  # the second operand
        "function",  # what is applied to the operands, or returned in another form
        "low",
        "high",
        "condition",
        "where",  # the mask of a reduction
        "places",  # the index at which the second operand is put
        "padding",  # the index of an embedding whose row stays 0
        "initial",  # the value that a reduction, or a variable, starts from
        "sources",  # what a derivative is taken by
        "trainable",  # whether a variable is trained
        "axis",
        "keepdims",
        "dtype",
        "shape",
        "like",  # a tensor whose shape is taken, and none of its values
        "activation",
        "nonlinearity",  # what squashes a state
        "value",  # what a constant is filled with
        "minval",
        "maxval",
        "mean",
        "scale",  # a standard deviation
        "exponent",
        "base",
        "alpha",
        "beta",
        "rate",
        "epsilon",
        "inset",  # how far inside of its domain an operation keeps its operand, where it is given
        "order",  # of a norm
        "ddof",
        "start",
        "stop",
        "step",
        "endpoint",
        "num",
        "depth",
        "on_value",
        "off_value",
        "posinf",
        "neginf",
        "target",
        "reduction",
        "weights",
        "scaled",  # a learnt factor after a normalisation
        "out",
        "vectors",  # whether vectors are given beside values
        "zeroed",  # whether what is infinite of a loss becomes 0
        "outputs",  # what a model of layers gives
        "carried",  # what a function that is run again and again is given first, and then what it gave
        "carried_each",  # a tuple of such
        "passed",  # what a function is given as it is
        "spread",  # a tuple of what a function is given
        "leaves",  # a tree, or a list, of which a function is given one leaf after the other
        "run_over",  # of which a function is given one element after the other
    }
)


@cache
def parameters(text: str) -> tuple[Parameter, ...]:
    """Read `x, dim=axis, *tensors=x, out=_`; the same lists come again and again, hence the cache."""
    read = tuple(_parameter(part) for part in text.split(", ")) if text else ()
    if len({parameter.name for parameter in read}) < len(read):
        raise ValueError(f"a parameter is there twice: {text}")
    return read


@cache
def _parameter(part: str) -> Parameter:
    spelt, given, role = part.partition("=")
    name = spelt.removeprefix("*")
    if not name.isidentifier():
        raise ValueError(f"{part!r} is not a parameter")
    if not given:
        role = name if name in ROLES else ""
    elif role == "_":
        role = ""
    elif role not in ROLES:
        raise ValueError(f"unknown role {role!r}")
    return Parameter(name, role, star=spelt != name)
