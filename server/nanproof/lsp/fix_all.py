"""All safe fixes of a document in one action, `source.fixAll.nanproof`, put together from what was published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsprotocol import types

from nanproof.lsp.proposal import Proposal, from_data

KIND = "source.fixAll.nanproof"
TITLE = "nanproof: apply all safe fixes"
# In a notebook each cell would be asked for itself, in parallel, and imports inserted twice (ruff#16154).
_CELLS = "vscode-notebook-cell:"
# As in the terminal: what is only information is not changed without being looked at.
_EVIDENT = (types.DiagnosticSeverity.Error, types.DiagnosticSeverity.Warning)


def is_asked_for(only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Say whether a client asks for this kind of action: by its name or that of a kind above it."""
    asked = {str(kind.value) if isinstance(kind, types.CodeActionKind) else kind for kind in only or ()}
    return any(kind == "" or kind == KIND or KIND.startswith(f"{kind}.") for kind in asked)


def all_edits(uri: str, version: int, published: Iterable[types.Diagnostic]) -> list[types.TextEdit]:
    """Return the edits of the automatic fixes that can be applied together to the text at `version`."""
    if uri.startswith(_CELLS):
        return []
    taken: list[types.TextEdit] = []
    for proposal in _automatic(version, published):
        new = [edit for edit in proposal.edits if edit not in taken]
        if not any(_overlap(edit, other) for edit in new for other in taken):
            taken += new
    return sorted(taken, key=lambda edit: _place(edit.range.start))


def _automatic(version: int, published: Iterable[types.Diagnostic]) -> Iterable[Proposal]:
    for diagnostic in published:
        proposals = from_data(diagnostic.data)
        if proposals is None or proposals.version != version or diagnostic.severity not in _EVIDENT:
            continue
        yield from (each for each in proposals.fixes if each.automatic)


def _overlap(one: types.TextEdit, other: types.TextEdit) -> bool:
    """Say whether two edits touch the same text; of two at one place nobody can say which comes first."""
    first, second = one.range, other.range
    if first.start == second.start:
        return True
    return _place(first.start) < _place(second.end) and _place(second.start) < _place(first.end)


def _place(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
