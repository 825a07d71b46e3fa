"""A fix in the form in which it travels in a diagnostic's `data`, to the client and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from cattrs import Converter
from cattrs.errors import BaseValidationError
from lsprotocol import converters, types

from nanproof.fixes.applied import best_of
from nanproof.fixes.fix import Applicability, Fix
from nanproof.lsp.encoding import to_range
from nanproof.source.lines import LineTable
from nanproof.source.positions import Encoding
from nanproof.source.quoting import shortened, visible

LONGEST_SOURCE = 60


@dataclass(frozen=True)
class Proposal:
    """Edits to one version of a document, in the client's units, ready to be offered.

    One that is `automatic` may be applied without asking, with all others of the document.
    """

    title: str
    preferred: bool
    edits: tuple[types.TextEdit, ...]
    automatic: bool = False


@dataclass(frozen=True)
class Proposals:
    """All that may be offered for one finding, and the version of the document that the edits fit."""

    version: int
    fixes: tuple[Proposal, ...]


def propose(fixes: Sequence[Fix], version: int, lines: LineTable, encoding: Encoding) -> Proposals:
    """Convert the fixes that a person may apply; one that is only for display has nothing to apply."""
    applicable = [fix for fix in fixes if fix.edits and fix.applicability is not Applicability.DISPLAY]
    best = best_of(applicable)
    return Proposals(version, tuple(_proposal(fix, lines, encoding, automatic=fix is best) for fix in applicable))


def to_data(proposals: Proposals) -> object:
    """Write proposals as the JSON of a diagnostic's `data`."""
    return _converter().unstructure(proposals)


def from_data(data: object) -> Proposals | None:
    """Read proposals back, or None when `data` is not what `to_data` wrote."""
    try:
        return _converter().structure(data, Proposals)
    except (TypeError, ValueError, BaseValidationError):
        return None


def _proposal(fix: Fix, lines: LineTable, encoding: Encoding, *, automatic: bool) -> Proposal:
    edits = (types.TextEdit(to_range(edit.span, lines, encoding), edit.text) for edit in fix.edits)
    return Proposal(titled(fix), fix.preferred, tuple(edits), automatic)


def titled(fix: Fix) -> str:
    """Return a title that fits a menu: source code shortened and on one line, and whether the edit is safe."""
    title, source = visible(fix.title), visible(fix.result)
    if not source or source not in title:
        source = title.partition(": ")[2]
    words = title.replace(source, "", 1)
    if source:
        title = title.replace(source, shortened(source, LONGEST_SOURCE), 1)
    is_told = fix.applicability is not Applicability.UNSAFE or "unsafe" in words.lower()
    return title if is_told else f"{title} (unsafe)"


@cache
def _converter() -> Converter:
    return converters.get_converter()
