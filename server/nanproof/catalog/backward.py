"""What a framework keeps for the backward pass, and where its code lets that pass come to an end."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """What a framework keeps for the backward pass, and does not allow to be changed in place before it.

    Functions whose `operands` it keeps, whose `results`, and of which it keeps `nothing`. Of the `others`, which are
    operations, and of what is not named nobody knows.
    """

    operands: frozenset[str]
    results: frozenset[str]
    nothing: frozenset[str]
    others: frozenset[str]

    def knows(self, function: str) -> bool:
        """Say whether it is known what is kept of a function."""
        return function in self.operands or function in self.results or function in self.nothing


@dataclass(frozen=True, slots=True)
class Backward:
    """Where the code of a framework lets no derivative come back, not even a 0.

    `stops` are the functions that let none through, whatever they are given; `places` the last names of operations
    whose second result, where the elements stood, lets none through; `samples` the methods that draw from a
    distribution and let none through; `attributes` those of a tensor, called or not. In the `contexts`, as they stand
    there, nothing is recorded, until one of `records` further in. `shows` are Python's own functions that make a text
    or an integer of a value.
    `taken_by` are the last names of functions that take the derivative of a function, where that is how it is done:
    then none is taken of what runs outside. `optimizers` are the last names of classes whose methods run after the
    backward pass, `reports` the functions and packages that look at a value and give nothing back, `reporting` the
    methods of loggers and progress bars that do, `reporting_labelled` those that do where a text comes first, `draws`
    the packages that draw, `drawing` the methods of their figures. `derives` are the last names of decorators and base
    classes of code that brings a derivative of its own, so that none is taken of what it computes. `hooks` are the last
    names of functions that are given what runs in the backward pass itself, `hooked` how a parameter of that is called.
    What the forward pass of such code `saves`, its backward pass reads as what is `saved`.
    """

    stops: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    samples: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    shows: frozenset[str] = frozenset()
    contexts: frozenset[str] = frozenset()
    records: frozenset[str] = frozenset()
    taken_by: frozenset[str] = frozenset()
    optimizers: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    reporting_labelled: frozenset[str] = frozenset()
    draws: frozenset[str] = frozenset()
    drawing: frozenset[str] = frozenset()
    derives: frozenset[str] = frozenset()
    hooks: frozenset[str] = frozenset()
    hooked: frozenset[str] = frozenset()
    saves: frozenset[str] = frozenset()
    saved: frozenset[str] = frozenset()
