"""What the catalogue says of an operation, as immutable data.

There is one object a function, framework and operation, so these compare and hash by identity.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, isinf, isnan
from typing import Literal

from nanproof.catalog.backward import Backward, Kept

Kind = Literal["function", "method", "layer"]
Value = str | int | float | bool
# An operand of a witness or a case, as TOML has it: a number, a list of numbers, a list of rows.
Operand = Value | Sequence["Operand"]

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Domain:
    """The operand's values for which the result is finite; an open end and the `hole` do not belong to it.

    With `poles`, neither 0 nor any negative integer does (the gamma function and its kin).
    """

    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False
    hole: float | None = None
    poles: bool = False

    def holds(self, value: float) -> bool:
        """Say whether a value belongs to the domain. NaN and infinities came about earlier, and pass."""
        if isnan(value) or isinf(value):
            return True
        if value == self.hole or (self.poles and value <= 0 and value == int(value)):
            return False
        above = value > self.low if self.low_open else value >= self.low
        below = value < self.high if self.high_open else value <= self.high
        return above and below


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """What an operation computes, whichever framework it stands in.

    What is `degenerate` takes the values of `reaches` for inputs out of the ordinary only: a vector of zeros, one
    random number of ten million. To the rules `doubted_by` they are no more than possible, unless the source
    expects them, or a loss is computed of it where they are `met_in_losses`. The values `far` need inputs so
    large that they are a guess where nothing is known of the input. `without_axis` names the function that a
    reduction is where no axis is given, `gives` those whose results a function returns as a tuple: a variance and
    a mean. Elements whose label is what it `ignores`, unless told otherwise, count for nothing. The derivative of the
    parts of its result in `apart`, by their place or their name, divides by the distances of values that it finds. What
    is infinite of it becomes 0 where the role `excused_by` is true. It multiplies the logarithm of the operand by the
    role that `weighs`. What its operand, or its labels, must do for it to be defined is what it `stays`, and
    `undefined` says what comes of those that do not.

    `operand` is the role that `domain` restricts. `gradient` is the domain of the derivative, where that is
    smaller (`Framework.gradients` says where a framework differs); an operation that `overflows` is infinite for
    operands beyond a bound that the dtype sets. Where there is a `joint` role, the derivative fails only where that
    operand is outside of `gradient` too: at the origin. `steep` says what the derivative does outside `gradient`.
    `noun` completes "`p` is ...", `reaches` completes "it is exactly 0 in float32 ..." (the keys are the values
    reached, or `<0`, `>1` and `<-1` for values that rounding makes; `{names}` are numbers that
    `Framework.constants` knows). `transfer` names the function in `nanproof.values` that computes the result.

    `witness` gives operands, by role, for which the value is NaN or infinite; `gradient_witness` operands for
    which the value is finite and the derivative is not, in the frameworks whose `gradient` excludes them.
    """

    name: str
    title: str
    noun: str
    operand: str | None
    domain: Domain | None
    gradient: Domain | None
    joint: str
    overflows: bool
    degenerate: bool
    doubted_by: tuple[str, ...]
    met_in_losses: bool
    far: tuple[float, ...]
    ignores: float | None
    apart: frozenset[str]
    excused_by: str
    weighs: str
    stays: str
    undefined: str
    rule: str | None
    at_edge: str
    outside: str
    steep: str
    reaches: Mapping[str, str]
    transfer: str
    without_axis: str | None
    gives: tuple[str, ...]
    witness: Mapping[str, Operand]
    gradient_witness: Mapping[str, Operand]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter as the framework spells it, and the role it plays; the role is empty if it plays none."""

    name: str
    role: str
    star: bool = False


@dataclass(frozen=True, slots=True)
class Mask:
    """How a mask is written: a call, and where the framework has one, a method of the tensor.

    `within` gives another call for operations that stand in a certain module, because a file that uses
    `keras.backend` need not have `keras.ops` at all.
    """

    call: str
    arguments: str
    method: str | None
    method_arguments: str
    within: Mapping[str, str]

    def call_for(self, operation: str) -> str:
        """Return the canonical name of the call that masks the operand of this operation."""
        for module, call in self.within.items():
            if operation.startswith(f"{module}."):
                return call
        return self.call


@dataclass(frozen=True, slots=True)
class Writing:
    """How a program of one line is written in a framework.

    `modules` maps modules to the names that people import them under; `tensor` and `gradient` are the spellings of a
    tensor and of a derivative, with places to fill. `calls` gives the call of a function where it is not the first
    operation of its kind with plain arguments. `homes` maps beginnings of names to where they stand in the releases
    that the oracle installs, `gone` lists the beginnings of names that these no longer have.
    """

    modules: Mapping[str, str]
    tensor: str
    gradient: str
    calls: Mapping[str, str]
    homes: Mapping[str, str]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Models:
    """What the methods do that a framework gives to its models, layers and losses.

    `themselves` are those that give the object back, `applied` those that call it. What one passes as one of the
    `losses` to the method `compiled` is called with the labels and the model's output.
    """

    themselves: frozenset[str]
    applied: frozenset[str]
    compiled: str
    losses: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Framework:
    """A framework: its modules, its tensor class, its numbers and its masks.

    `trained` are the attributes under which layers keep their weights. `constants` maps a dtype to the numbers at which
    functions underflow, saturate and overflow in it.
    `gradients` gives the domain of the derivative of the functions whose derivative this framework computes otherwise.
    `activations` maps the strings of `activation="..."` to names of functions, `values` full names to the numbers
    that they stand for (`math.pi`), `twins` the name of a function to the operation that a fix calls for it. `models`
    says what methods of models do. `kept` says what must not be changed in place before the backward pass, None where
    nothing can be or nobody minds; `backward` where that pass comes to an end.
    `clip_is_flat_since` is the release from which on a clip has the derivative 0 at its bounds too; empty: in none.
    `stops_at_its_bounds` are the functions that answer 0 to whatever derivative arrives where they are at a bound,
    `stops_at_its_bounds_in_xla` those that do so where XLA compiles them. `probabilities` maps a distribution to what
    makes its `probs` of logits. `shared_methods` are methods of the tensor whose names other objects have as often.
    `divides_by_gaps` are the functions whose derivative is NaN where two of the values that they find are equal.
    `casts_numbers` says that a number of Python's becomes one of the tensor's dtype before anything is computed.
    """

    name: str
    title: str
    roots: tuple[str, ...]
    tensor: str | None
    default_dtype: str
    flushes_subnormals: bool
    trained: tuple[str, ...]
    constants: Mapping[str, Mapping[str, str]]
    masks: Mapping[str, Mask]
    activations: Mapping[str, str]
    values: Mapping[str, float]
    gradients: Mapping[str, Domain]
    twins: Mapping[str, str]
    writing: Writing
    models: Models
    kept: Kept | None
    backward: Backward
    probabilities: Mapping[str, str]
    clip_is_flat_since: str = ""
    stops_at_its_bounds: frozenset[str] = frozenset()
    stops_at_its_bounds_in_xla: frozenset[str] = frozenset()
    divides_by_gaps: frozenset[str] = frozenset()
    shared_methods: frozenset[str] = frozenset()
    casts_numbers: bool = False

    @property
    def mention(self) -> re.Pattern[bytes]:
        """What stands in every text that imports the framework, or uses what others imported; `jax.numpy` is no NumPy.

        A pattern of lines, and no question to the tree: it is asked for very often. Comments and strings prove nothing,
        nor does a docstring that speaks of the framework in words.
        """
        roots = b"|".join(re.escape(root.encode()) for root in self.roots)
        named = rb"(?<!jax\.)(?<!jax import )(?:" + roots + rb")"
        # Bounded, so that a line of a million characters costs no more than its beginning.
        imported = rb"^(?:[^#\"'\n]{0,120}[:;])?[ \t]{0,80}(?:import[ \t]|from[ \t])[^#\n]{0,200}" + named
        used = rb"^[^#\"'\n]{0,400}(?<![\w.])" + named + rb"\w{0,40}\.\w"
        return re.compile(imported + rb"|" + used, re.MULTILINE)

    def gradient_of(self, function: Function) -> Domain | None:
        """Return the operand values for which a function's derivative is finite in this framework, None for all."""
        return self.gradients.get(function.name, function.gradient)

    def has_today(self, name: str) -> bool:
        """Say whether the releases that the oracle installs still have an operation of this name."""
        return not name.startswith(self.writing.gone)


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """A function, a method of the tensor, or a layer class, of one framework.

    For a layer, `parameters` are those of the constructor and `call` those of the instance's call. An
    `inplace` operation also rebinds its receiver. `aliases` are other full names of the same operation. `guards`
    says what the library does inside to keep the value finite where the bare function is not.
    """

    name: str
    function: Function
    framework: Framework
    kind: Kind
    parameters: tuple[Parameter, ...]
    call: tuple[Parameter, ...]
    defaults: Mapping[str, Value]
    inplace: bool
    aliases: tuple[str, ...]
    guards: str


# A key of `reaches` that begins with a sign speaks of all values beyond a number: they are taken by rounding.
_SAID = {"<0": "below 0", ">1": "above 1", "<-1": "below -1", "inf": "infinite"}


@dataclass(frozen=True, slots=True)
class Reach:
    """A value that a function takes, as a message says it (`exactly 0`, `below 0`), and when it does.

    `is_of_dtype` says that another dtype takes it elsewhere.
    """

    value: str
    when: str
    is_of_dtype: bool = False


def reached(function: Function, framework: Framework, value: float, dtype: str) -> Reach | None:
    """Say that a function of a framework takes a value in a dtype, and when; None where that is not known."""
    beyond = ("<-1", "<0") if value < -1 else ("<0",) if value < 0 else (">1",) if value > 1 else ()
    keys = (f"{value + 0.0:g}", *beyond)  # -0.0 is written as 0
    key = next((key for key in keys if key in function.reaches), None)
    return _reach(function, framework, key, dtype) if key is not None else None


def all_reached(function: Function, framework: Framework, dtype: str) -> tuple[Reach, ...]:
    """Return all values that a function of a framework is known to take in a dtype."""
    found = (_reach(function, framework, key, dtype) for key in function.reaches)
    return tuple(reach for reach in found if reach is not None)


def _reach(function: Function, framework: Framework, key: str, dtype: str) -> Reach | None:
    sentence = function.reaches[key]
    constants = framework.constants.get(dtype, {})
    named = _PLACEHOLDER.findall(sentence)
    if any(name not in constants for name in named):
        return None
    return Reach(_SAID.get(key, f"exactly {key}"), sentence.format(**constants), bool(named))
