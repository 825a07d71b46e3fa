"""Suspects for programs: each finding as `check` prints it, with its rank, and its way to the loss."""

from __future__ import annotations

import json
from collections.abc import Iterable

from nanproof.cli.formats.json import finding, step
from nanproof.printed.suspect import Suspected


def as_json(suspects: Iterable[Suspected]) -> str:
    """Return suspects as a JSON array, the likeliest first."""
    return json.dumps([_object(each) for each in suspects], indent=2)


def _object(suspected: Suspected) -> dict[str, object]:
    return {
        **finding(suspected.record),
        "certainty": suspected.certainty.value,
        "distance": suspected.distance,
        "kind": suspected.kind.value,
        "on_way_to_loss": suspected.is_on_way,
        "rank": suspected.rank,
        "way": [step(each) for each in suspected.way],
    }
