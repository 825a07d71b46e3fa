"""The language server with a stub in the engine's place, whose findings and delays a text asks for by name.

`python -m tests.lsp.stub_server` serves stdio.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable

from nanproof.analysis import Description, Diagnosis, Examination
from nanproof.budget import Budget
from nanproof.findings.finding import Finding, Place, Reason, Severity
from nanproof.fixes.fix import Applicability, Fix, Preferences
from nanproof.lsp.start import serve_stdio
from nanproof.source.document import Document
from nanproof.source.reader import Reader
from nanproof.source.span import Span, TextEdit

_LOG = re.compile(rb"tf\.log\((tf\.nn\.softmax\(\w+\)|\w+)\)(?![^\r\n]*# nanproof: ignore)")


class StubEngine:
    """Finds `tf.log(x)` by a regular expression.

    It sleeps at SLOW, and longer at LATE, breaks at CRASH and computes for 0.6 s at HEAVY.
    """

    def __init__(self, root: str | None, reader: Reader, preferences: Preferences) -> None:
        self._root = root
        self._reader = reader
        self._preferences = preferences

    def examine(
        self,
        document: Document,
        budget: Budget,
        *,
        goes_on: bool = False,  # noqa: ARG002 - all at once
        hurries: bool = False,  # noqa: ARG002 - all at once
    ) -> Examination:
        found = budget.attempt(lambda: self._diagnose(document))
        if found is None:
            may_go_on = b"HEAVY" in document.data
            return Examination((), (Span(0, len(document.data)),), may_go_on, was_withdrawn=budget.is_withdrawn)
        return Examination(found)

    def _diagnose(self, document: Document) -> tuple[Diagnosis, ...]:
        if b"STUCK" in document.data:
            re.match(rb"(a*)*b", b"a" * 60)  # holds Python's lock, and looks at no signal
        if b"ENDLESS" in document.data:
            while True:
                pass
        if b"HEAVY" in document.data:
            end = time.process_time() + 0.6
            while time.process_time() < end:
                pass
        if b"SLOW" in document.data:
            time.sleep(0.4)
        if b"LATE" in document.data:
            time.sleep(1.5)
        if b"CRASH" in document.data:
            raise ZeroDivisionError("the stub was told to crash")
        matches = _LOG.finditer(document.data)
        return tuple(self._diagnosis(document, Span(*match.span()), Span(*match.span(1))) for match in matches)

    def forget_cuts(self, path: str) -> None:
        """Know of none."""

    def forget(self, path: str) -> None:
        """Remember nothing."""

    def rest_on(self, paths: Iterable[str], among: Iterable[str], *, written: bool) -> tuple[str, ...]:  # noqa: ARG002 - whatever changed
        """Everything may rest on anything; of what rests on `endless.py` the question takes for ever."""
        while any(path.endswith("endless.py") for path in paths):
            pass
        return ("/project/a.py",)

    def describe(self, document: Document, offset: int) -> Description | None:
        if b"SLOW" in document.data:
            time.sleep(0.4)
        if b"CRASH" in document.data:
            raise ZeroDivisionError("the stub was told to crash")
        for match in _LOG.finditer(document.data):
            if match.start() <= offset <= match.end():
                return Description(Span(*match.span()), f"**NAN101** in `{self._root}`")
        return None

    def _diagnosis(self, document: Document, span: Span, operand: Span) -> Diagnosis:
        name = document.slice(operand)
        line_end = document.lines.end(document.lines.line_at(span.end))
        mask = TextEdit(operand, f"tf.clip_by_value({name}, 1e-10, 1.0)")
        ignore = TextEdit(Span(line_end, line_end), "  # nanproof: ignore[NAN101]")
        fixes = (
            Fix("Mask it", "because", mask.text, Applicability.SAFE, (mask,), preferred=True),
            Fix("Only shown", "because", mask.text, Applicability.DISPLAY, (mask,)),
            Fix("Suppress NAN101 on this line", "because", "", Applicability.SAFE, (ignore,), suppresses=True),
        )
        return Diagnosis(self._finding(document, span, operand, name), fixes)

    def changed(self, path: str, *, written: bool = False) -> None:
        """Take no note of it."""

    def _finding(self, document: Document, span: Span, operand: Span, name: str) -> Finding:
        other = self._reader.read("/project/lib.py")
        elsewhere = Place(Document("/project/lib.py", other or b""), Span(0, 3))
        return Finding(
            code="NAN101",
            name="unmasked-log",
            severity=Severity.WARNING,
            message=f"`{name}` can be 0\nand log(0) is -inf\nthird line",
            span=span,
            operation="tensorflow.math.log",
            operand=name,
            operand_span=operand,
            value="[0, 1]",
            reasons=(Reason("made here", Place(document, operand)), Reason("defined here", elsewhere)),
            url="https://example.org/NAN101",
        )


if __name__ == "__main__":
    sys.exit(serve_stdio("tests.lsp.stub_server:StubEngine"))
