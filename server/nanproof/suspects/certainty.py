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
# The rules of what is better written otherwise.
_OF_FORMS = "NAN4"


def kind_of(code: str) -> Kind:
    """Return what becomes invalid where a rule finds something."""
    return Kind.GRADIENT if code.startswith(_OF_GRADIENTS) else Kind.VALUE


def certainty_of(code: str, severity: Severity) -> Certainty:
    """Return what the evidence of a finding makes of it: a mere hint of what is written otherwise is finite today."""
    if severity is Severity.HINT and code.startswith(_OF_FORMS):
        return Certainty.MASKED
    return _CERTAINTIES[severity]


_CERTAINTIES = MappingProxyType(
    {
        Severity.ERROR: Certainty.CERTAIN,
        Severity.WARNING: Certainty.TAKEN,
        Severity.INFORMATION: Certainty.POSSIBLE,
        Severity.HINT: Certainty.POSSIBLE,
    }
)
