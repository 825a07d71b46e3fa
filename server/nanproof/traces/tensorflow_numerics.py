"""TensorFlow: `check_numerics`, alone and enabled for all operations, and what estimators and summaries say."""

from __future__ import annotations

import re

from nanproof.traces.report import Message, Stack, Trouble

_NAME = "tensorflow"
_DETECTED = re.compile(r'Detected Infinity or NaN in output \d{1,4} of (?:graph|eagerly-executing) op "(\w{1,100})"')
_HAD = re.compile(r": Tensor had (?:-?Inf|\+Inf|NaN|Inf and NaN|[\w+ -]{2,30}) values")
# What TensorFlow's own code calls a gradient: `clip_by_global_norm`, optimizers, and most users.
_GRADIENT = re.compile(r"\bgrad(?:ient)?s?\b|_grad\b|_grad/|gradients/", re.IGNORECASE)


def message_on(text: str) -> Message | None:
    """Return what a line says."""
    found = _DETECTED.search(text)
    if found is not None:
        trouble = Trouble.GRADIENT if found[1].endswith("Grad") else Trouble.VALUE
        return Message(_NAME, trouble, found[1])
    if _HAD.search(text) is not None:
        # What it checks stands on the line of `check_numerics`; the operation comes from further up.
        trouble = Trouble.GRADIENT if _GRADIENT.search(text) is not None else Trouble.VALUE
        return Message(_NAME, trouble, "CheckNumerics", completes=True)
    if "Nan in summary histogram" in text:
        trouble = Trouble.GRADIENT if _GRADIENT.search(text) is not None else Trouble.VALUE
        return Message(_NAME, trouble, stack=Stack.NONE, vague=True)
    if "NaN loss during training" in text or "Model diverged with loss = NaN" in text:
        return Message(_NAME, Trouble.UNKNOWN, stack=Stack.NONE, vague=True)
    return None
