"""Findings as GitLab's code quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from nanproof.findings.finding import Severity
from nanproof.printed.fingerprints import unique_fingerprints
from nanproof.printed.paths import relative
from nanproof.printed.record import Location, Record

_SEVERITIES = {
    Severity.ERROR: "critical",
    Severity.WARNING: "major",
    Severity.INFORMATION: "minor",
    Severity.HINT: "info",
}


def as_gitlab(records: Sequence[Record]) -> str:
    """Return the report as JSON."""
    marked = zip(
        records, unique_fingerprints((relative(each.stretch.filename), each.mark) for each in records), strict=True
    )
    return json.dumps([_issue(record, mark) for record, mark in marked], indent=2)


def _issue(record: Record, mark: str) -> dict[str, object]:
    stretch = record.stretch
    start, end, cell = stretch.start, stretch.end, ""
    if stretch.cell is not None:  # whose rows are not those of the file, of which a line must be named
        cell = f"cell {stretch.cell}:{start.row}:{start.column}: "
        start = end = Location(1, 1)
    return {
        "check_name": record.code,
        "description": f"{cell}{record.code}: {record.message}",
        "fingerprint": mark,
        "severity": _SEVERITIES[record.severity],
        "location": {
            "path": relative(stretch.filename),
            "positions": {
                "begin": {"line": start.row, "column": start.column},
                "end": {"line": end.row, "column": end.column},
            },
        },
    }
