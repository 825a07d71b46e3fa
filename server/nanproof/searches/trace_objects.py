"""A suspect of a log for programs: in the shape of a finding, with its rank and why it has it."""

from __future__ import annotations

from nanproof.printed.objects import VERSION, finding, location
from nanproof.printed.traced import place_of, record_of
from nanproof.traces.suspected import Suspected
from nanproof.traces.told import to_be_sure, why


def object_of(rank: int, each: Suspected) -> dict[str, object]:
    """Return a suspect as an object of JSON."""
    record = record_of(each)
    return {
        **(finding(record) if record is not None else _line(each)),
        "certainty": each.certainty.value,
        "kind": each.kind.value,
        "log": {"framework": each.event.framework, "line": each.event.at, "operation": each.event.operation},
        "on_way_to_loss": each.is_on_way,
        "rank": rank,
        "role": each.role.value,
        "to_be_sure": to_be_sure(each),
        "why": why(each),
    }


def _line(each: Suspected) -> dict[str, object]:
    """Return a line that is named and of which nothing is found, in the shape of a finding."""
    stretch = place_of(each)
    return {
        "cell": stretch.cell,
        "code": None,
        "end_location": location(stretch.end),
        "filename": stretch.filename,
        "fix": None,
        "fixes": [],
        "location": location(stretch.start),
        "message": why(each),
        "name": None,
        "operand": "",
        "operation": each.event.operation,
        "reason": [],
        "severity": None,
        "url": None,
        "value": "",
        "version": VERSION,
    }
