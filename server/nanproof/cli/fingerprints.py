"""What tells one finding from another although lines move and change around it: for baselines, and for code hosts.

A fingerprint is of the file, the rule and what is written in the operation, not of its place: it stays what it is when
lines above come and go, and when the same expression gets another layout. Two equal operations of a file have the same.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from nanproof.printed.paths import relative
from nanproof.printed.record import Record


def fingerprint(record: Record, path: str) -> str:
    """Return the fingerprint of a finding in a file, under the path that it is known by: 32 hexadecimal digits."""
    told = (path, record.code, record.operation, "".join(record.source.split()))
    return hashlib.sha256("\0".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def unique_fingerprints(records: Iterable[Record]) -> list[str]:
    """Return a fingerprint for each finding; of those that are equal the second and the later ones get a number."""
    seen = Counter[str]()
    found = list[str]()
    for record in records:
        mark = fingerprint(record, relative(record.stretch.filename))
        seen[mark] += 1
        found.append(mark if seen[mark] == 1 else f"{mark}:{seen[mark]}")
    return found
