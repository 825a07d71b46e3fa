"""How sure a suspect is, and what becomes invalid; read without the engine, where there is only a log."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType

from nanproof.findings.finding import Severity


class Certainty(Enum):
    """How sure it is that the invalid value comes about, the surest first."""

    CERTAIN = "certain"
    TAKEN = "taken"
    POSSIBLE = "possible"
    MASKED = "masked"

    @property
    def order(self) -> int:
        """Where it stands among the others, the surest at 0."""
        return list(Certainty).index(self)


class Kind(Enum):
    """What becomes invalid: what the operation computes, or its derivative alone."""

    VALUE = "value"
    GRADIENT = "gradient"


# The rules whose findings say that the derivative alone is invalid.
_OF_GRADIENTS = "NAN3"


def kind_of(code: str) -> Kind:
    """Return what becomes invalid where a rule finds something."""
    return Kind.GRADIENT if code.startswith(_OF_GRADIENTS) else Kind.VALUE


# What the evidence of a finding makes of it.
CERTAINTIES = MappingProxyType(
    {
        Severity.ERROR: Certainty.CERTAIN,
        Severity.WARNING: Certainty.TAKEN,
        Severity.INFORMATION: Certainty.POSSIBLE,
        Severity.HINT: Certainty.MASKED,
    }
)
