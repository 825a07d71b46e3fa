"""PyTorch: the warning of a deviation or a variance of too few elements, which names its line."""

from __future__ import annotations

import re

from nanproof.traces.report import LogFrame, Message, Trouble

_FEW = re.compile(r"(.{1,1000}?):(\d{1,9}): UserWarning: (std|var|std_mean|var_mean)\(\): degrees of freedom is <= 0")
_NODES = {"std": "Std", "var": "Var", "std_mean": "StdMean", "var_mean": "VarMean"}


def message_on(text: str) -> Message | None:
    """Return what a line says."""
    found = _FEW.match(text) if "degrees of freedom" in text else None
    if found is None:
        return None
    frame = LogFrame(found[1].strip(), int(found[2]))
    return Message("torch", Trouble.VALUE, _NODES[found[3]], frame=frame, sure=True)
