"""Findings for programs that read a stream: one JSON object a line, each as in the array of `json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from nanproof.printed.objects import finding
from nanproof.printed.record import Record


def as_json_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield the object of each finding."""
    return (json.dumps(finding(record)) for record in records)
