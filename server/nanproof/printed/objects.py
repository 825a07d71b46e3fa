"""Findings for programs, in the shape in which ruff prints its own; `docs/output.schema.json` says all of it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from nanproof.printed.record import Location, Record, Remedy, Step

# Of what each object is that nanproof prints; another one where a key goes or means something else.
VERSION = 1


def as_json(records: Iterable[Record]) -> str:
    """Return the findings as a JSON array; not a single one is an empty array."""
    # In ASCII, so that no terminal, no locale and no stray surrogate can spoil it.
    return json.dumps([finding(record) for record in records], indent=2)


def finding(record: Record) -> dict[str, object]:
    """Return a finding as an object of JSON."""
    preferred = next((remedy for remedy in record.remedies if remedy.preferred), None)
    return {
        "cell": record.stretch.cell,
        "code": record.code,
        "end_location": location(record.stretch.end),
        "filename": record.stretch.filename,
        "fix": _fix(preferred) if preferred else None,
        "fixes": [_fix(remedy) for remedy in record.remedies],
        "location": location(record.stretch.start),
        "message": record.message,
        "name": record.name,
        "operand": record.operand,
        "operation": record.operation,
        "reason": [step(each) for each in record.steps],
        "severity": record.severity.value,
        "url": record.url,
        "value": record.value,
        "version": VERSION,
    }


def step(link: Step) -> dict[str, object]:
    """Return a link of a chain as an object of JSON."""
    return {
        **_cell(link.stretch.cell),
        "message": link.message,
        "filename": link.stretch.filename,
        "location": location(link.stretch.start),
        "end_location": location(link.stretch.end),
    }


def _fix(remedy: Remedy) -> dict[str, object]:
    return {
        "applicability": remedy.applicability.value,
        "message": remedy.title,
        "reason": remedy.reason,
        "suppresses": remedy.suppresses,
        "edits": [
            {
                **_cell(edit.cell),
                "content": edit.content,
                "location": location(edit.start),
                "end_location": location(edit.end),
            }
            for edit in remedy.edits
        ],
    }


def _cell(number: int | None) -> dict[str, int]:
    """Return the cell of a notebook that a reason or an edit stands in, which may be another than the finding's."""
    return {} if number is None else {"cell": number}


def location(place: Location) -> dict[str, int]:
    """Return a row and a column as an object of JSON."""
    return {"row": place.row, "column": place.column}
