"""A suspect of a log in rows and columns: the finding there, or the line that was named."""

from __future__ import annotations

from nanproof.printed.record import Record, Stretch, recorded, stretch_of
from nanproof.traces.suspected import Suspected


def record_of(each: Suspected) -> Record | None:
    """Return the finding that a suspect is, None where it is only the line that was named."""
    return recorded(each.document, each.diagnosis, each.text.notebook) if each.diagnosis is not None else None


def place_of(each: Suspected) -> Stretch:
    """Return where a suspect stands."""
    return stretch_of(each.place, each.document, each.text.notebook)
