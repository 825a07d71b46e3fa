"""A suspect for programs: the finding as `check` prints it, with its rank, and its way to the loss."""

from __future__ import annotations

from nanproof.printed.objects import finding, step
from nanproof.printed.suspect import Suspected


def object_of(suspected: Suspected) -> dict[str, object]:
    """Return a suspect as an object of JSON."""
    return {
        **finding(suspected.record),
        "certainty": suspected.certainty.value,
        "distance": suspected.distance,
        "kind": suspected.kind.value,
        "on_way_to_loss": suspected.is_on_way,
        "rank": suspected.rank,
        "way": [step(each) for each in suspected.way],
    }
