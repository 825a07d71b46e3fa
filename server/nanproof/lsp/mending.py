"""All safe fixes of one text, made again and again until nothing is left to fix, as `nanproof check --fix` does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from nanproof.configuration.selection import Selection, is_at
from nanproof.files.encoding import encoded
from nanproof.files.loading import Source
from nanproof.files.problem import Problem
from nanproof.findings.finding import Severity
from nanproof.fixes.applied import Proposed, proposals, to_the_end
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.lsp.report import to_stretch
from nanproof.lsp.wire import Edit, Mended
from nanproof.source.document import Document, decode
from nanproof.source.positions import Encoding
from nanproof.source.span import Span

_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_UTF_8 = ("utf-8", "utf-8-sig")


@dataclass(frozen=True, slots=True)
class Wish:
    """How a text is looked at, what of it is to be mended, and how the client counts columns."""

    examine: Callable[[Document], Iterable[Diagnosis]]
    selection: Selection
    encoding: Encoding

    def chosen(self, document: Document) -> Sequence[Proposed]:
        """Return the fixes to make: of what is shown, and is more than information."""
        return proposals(self.examine(document), lambda finding: self._is_evident(finding.code, finding.severity))

    def _is_evident(self, code: str, own: Severity) -> bool:
        return self.selection.shows(code, own) and is_at(self.selection.severity(code, own), Severity.WARNING)


def of_document(document: Document, borders: tuple[int, ...] | None, wish: Wish) -> Mended:
    """Mend an open document; of one with borders, the program of a notebook, the whole text is given."""
    outcome = to_the_end(document, wish.chosen, borders or ())
    if not outcome.applied:
        return Mended()
    if borders is not None:
        return Mended(program=outcome.document.text, borders=outcome.borders)
    return Mended(tuple(_between(document, outcome.document, wish.encoding)))


def of_file(path: str, source: Source, wish: Wish) -> Mended:
    """Mend what a file holds; not one in another encoding than UTF-8, which an editor would have to guess."""
    notebook, before = source.notebook, Document.from_text(path, source.text)
    outcome = to_the_end(before, wish.chosen, notebook.borders if notebook is not None else ())
    written = encoded(path, outcome.document.text, outcome.borders, source)
    if not outcome.applied or source.encoding not in _UTF_8 or isinstance(written, Problem):
        return Mended()
    if notebook is None:
        return Mended(tuple(_between(before, outcome.document, wish.encoding)))
    old, new = (Document.from_text(path, each.data.decode("utf-8-sig")) for each in (source, written))
    return Mended(tuple(_between(old, new, wish.encoding)))


def _between(before: Document, after: Document, encoding: Encoding) -> Iterator[Edit]:
    """Yield the edits that make one text of another, by lines: what stands between them is left alone."""
    old, new = _LINE.findall(before.data), _LINE.findall(after.data)
    starts = tuple(accumulate(map(len, old), initial=0))
    for change, start, end, first, last in SequenceMatcher(None, old, new).get_opcodes():
        if change != "equal":
            span = Span(starts[start], starts[end])
            yield Edit(to_stretch(span, before.lines, encoding), decode(b"".join(new[first:last])))
