"""A place that a log leads to, why it does, and what is known of the operation there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from nanproof.fixes.diagnosis import Diagnosis
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.suspects.certainty import CERTAINTIES, Certainty
from nanproof.traces.matched import Matched, Text
from nanproof.traces.report import Event, Trouble


class Role(Enum):
    """How a place stands to the line that the framework named, the likeliest first."""

    NAMED = "named"
    DOWNSTREAM = "downstream"
    UPSTREAM = "upstream"
    CARRIES = "carries"
    SAME = "same operation"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Suspected:
    """An operation that may have made the NaN of an event, the line at which it was noticed, and how it came there.

    Without a diagnosis it is the named line itself, of which the source shows nothing invalid.
    """

    event: Event
    role: Role
    trouble: Trouble
    text: Text
    place: Place
    diagnosis: Diagnosis | None = None
    named: Matched | None = None
    steps: int = 0
    score: float = 0.0

    @property
    def document(self) -> Document:
        """The file that it stands in."""
        return self.text.document

    @property
    def certainty(self) -> Certainty:
        """How sure it is: what the framework saw and the source explains, what the source shows, what is possible."""
        if self.diagnosis is None:
            return Certainty.POSSIBLE
        if self.role is Role.NAMED:
            return Certainty.CERTAIN
        shown = CERTAINTIES[self.diagnosis.finding.severity]
        return Certainty.TAKEN if shown is Certainty.CERTAIN else shown

    @property
    def is_on_way(self) -> bool:
        """Whether its value is known to reach the named line, or the other way round."""
        return self.role in (Role.NAMED, Role.DOWNSTREAM, Role.UPSTREAM, Role.CARRIES)
