"""An engine whose answers the tests know: it finds `tf.log(NAME)`, and who made the name."""

import re

from nanproof.analysis import Diagnosis, Examination, Project
from nanproof.budget import Budget
from nanproof.cli.configured import Configurations
from nanproof.configuration.reading import Layer
from nanproof.findings.finding import Finding, Severity
from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.document import Document
from nanproof.source.place import Place, Reason
from nanproof.source.reader import DiskReader
from nanproof.source.span import Span, TextEdit


def at(level: Severity) -> Configurations:
    """Return what holds where a level is asked for on the command line."""
    return Configurations(Layer("command line", "", {"level": level.value}))


class StandIn(Project):
    """Warns where a name that an assignment makes is put into a logarithm; otherwise it only informs."""

    def __init__(self, root: str) -> None:
        super().__init__(root, DiskReader())

    def examine(
        self,
        document: Document,
        budget: Budget | None = None,  # noqa: ARG002 - it is quick
        *,
        goes_on: bool = False,  # noqa: ARG002 - it is quick
        hurries: bool = False,  # noqa: ARG002 - it is quick
    ) -> Examination:
        return Examination(self.diagnose(document))

    def diagnose(self, document: Document) -> tuple[Diagnosis, ...]:
        if b"BOOM" in document.data:
            raise ValueError("a bug\nof two lines")
        return tuple(_diagnosis(document, Span(*m.span()), Span(*m.span(1))) for m in _logs(document))


def _logs(document: Document) -> list[re.Match[bytes]]:
    return list(re.finditer(rb"tf\.log\(([^\s()]+)\)", document.data))


def _diagnosis(document: Document, span: Span, operand: Span) -> Diagnosis:
    name = document.slice(operand)
    made = re.search(
        rb"(?m)^[ \t]*" + re.escape(document.data[operand.start : operand.end]) + rb" = (.*)$", document.data
    )
    reasons = (Reason("made here, values in [0, 1]", Place(document, Span(*made.span(1)))),) if made else ()
    masked = f"tf.clip_by_value({name}, 1e-10, 1.0)"
    finding = Finding(
        code="NAN101",
        name="unmasked-log",
        severity=Severity.WARNING if made else Severity.INFORMATION,
        message=f"`{name}` is a softmax, and log(0) is -inf" if made else f"nothing is known of `{name}`",
        span=span,
        operation="tensorflow.math.log",
        operand=name,
        operand_span=operand,
        value="[0, 1]" if made else "any value",
        reasons=reasons,
        url="https://example.org/NAN101",
    )
    fix = Fix(
        title="Mask with `tf.clip_by_value`",
        reason="log(1e-10) is finite",
        result=f"tf.log({masked})",
        applicability=Applicability.UNSAFE,
        edits=(TextEdit(operand, masked),),
        preferred=True,
    )
    return Diagnosis(finding, (fix,))
