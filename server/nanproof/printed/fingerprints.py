"""What tells one finding from another although lines move and change around it: for baselines, and for code hosts.

A fingerprint is of the file, the rule and what is written in the operation, not of its place: it stays what it is when
lines above come and go, and when the same expression gets another layout. Two equal operations of a file have the same.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable


def mark(code: str, operation: str, source: str) -> str:
    """Return what tells a finding from the others of its file, however the operation is laid out."""
    return "\0".join((code, operation, "".join(source.split())))


def fingerprint(path: str, mark: str) -> str:
    """Return the fingerprint of a finding in a file, under the path that it is known by: 32 hexadecimal digits."""
    return hashlib.sha256(f"{path}\0{mark}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def unique_fingerprints(found: Iterable[tuple[str, str]]) -> list[str]:
    """Return a fingerprint for each finding, given by path and mark; of equal ones all but the first get a number."""
    seen = Counter[str]()
    made = list[str]()
    for path, its_mark in found:
        known_by = fingerprint(path, its_mark)
        seen[known_by] += 1
        made.append(known_by if seen[known_by] == 1 else f"{known_by}:{seen[known_by]}")
    return made
