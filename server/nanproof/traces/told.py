"""What is said of a suspect of a log: how it stands to the line that the framework named, and what makes it sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanproof.catalog.logged import bare_name
from nanproof.suspects.certainty import Certainty
from nanproof.traces.report import Event, Trouble
from nanproof.traces.suspected import Role, Suspected

if TYPE_CHECKING:  # it knows the engine, which a log may be read without
    from nanproof.suspects.suspect import Suspect

_TITLES = {
    "torch": "PyTorch",
    "jax": "JAX",
    "tensorflow": "TensorFlow",
    "keras": "Keras",
    "numpy": "NumPy",
    "lightning": "Lightning",
    "fairseq": "fairseq",
    "grad scaler": "the loss scaler",
}
_FINITE = {
    "torch": "assert torch.isfinite({}).all()",
    "jax": 'jax.debug.print("{{}}", jnp.isfinite({}).all())',
    "tensorflow": 'tf.debugging.check_numerics({}, "{}")',
    "keras": 'tf.debugging.check_numerics({}, "{}")',
    "numpy": "assert np.isfinite({}).all()",
}
_UNSURE = frozenset({Certainty.POSSIBLE, Certainty.MASKED})
_PLAIN = "print the smallest and the largest value of {}"


def headline(event: Event) -> str:
    """Say in one line what the log says."""
    what = {Trouble.VALUE: "a value", Trouble.GRADIENT: "a gradient", Trouble.UNKNOWN: "a value or a gradient"}
    if event.vague:
        return f"{title(event)} tells of a NaN or Inf and names no line (line {event.at} of the log)"
    by = title(event)
    operation = f" in `{event.operation}`" if event.operation else ""
    rank = f" of {event.channel}" if event.channel else ""
    return f"{by} found NaN or Inf in {what[event.trouble]}{operation} (line {event.at} of the log{rank})"


def title(event: Event) -> str:
    """Name who noticed it."""
    return _TITLES.get(event.framework, "the log")


def why(suspected: Suspected) -> str:
    """Say how a suspect stands to the line that the framework named."""
    event = suspected.event
    by, operation = title(event), f"`{bare_name(event.operation)}`" if event.operation else "the operation"
    at = f"line {suspected.named.frame.line}" if suspected.named is not None else "the line that is named"
    is_gradient = event.trouble is Trouble.GRADIENT
    match suspected.role:
        case Role.NAMED if suspected.diagnosis is not None:
            return f"{by} names this line, and what stands there can make the {_noun(event)} itself"
        case Role.NAMED:
            return (
                f"{by} names this line, and {operation} can make the {_noun(event)} itself;"
                " the source shows no value for it"
            )
        case Role.DOWNSTREAM:
            return (
                f"{by} names {at}, of which this is computed: a derivative that is Inf here comes back there,"
                f" where 0 * Inf is NaN"
            )
        case Role.UPSTREAM if is_gradient:
            return f"{by} names {at}, which is computed of this: a NaN or Inf made here makes its derivative NaN"
        case Role.UPSTREAM:
            return f"{by} names {at}, which is computed of this: {operation} is NaN there of what is Inf or NaN already"
        case Role.CARRIES:
            return f"{by} names this line, where {operation} only passes on what is Inf or NaN already"
        case Role.SAME:
            return f"{by} names {operation} and no line of this project: this is one"
        case Role.REACHED if suspected.suspect is not None and suspected.suspect.is_on_way:
            return f"{by} names no line: this is reached, and goes into the loss{_steps(suspected.suspect)}"
        case Role.REACHED:
            return f"{by} names no line: this is reached, on no known way to the loss"
        case _ if suspected.named is not None:
            return f"nothing shows a way from here to {at}, which {by} names"
        case _:
            return f"{by} names no line: this is among all that can become invalid"


def to_be_sure(suspected: Suspected) -> str:
    """Say what to write above the line to see whether it is the one; nothing where the source shows it."""
    if suspected.certainty not in _UNSURE:
        return ""
    diagnosis = suspected.diagnosis
    operand = diagnosis.finding.operand if diagnosis is not None else ""
    if not operand:
        return f"to be sure, {_PLAIN.format('each name on this line')} above it"
    form = _FINITE.get(suspected.event.framework, "")
    look = f"print({operand}.min(), {operand}.max())" if operand.isidentifier() else _PLAIN.format(f"`{operand}`")
    return f"to be sure, write above it: {form.format(operand, operand)}; {look}" if form else f"to be sure, {look}"


def _steps(suspect: Suspect) -> str:
    """Say how far a suspect stands from the loss."""
    if not suspect.distance:
        return " itself"
    return f", {suspect.distance} step{'s' if suspect.distance > 1 else ''} on"


def _noun(event: Event) -> str:
    return {"gradient": "invalid gradient", "value": "invalid value"}.get(event.trouble.value, "NaN")
