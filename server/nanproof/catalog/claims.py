"""What the catalogue claims beyond an operation's entry, for people and for the oracle; the analysis never reads it.

A flavour is a framework as it is run: `tensorflow` (eager), `tensorflow.function`, `tensorflow.v1` (a graph in a
Session), `torch`, `jax`, `jax.jit`, `keras`, `numpy`, `python`. Where a claim names a framework, all its flavours are
meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from nanproof.catalog.model import Operand

Outcome = Literal["finite", "nan", "inf"]
OUTCOMES = ("finite", "nan", "inf")
FLAVOURS = (
    "tensorflow",
    "tensorflow.function",
    "tensorflow.v1",
    "torch",
    "jax",
    "jax.jit",
    "keras",
    "numpy",
    "python",
)


def runs(flavours: Sequence[str], flavour: str) -> bool:
    """Say whether a claim for some flavours or frameworks is one for this flavour; none named means all."""
    return not flavours or flavour in flavours or flavour.partition(".")[0] in flavours


_RELEASES = re.compile(r"([a-z]+)(>=|<)([0-9]+(?:\.[0-9]+)*)")


def parsed_releases(text: str) -> tuple[str, str, tuple[int, ...]] | None:
    """Read `torch>=2.14` or `torch<2.14`: framework, comparison and release; None where it is neither."""
    found = _RELEASES.fullmatch(text)
    return (found[1], found[2], _numbers(found[3])) if found is not None else None


def holds_on(versions: Sequence[str], framework: str, release: str) -> bool:
    """Say whether a claim for some releases is one for this release of a framework; of others it says nothing."""
    for framed, comparison, bound in filter(None, map(parsed_releases, versions)):
        if framed == framework and (_numbers(release) >= bound) is not (comparison == ">="):
            return False
    return True


def _numbers(release: str) -> tuple[int, ...]:
    """Return the numbers of a release: `2.14.1+cu130` is 2, 14, 1."""
    return tuple(int(part) for part in re.findall(r"\d+", release.partition("+")[0]))


@dataclass(frozen=True, slots=True)
class Case:
    """Operands of a function, by role, and what value and derivative come out.

    `gradient` is None where nothing is claimed of the derivative. `besides` gives other outcomes by flavour or
    framework, as pairs of value and gradient.
    """

    function: str
    operands: Mapping[str, Operand]
    value: Outcome
    gradient: Outcome | None
    besides: Mapping[str, tuple[Outcome, Outcome | None]]
    dtypes: tuple[str, ...]
    flavours: tuple[str, ...]
    note: str

    def expected(self, flavour: str) -> tuple[Outcome, Outcome | None]:
        """Return the outcomes of value and gradient in a flavour."""
        default = (self.value, self.gradient)
        return self.besides.get(flavour, self.besides.get(flavour.partition(".")[0], default))


@dataclass(frozen=True, slots=True)
class MaskClaim:
    """A spelling with a mask, what it protects, and from which constant on in which dtype.

    `by` is the function that masks. `program` is an expression over functions in `x` and the constant `e`; `value`
    and `gradient` give the smallest constants that are enough, `too_small` some that are not. A mask without
    constants protects what `protects` names and nothing else. `versions` are the releases on which it was seen, where
    it is not the same on all that are supported: `torch>=2.14`.
    """

    function: str
    by: str
    program: str
    witness: Operand
    safe: Sequence[float]
    protects: tuple[str, ...]
    value: Mapping[str, float]
    gradient: Mapping[str, float]
    too_small: Mapping[str, float]
    flavours: tuple[str, ...]
    note: str
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Twin:
    """A composition and the operation that computes the same and stays finite at `witness`."""

    composition: str
    twin: str
    functions: tuple[str, ...]
    witness: Operand
    safe: Operand
    flavours: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a flavour is known to answer otherwise than its entry says: operands from `low` to `high`.

    `becomes` is what the oracle observed there; an operation may be named where its kin behaves. Of what
    `is_by_processor` only some machines show anything.
    """

    functions: tuple[str, ...]
    operations: tuple[str, ...]
    flavours: tuple[str, ...]
    dtypes: tuple[str, ...]
    what: Literal["value", "gradient", "range", "witness", "guard"]
    low: float
    high: float
    becomes: str
    note: str
    is_by_processor: bool = False

    def applies(self, flavour: str, dtype: str, what: str, at: float = 0.0) -> bool:
        """Say whether the difference covers an observation."""
        return (
            self.what == what
            and runs(self.flavours, flavour)
            and (not self.dtypes or dtype in self.dtypes)
            and self.low <= at <= self.high
        )


@dataclass(frozen=True, slots=True)
class Call:
    """How operations are called that need more than their operands.

    `arguments` are written after the operands (of a layer: in its construction), `program` is the whole call where that
    is not enough. `shapes` are those of the operands by role; `within` bounds the operands that are accepted at all.
    """

    arguments: str
    program: str
    shapes: Mapping[str, tuple[int, ...]]
    dtypes: tuple[str, ...]
    within: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What functions, or single operations, compute: a formula of NumPy over the roles of their operands.

    `written` are operands that are given as plain numbers; `arguments` are written after the operands.
    """

    functions: tuple[str, ...]
    operations: tuple[str, ...]
    formula: str
    written: Mapping[str, str]
    arguments: str


@dataclass(frozen=True, slots=True)
class Claims:
    """All claims.

    `uncalled` are the operations whose range the oracle does not check, because no call of them is told yet.
    `exchangeable` gives the functions whose operands may change places, and why; `named` the role of a parameter by its
    name, where that is the same in every operation.
    """

    cases: tuple[Case, ...]
    masks: tuple[MaskClaim, ...]
    twins: tuple[Twin, ...]
    differences: tuple[Difference, ...]
    calls: Mapping[str, Call]
    uncalled: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    exchangeable: Mapping[str, str]
    named: Mapping[str, str]

    def meaning_of(self, function: str, operation: str) -> Meaning | None:
        """Return what an operation computes, None where that is not told."""
        of_it = [each for each in self.meanings if operation in each.operations]
        return next(iter([*of_it, *(each for each in self.meanings if function in each.functions)]), None)

    def call_of(self, operation: str) -> Call | None:
        """Return how an operation is called, by its full name or, where frameworks agree, by its last."""
        return self.calls.get(operation) or self.calls.get(operation.rpartition(".")[2])

    def differences_of(self, function: str, operation: str) -> list[Difference]:
        """Return the known differences of an operation."""
        return [
            each
            for each in self.differences
            if operation in each.operations or (function in each.functions and not each.operations)
        ]

    def masks_of(self, function: str) -> list[MaskClaim]:
        """Return the masks of a function."""
        return [each for each in self.masks if each.function == function]

    def twins_of(self, function: str) -> list[Twin]:
        """Return the twins of the compositions that a function takes part in."""
        return [each for each in self.twins if function in each.functions]

    def cases_of(self, function: str) -> list[Case]:
        """Return the cases of a function."""
        return [each for each in self.cases if each.function == function]
