"""NumPy: warnings with their line, and the errors that `seterr` and Python's own numbers raise in their place."""

from __future__ import annotations

import re

from nanproof.traces.report import LogFrame, Message, Trouble

_WARNING = re.compile(r"(.{1,1000}?):(\d{1,9}): RuntimeWarning: (.{1,300})")
_WHAT = re.compile(
    r"(?:divide by zero|invalid value|overflow|underflow)(?: encountered)? in"
    r" (?:scalar |vectorized )?(?:<ufunc ')?(\w{1,60})"
)
_SAID = (
    ("Mean of empty slice", "mean"),
    ("Degrees of freedom <= 0", "std"),
    ("All-NaN slice encountered", "nanmax"),
    ("math domain error", ""),
    ("math range error", "exp"),
    ("expected a positive input", "log"),
    ("expected a nonnegative input", "sqrt"),
    ("expected a number in range from -1 up to 1", "arccos"),
    ("ZeroDivisionError", "divide"),
    ("OverflowError", "exp"),
)

# What is NaN however finite the elements are: there are not enough of them.
_OF_TOO_FEW = ("Mean of empty slice", "Degrees of freedom <= 0")


def message_on(text: str) -> Message | None:
    """Return what a line says."""
    found = _WARNING.match(text)
    if found is not None:
        operation = _operation(found[3])
        frame = LogFrame(found[1].strip(), int(found[2]))
        if operation is None:
            return None
        return Message("numpy", Trouble.VALUE, operation, frame=frame, sure=any(each in text for each in _OF_TOO_FEW))
    if "FloatingPointError: " not in text and "Error: " not in text:
        return None
    operation = _operation(text)
    return Message("numpy", Trouble.VALUE, operation) if operation is not None else None


def _operation(said: str) -> str | None:
    found = _WHAT.search(said)
    if found is not None:
        return found[1]
    return next((operation for words, operation in _SAID if words in said), None)
