"""PyTorch's anomaly mode, and what Lightning and fairseq say of it: which node of the backward pass returned NaN."""

from __future__ import annotations

import re

from nanproof.traces.report import Message, Stack, Trouble

_NAME = "torch"
_DETECTED = re.compile(r"Error detected in (\w{1,100})\. (Traceback of forward call|No forward pass information)?")
# A derivative of a derivative: the node that the forward pass ran is the one before.
_INDUCED = re.compile(r"Previous calculation was induced by (\w{1,100})\. Traceback of forward call")
_RETURNED = re.compile(r"Function '(\w{1,100})' returned nan values in its \d{1,4}(?:st|nd|rd|th) output")
_MODULE = re.compile(r"NaN detected in (output|gradient|input)[^,]{0,20} of ([\w.]{1,200})")


def message_on(text: str) -> Message | None:
    """Return what a line says."""
    found = _DETECTED.search(text)
    if found is not None:
        stack = Stack.AFTER if (found[2] or "").startswith("Trace") else Stack.NONE
        return Message(_NAME, Trouble.GRADIENT, found[1], stack)
    found = _RETURNED.search(text)
    if found is not None:
        # The frames before it are of `loss.backward()`: the forward pass was told above, if it was.
        return Message(_NAME, Trouble.GRADIENT, found[1], completes=True)
    found = _INDUCED.search(text)
    if found is not None:
        return Message(_NAME, Trouble.GRADIENT, found[1], Stack.AFTER)
    if "Traceback of forward call" in text:  # before PyTorch 1.8 without the node's name, which follows
        return Message(_NAME, Trouble.GRADIENT, stack=Stack.AFTER)
    if "Expected " in text and "found invalid values" in text:  # a distribution that looks at its arguments
        return Message(_NAME, Trouble.VALUE)
    if "Detected nan and/or inf values in" in text or ("The loss returned in" in text and "is nan or inf" in text):
        return Message("lightning", Trouble.UNKNOWN, stack=Stack.NONE, vague=True)
    found = _MODULE.search(text)
    if found is not None:
        trouble = Trouble.GRADIENT if found[1] == "gradient" else Trouble.VALUE
        return Message("fairseq", trouble, stack=Stack.NONE, vague=True)
    return None
