"""How certain a finding makes an operation a suspect, and which of two is told first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nanproof.explain.safety import Safe
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.source.document import Document
from nanproof.suspects.certainty import Certainty, certainty_of, kind_of
from nanproof.suspects.suspect import Suspect
from nanproof.suspects.ways import Ways


def suspect(document: Document, diagnosis: Diagnosis, ways: Ways) -> Suspect:
    """Return the suspect that a finding makes of an operation."""
    finding = diagnosis.finding
    found = ways.of(document.path, finding.span)
    distance, way = found if found is not None else (None, ())
    certainty = certainty_of(finding.code, finding.severity)
    return Suspect(document, diagnosis, certainty, kind_of(finding.code), distance, way)


def open_suspect(safe: Safe, ways: Ways, *, anywhere: bool) -> Suspect | None:
    """Return the suspect that an operation is if nothing excludes invalid values, and it is on a way to the loss.

    Or `anywhere`, where no loss is known.
    """
    if safe.unexcluded is None:
        return None
    found = suspect(safe.place.document, Diagnosis(safe.unexcluded, ()), ways)
    return replace(found, certainty=Certainty.POSSIBLE) if anywhere or found.is_on_way else None


def ranked(suspects: Iterable[Suspect]) -> tuple[Suspect, ...]:
    """Return suspects, the likeliest to have spoilt the loss first."""
    return tuple(sorted(suspects, key=_order))


def _order(each: Suspect) -> tuple[object, ...]:
    distance = each.distance if each.distance is not None else 0
    return (each.certainty.order, not each.is_on_way, distance, each.path, each.finding.span)
