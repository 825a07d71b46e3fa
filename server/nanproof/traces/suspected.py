"""A place that a log leads to, why it does, and what is known of the operation there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from nanproof.fixes.diagnosis import Diagnosis
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.suspects.certainty import Certainty, Kind, certainty_of, kind_of
from nanproof.traces.matched import Matched, Text
from nanproof.traces.report import Event, Trouble

if TYPE_CHECKING:  # it knows the engine, which a log may be read without
    from nanproof.suspects.suspect import Suspect


class Role(Enum):
    """How a place stands to the line that the framework named, the likeliest first."""

    NAMED = "named"
    DOWNSTREAM = "downstream"
    UPSTREAM = "upstream"
    CARRIES = "carries"
    SAME = "same operation"
    REACHED = "reached"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Suspected:
    """An operation that may have made the NaN of an event, the line at which it was noticed, and how it came there.

    Without a diagnosis it is the named line itself, of which the source shows nothing invalid. Where the log names
    neither line nor operation, it is the `suspect` of a search from the program that trains. What is `unexcluded` is an
    operation of which no rule says anything: its diagnosis says what nothing shows.
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
    suspect: Suspect | None = None
    unexcluded: bool = False

    @property
    def document(self) -> Document:
        """The file that it stands in."""
        return self.text.document

    @property
    def certainty(self) -> Certainty:
        """How sure it is: what the framework saw and the source explains, what the source shows, what is possible."""
        if self.suspect is not None:
            return self.suspect.certainty
        if self.diagnosis is None or self.unexcluded:
            return Certainty.POSSIBLE
        if self.role is Role.NAMED:
            return Certainty.CERTAIN
        shown = certainty_of(self.diagnosis.finding.code, self.diagnosis.finding.severity)
        return Certainty.TAKEN if shown is Certainty.CERTAIN else shown

    @property
    def is_on_way(self) -> bool:
        """Whether its value is known to reach the named line, or the other way round; or the loss, without a line."""
        if self.suspect is not None:
            return self.suspect.is_on_way
        return self.role in (Role.NAMED, Role.DOWNSTREAM, Role.UPSTREAM, Role.CARRIES)

    @property
    def kind(self) -> Kind:
        """What becomes invalid: as the framework says, or where it does not, as the finding does."""
        if self.trouble is not Trouble.UNKNOWN:
            return Kind(self.trouble.value)
        return kind_of(self.diagnosis.finding.code) if self.diagnosis is not None else Kind.VALUE
