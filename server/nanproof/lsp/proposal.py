"""A fix in the form in which it travels in a diagnostic's `data`, to the client and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from cattrs import Converter
from cattrs.errors import BaseValidationError
from lsprotocol import converters, types

from nanproof.lsp.encoding import to_range
from nanproof.lsp.wire import Repair
from nanproof.source.quoting import shortened, visible

LONGEST_SOURCE = 60


@dataclass(frozen=True)
class PlacedEdits:
    """Edits of one document, or one cell of a notebook, at one version."""

    uri: str
    version: int | None
    edits: tuple[types.TextEdit, ...]


@dataclass(frozen=True)
class Proposal:
    """Edits to one version of a document, in the client's units, ready to be offered.

    One that is `automatic` may be applied without asking, with all others of the document. In a
    notebook its edits stand by their cells. `placeholder` is a number in them that is the person's to choose. Of two
    that bind one name, which each `introduces`, at other places only one can be applied.
    """

    title: str
    preferred: bool
    edits: tuple[types.TextEdit, ...]
    automatic: bool = False
    cells: tuple[PlacedEdits, ...] = ()
    placeholder: str = ""
    introduces: str = ""
    bound_at: int | None = None

    def places(self, uri: str, version: int) -> tuple[PlacedEdits, ...]:
        """Return the edits by where they are made, of a proposal for the document with a URI."""
        return self.cells or (PlacedEdits(uri, version, self.edits),)


@dataclass(frozen=True)
class Proposals:
    """All that may be offered for one finding, and the version of the document that the edits fit."""

    version: int
    fixes: tuple[Proposal, ...]


def propose(repairs: Sequence[Repair], version: int) -> Proposals:
    """Convert the repairs of a finding in a version of its document."""
    return Proposals(version, tuple(map(_proposal, repairs)))


def to_data(proposals: Proposals) -> object:
    """Write proposals as the JSON of a diagnostic's `data`."""
    return _converter().unstructure(proposals)


def from_data(data: object) -> Proposals | None:
    """Read proposals back, or None when `data` is not what `to_data` wrote."""
    try:
        return _converter().structure(data, Proposals)
    except (TypeError, ValueError, BaseValidationError):
        return None


def _proposal(repair: Repair) -> Proposal:
    edits = tuple(types.TextEdit(to_range(edit.stretch), edit.text) for edit in repair.edits)
    return Proposal(
        titled(repair),
        repair.preferred,
        edits,
        repair.automatic,
        placeholder=repair.placeholder,
        introduces=repair.introduces,
        bound_at=repair.bound_at,
    )


def titled(repair: Repair) -> str:
    """Return a title that fits a menu: source code shortened and on one line, and whether the edit is safe."""
    title, source = visible(repair.title), visible(repair.result)
    if not source or source not in title:
        source = title.partition(": ")[2]
    words = title.replace(source, "", 1)
    if source:
        title = title.replace(source, shortened(source, LONGEST_SOURCE), 1)
    is_told = repair.is_safe or "unsafe" in words.lower()
    return title if is_told else f"{title} (unsafe)"


@cache
def _converter() -> Converter:
    return converters.get_converter()
