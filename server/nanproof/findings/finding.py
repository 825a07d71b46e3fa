"""What a rule reports: the site, the values and the chain of reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from nanproof.source.place import Place, Reason
from nanproof.source.span import Span

__all__ = ["SHOWN", "Finding", "Place", "Reason", "Severity"]


class Severity(Enum):
    """How strong the evidence is; see the table of severities in ARCHITECTURE.md."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"
    HINT = "hint"


# What the source shows, rather than leaves possible.
SHOWN = frozenset({Severity.ERROR, Severity.WARNING})


@dataclass(frozen=True, slots=True)
class Finding:
    """One risky operation and why it is risky.

    `span` covers the whole operation (`tf.log(y_conv)`), `operand_span` its operand; `operation` is the
    catalogue's canonical name, `value` the operand's values as text, `reasons` the chain from the producer
    to the use. `message` says what and why in the user's own names. What is said `about` another finding is of use only
    to whoever sees that one.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    operation: str
    operand: str
    operand_span: Span
    value: str
    reasons: tuple[Reason, ...]
    url: str
    about: tuple[str, Severity] | None = None
