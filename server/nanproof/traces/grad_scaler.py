"""Loss scaling of half precision: steps that were skipped because a gradient was infinite or NaN."""

from __future__ import annotations

import re

from nanproof.traces.report import Message, Stack, Trouble

_SKIPPED = re.compile(
    r"[Gg]radient overflow\.? ? ?(?:detected|Skipping step)"  # apex, fairseq
    r"|OVERFLOW! Rank \d{1,6} Skipping step"  # DeepSpeed
    r"|Minimum loss scale reached"
    r"|(?:total )?norm (?:of order [\d.]{1,9} )?for gradients from `?parameters`? is non-finite"  # clip_grad_norm_
)
# The first step was skipped, or somebody calls the two in the wrong order.
_SCHEDULER = "Detected call of `lr_scheduler.step()` before"


def message_on(text: str) -> Message | None:
    """Return what a line says."""
    if _SKIPPED.search(text) is None and _SCHEDULER not in text:
        return None
    framework = "torch" if "is non-finite" in text else "grad scaler"
    return Message(framework, Trouble.GRADIENT, stack=Stack.NONE, vague=True)
