"""What is said of one place: a finding, and the edits that mend it."""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.findings.finding import Finding
from nanproof.fixes.fix import Fix


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A finding and the edits that mend it, best first."""

    finding: Finding
    fixes: tuple[Fix, ...]
