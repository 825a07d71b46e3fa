"""What an expression can evaluate to: numbers with their range, and the things that lead to numbers."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TypeAlias

from tree_sitter import Node

from nanproof.catalog.model import Framework, Function, Operation, Reach, reached
from nanproof.infer.dtype_limits import Limits
from nanproof.infer.producer import Producer
from nanproof.infer.story import Story, Trace
from nanproof.source.document import Document
from nanproof.source.place import Place, Reason
from nanproof.values.dtype import DType
from nanproof.values.ranges import Range, exactly


class Holder(Enum):
    """What holds a number: a Python object, a NumPy array, a framework's tensor, or any of them (a parameter)."""

    PYTHON = "python"
    ARRAY = "array"
    TENSOR = "tensor"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Made:
    """How a producer's values came about: for messages."""

    producer: Producer
    function: Function = field(compare=False)
    framework: Framework = field(compare=False)
    dtype: DType = field(compare=False)
    place: Place = field(compare=False)

    def reaches(self, value: float) -> Reach | None:
        """Say that the producer takes a value, and when; None where that is not known."""
        return reached(self.function, self.framework, value, self.dtype.value)


@dataclass(frozen=True, eq=False, slots=True)
class Computation:
    """One operation that was computed, with its operands by role: enough to compute it again with others."""

    function: Function
    roles: Mapping[str, Number]
    where: Place
    context: tuple[object, ...]
    operation: Operation | None
    dtype: DType | None


@dataclass(frozen=True, eq=False, slots=True)
class Parts:
    """What a stack or a concatenation is put together from, along an axis.

    `are_turned`: the columns of a concatenation, which were taken apart and lie along the first axis now.
    """

    items: tuple[Number, ...]
    axis: int
    is_stack: bool
    are_turned: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Alternatives:
    """The numbers of which a number is one, in the order of the choice that decides; `are_apart`: not of one dtype."""

    numbers: tuple[Number, ...]
    by: Hashable
    are_apart: bool = True

    def of(self, number: Number, index: int) -> Number:
        """Return what a number is where this choice falls on one of its alternatives."""
        own = number.alternatives
        if own is not None and own.by == self.by:
            return own.numbers[index]
        kept = tuple(each for each in number.range.points if dict(each.way).get(self.by, 1 << index) & 1 << index)
        return replace(number, range=replace(number.range, points=kept), alternatives=None)


@dataclass(frozen=True, slots=True)
class Number:
    """A Python number, an array or a tensor: what values its elements can take.

    `traits`: "simplex" (elements along an axis sum to 1, `shares.py`), "offset" (something positive was added to a
    value of which nothing is known: a mask, as far as anybody can tell), "mask" (a bound put on a value of which
    nothing is known), "chosen" (something that is unknown, but where a condition replaces it), "trained" (the weights
    of a layer, moved or not, of which no row is zero), "factor" (of Cholesky's), "one-hot", "places" (`one_hot.py`,
    `selected.py`), "beside others" (one of several, of some of which nothing is known). `made` are all producers that
    its points depend on, `direct` the one whose result it is as it stands. Numbers of one `term` (0: none) are the
    same. `computation` is the operation that made it, whose operands lead on backwards, `parts` are those that it was
    put together from, `alternatives` those of which it is one, where they are not of one dtype, or are Python's.
    """

    range: Range
    dtype: DType
    holder: Holder
    framework: Framework | None = field(default=None, compare=False)
    traits: frozenset[str] = frozenset()
    term: int = 0
    made: tuple[Made, ...] = field(default=(), compare=False)
    direct: Made | None = field(default=None, compare=False)
    trace: Story | None = field(default=None, compare=False)
    computation: Computation | None = field(default=None, compare=False, repr=False)
    parts: Parts | None = field(default=None, compare=False, repr=False)
    alternatives: Alternatives | None = field(default=None, compare=False, repr=False)

    def stepped(self, message: str, place: Place) -> Number:
        """Return the number with one more step on its way."""
        if isinstance(self.trace, Trace) and self.trace.place == place:
            return self  # a call of a function that only passes on what it makes
        return replace(self, trace=Trace(Reason(message, place), self.trace))


@dataclass(frozen=True, slots=True)
class Reference:
    """Something outside the project, by its full name: a framework's function, a module, a class."""

    qualified: str
    is_certain: bool = True  # False: it may be something else, of which nothing is known


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a tensor that is about to be called; `written` is the receiver as it stands in the source."""

    receiver: Number | Unknown
    name: str
    written: Deferred = field(compare=False)


@dataclass(frozen=True, slots=True)
class Layer:
    """An instance of a framework's layer class, with the arguments of its constructor; or several in a row."""

    operation: Operation = field(compare=False)
    arguments: Arguments
    place: Place
    stages: tuple[Value, ...] = ()
    dtype: DType | None = None  # that its weights were cast to
    method: str = ""  # what is about to be called of it: `nn.Linear(8, 1).half`


@dataclass(frozen=True, slots=True)
class UserFunction:
    """A function of the project, and the instance it is bound to."""

    document: Document
    node: Node
    frame: Frame | None
    receiver: Instance | None = None


@dataclass(frozen=True, slots=True)
class Partial:
    """A function with some of its arguments, `functools.partial(f, dim=-1)`.

    Of a call `dropped` arguments come first that are not the function's: the variables of `model.apply(variables, x)`.
    """

    function: Value
    arguments: Arguments
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class UserClass:
    """A class of the project."""

    document: Document
    node: Node


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a project class; `arguments` are those of its constructor, where the call is known."""

    type: UserClass
    arguments: Arguments | None = None
    context: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    """Several things of which a choice decides which one is called: layers, objects, functions, what nobody knows."""

    values: tuple[Value, ...]
    by: Hashable

    def has(self, *kinds: type) -> bool:
        """Say whether some of the things are of some kinds."""
        return any(isinstance(each, kinds) for each in self.values)


def things(value: Value) -> tuple[Value, ...]:
    """Return the things that a choice decides among; of any other value itself."""
    return value.values if isinstance(value, OneOf) else (value,)


@dataclass(frozen=True, slots=True)
class UserModule:
    """A module of the project."""

    document: Document


@dataclass(frozen=True, slots=True)
class Sequence:
    """A tuple or list whose items are known one by one."""

    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A dictionary, as far as its keys are written out; `others` is what it holds under the others, None: anything."""

    items: tuple[tuple[str, Value], ...] = ()
    others: Value | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A string, where it stands literally in the source."""

    text: str


@dataclass(frozen=True, slots=True)
class Other:
    """Something that is certainly not a number: None, a set, a path."""

    is_none: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing is known, except that two unknowns of one term (0: none) are the same thing."""

    term: int = 0


@dataclass(frozen=True, slots=True)
class Deferred:
    """An expression that is evaluated only when somebody needs it, in the frame it stands in."""

    frame: Frame
    node: Node


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a call as they stand there; `is_complete` is False where `*args` or `**kwargs` hide some.

    `tables` are what is given as `**kwargs`: dictionaries, of which the items may be known.
    """

    positional: tuple[Deferred | Value, ...] = ()
    keyword: tuple[tuple[str, Deferred | Value], ...] = ()
    is_complete: bool = True
    tables: tuple[Deferred, ...] = ()

    def given(self, index: int, name: str) -> Deferred | Value | None:
        """Return what is given as the parameter of a place and a name, None where nothing is."""
        named = (each for keyword, each in self.keyword if keyword == name)
        return next(named, next(iter(self.positional[index : index + 1]), None))


@dataclass(frozen=True, eq=False, slots=True)
class Frame:
    """One activation of a scope: equal keys mean equal evaluations.

    `arguments` are those of this call, None where the function is looked at for itself, for whichever call may come.
    `outer` is the frame that the function was defined in, `receiver` the object that a method was called on.
    """

    document: Document
    scope: Node
    key: tuple[object, ...]
    arguments: Arguments | None = None
    receiver: Instance | None = None
    outer: Frame | None = None


Value: TypeAlias = (
    Number
    | Reference
    | Method
    | Layer
    | UserFunction
    | Partial
    | UserClass
    | Instance
    | OneOf
    | UserModule
    | Sequence
    | Table
    | Limits
    | Text
    | Other
    | Unknown
)

UNKNOWN = Unknown()
OTHER = Other()
NONE = Other(is_none=True)


def python_number(value: float, *, is_integer: bool) -> Number:
    """Return a Python constant."""
    return Number(exactly(value), DType.INTEGER if is_integer else DType.FLOAT64, Holder.PYTHON)
