"""Keras: `TerminateOnNaN`, which stops a training run and names no line."""

from __future__ import annotations

import re

from nanproof.traces.report import Message, Stack, Trouble

_STOPPED = re.compile(r"Batch \d{1,9}: Invalid loss, terminating training")


def message_on(text: str) -> Message | None:
    """Return what a line says."""
    if _STOPPED.search(text) is None:
        return None
    return Message("keras", Trouble.UNKNOWN, stack=Stack.NONE, vague=True)
