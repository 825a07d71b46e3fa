"""The catalogue's names and parameters against those of the real frameworks."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from importlib import import_module

import pytest

from nanproof.catalog import Operation, Parameter, load
from tests.oracle.conftest import needs
from tests.oracle.flavours import MODULES
from tests.oracle.signatures import Signature, found, signatures

OPERATIONS = tuple(load().operations())

# Where a module of the catalogue stands in the releases that the oracle installs.
HOMES = {
    "tensorflow.": ("tensorflow.", "tensorflow.compat.v1."),
    "keras.backend.": ("keras.src.legacy.backend.", "keras.src.backend."),
    "keras.KerasTensor.": (),
    "flax.linen.Param": ("flax.nnx.Param",),
}
# Names that frameworks had once. Programs that use them are still read, so the catalogue keeps them.
OLD = (
    *(beginning for each in load().frameworks.values() for beginning in each.writing.gone),
    "keras.backend.",
    "keras.layers.Deconvolution2D",
    *(f"keras.losses.{name}" for name in ("mse", "MSE", "mae", "MAE", "mape", "msle", "huber_loss", "logcosh")),
    *(f"keras.losses.{name}" for name in ("kullback_leibler_divergence", "kld", "KLD")),
)
# Parameters likewise.
OLD_PARAMETERS = {"jax.numpy.clip": ("a", "a_min", "a_max")}


def homes(name: str) -> list[str]:
    """Return the full names under which the real framework may have an operation."""
    for prefix, candidates in HOMES.items():
        if name.startswith(prefix):
            return [candidate + name.removeprefix(prefix) for candidate in candidates]
    return [name]


def fault(parameters: Sequence[Parameter], real: Signature, elsewhere: frozenset[str] = frozenset()) -> str | None:
    """Say what the catalogue has wrong about one signature.

    Parameters that only other overloads, spellings or releases have come `elsewhere`; they must stand last.
    """
    for index, parameter in enumerate(parameters):
        if parameter.star:
            return None
        if index < len(real.positional):
            if index >= real.nameless and real.positional[index] != parameter.name:
                return f"parameter {index} is {real.positional[index]}, not {parameter.name}"
        elif parameter.role and not (
            real.takes_more or real.takes_any_keyword or parameter.name in real.keywords | elsewhere
        ):
            return f"there is no parameter {parameter.name}"
    return None


def faults(operation: Operation) -> list[str]:
    """Say what is wrong about the parameters of an operation, for each of its spellings."""
    places = {
        spelling: [each for place in homes(spelling) for each in signatures(place)]
        for spelling in (operation.name, *operation.aliases)
    }
    everywhere = frozenset(
        name
        for overloads in places.values()
        for each in overloads
        for name in (*each.positional, *each.keywords, *OLD_PARAMETERS.get(operation.name, ()))
    )
    told = []
    for spelling, overloads in places.items():
        wrong = [fault(operation.parameters, each, everywhere) for each in overloads]
        if wrong and all(wrong):
            told.append(f"{spelling}: {'; '.join(filter(None, wrong))}")
    return told


def of(framework: str) -> list[Operation]:
    """Return the operations of a framework."""
    return [each for each in OPERATIONS if each.framework.name == framework]


@pytest.fixture(params=MODULES)
def framework(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    needs(name)
    return name


def test_every_name_exists(framework: str) -> None:
    names = [name for each in of(framework) for name in (each.name, *each.aliases) if not name.startswith(OLD)]
    missing = [name for name in names if all(found(place) is None for place in homes(name))]
    assert missing == []


def test_parameters_have_the_names_and_the_order_of_the_framework(framework: str) -> None:
    told = [text for operation in of(framework) for text in faults(operation)]
    assert told == []


def test_a_shifted_parameter_is_noticed() -> None:
    real = Signature(("x", "axis"), 0, frozenset({"out"}), False, False)
    assert fault([Parameter("x", "x"), Parameter("out", "out")], real) == "parameter 1 is axis, not out"
    assert fault([Parameter("x", "x"), Parameter("axis", ""), Parameter("dim", "axis")], real) is not None
    assert fault([Parameter("x", "x"), Parameter("axis", ""), Parameter("out", "out")], real) is None


@pytest.mark.parametrize(
    ("operation", "parameter"),
    [
        pytest.param(operation, parameter, id=operation.name)
        for operation in OPERATIONS
        if "epsilon" in operation.defaults
        for parameter in operation.parameters
        if parameter.role == "epsilon"
    ],
)
def test_what_is_added_by_itself_is_what_the_framework_adds(operation: Operation, parameter: Parameter) -> None:
    needs(operation.framework.name)
    function = found(operation.name)
    assert callable(function)
    default = inspect.signature(function).parameters[parameter.name].default
    if default is None:
        keras = import_module("keras")

        default = keras.config.epsilon()
    assert default == operation.defaults["epsilon"]
