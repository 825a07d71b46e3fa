"""How certain a finding makes an operation a suspect, and which of two is told first."""

from __future__ import annotations

from collections.abc import Iterable

from nanproof.fixes.diagnosis import Diagnosis
from nanproof.source.document import Document
from nanproof.suspects.certainty import CERTAINTIES, Kind
from nanproof.suspects.suspect import Suspect
from nanproof.suspects.ways import Ways

# The rules whose findings say that the derivative alone is invalid.
_OF_GRADIENTS = "NAN3"


def suspect(document: Document, diagnosis: Diagnosis, ways: Ways) -> Suspect:
    """Return the suspect that a finding makes of an operation."""
    finding = diagnosis.finding
    kind = Kind.GRADIENT if finding.code.startswith(_OF_GRADIENTS) else Kind.VALUE
    found = ways.of(document.path, finding.span)
    distance, way = found if found is not None else (None, ())
    return Suspect(document, diagnosis, CERTAINTIES[finding.severity], kind, distance, way)


def ranked(suspects: Iterable[Suspect]) -> tuple[Suspect, ...]:
    """Return suspects, the likeliest to have spoilt the loss first."""
    return tuple(sorted(suspects, key=_order))


def _order(each: Suspect) -> tuple[object, ...]:
    distance = each.distance if each.distance is not None else 0
    return (each.certainty.order, not each.is_on_way, distance, each.path, each.finding.span)
