"""What is told of one operation that may have made the NaN, and of all that was looked at."""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.explain.safety import Safe
from nanproof.findings.finding import Finding
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.source.document import Document
from nanproof.source.place import Place, Reason
from nanproof.suspects.certainty import Certainty, Kind


@dataclass(frozen=True, slots=True)
class Suspect:
    """An operation of a document that can make NaN or Inf.

    `distance` is the number of steps from its result to what is differentiated, None where no way there is known;
    `way` are these steps, from the operation on to the loss. The way from the producer to the operation are the
    reasons of the finding.
    """

    document: Document
    diagnosis: Diagnosis
    certainty: Certainty
    kind: Kind
    distance: int | None = None
    way: tuple[Reason, ...] = ()

    @property
    def finding(self) -> Finding:
        """What was found there."""
        return self.diagnosis.finding

    @property
    def path(self) -> str:
        """The file that it stands in."""
        return self.document.path

    @property
    def is_on_way(self) -> bool:
        """Whether its result is known to go into what is differentiated."""
        return self.distance is not None


@dataclass(frozen=True, slots=True)
class Looked:
    """What an entry led to: the suspects, the likeliest first, and what else was looked at.

    `losses` are the places where a derivative is asked for, `unseen` the files that were not looked at to their end;
    `trains` says that a model, a layer or a loss is defined, or trained.
    """

    suspects: tuple[Suspect, ...] = ()
    safe: tuple[Safe, ...] = ()
    documents: tuple[Document, ...] = ()
    functions: int = 0
    losses: tuple[Place, ...] = ()
    unseen: tuple[str, ...] = ()
    trains: bool = True

    @property
    def operations(self) -> int:
        """The number of operations that were looked at."""
        return len(self.suspects) + len(self.safe)
