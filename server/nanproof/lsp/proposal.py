"""A fix in the form in which it travels in a diagnostic's `data`, to the client and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from cattrs import Converter
from cattrs.errors import BaseValidationError
from lsprotocol import converters, types

from nanproof.fixes.fix import Applicability, Fix
from nanproof.lsp.encoding import to_range
from nanproof.source.lines import LineTable
from nanproof.source.positions import Encoding


@dataclass(frozen=True)
class Proposal:
    """Edits to one version of a document, in the client's units, ready to be offered."""

    title: str
    preferred: bool
    edits: tuple[types.TextEdit, ...]


@dataclass(frozen=True)
class Proposals:
    """All that may be offered for one finding, and the version of the document that the edits fit."""

    version: int
    fixes: tuple[Proposal, ...]


def propose(fixes: Sequence[Fix], version: int, lines: LineTable, encoding: Encoding) -> Proposals:
    """Convert the fixes that a person may apply; one that is only for display has nothing to apply."""
    applicable = [fix for fix in fixes if fix.edits and fix.applicability is not Applicability.DISPLAY]
    return Proposals(version, tuple(_proposal(fix, lines, encoding) for fix in applicable))


def to_data(proposals: Proposals) -> object:
    """Write proposals as the JSON of a diagnostic's `data`."""
    return _converter().unstructure(proposals)


def from_data(data: object) -> Proposals | None:
    """Read proposals back, or None when `data` is not what `to_data` wrote."""
    try:
        return _converter().structure(data, Proposals)
    except (TypeError, ValueError, BaseValidationError):
        return None


def _proposal(fix: Fix, lines: LineTable, encoding: Encoding) -> Proposal:
    edits = (types.TextEdit(to_range(edit.span, lines, encoding), edit.text) for edit in fix.edits)
    return Proposal(fix.title, fix.preferred, tuple(edits))


@cache
def _converter() -> Converter:
    return converters.get_converter()
