"""From what a log says to the operations that may have made the NaN, the likeliest first.

The line that a framework names made the value itself, or only passed on what came to it. A logarithm makes it; a
product is NaN where 0 meets an Inf, which another operation made: further up for a value, and for a gradient further
down, as derivatives come back from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from nanproof.catalog import Catalog
from nanproof.catalog.logged import NOTHING, Logged, logged
from nanproof.findings.finding import Finding, Severity
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.infer.operators import FUNCTIONS
from nanproof.names.syntax import node_at
from nanproof.source.place import Place
from nanproof.source.span import Span
from nanproof.traces.flow import Flow, Source
from nanproof.traces.matched import Matched, Text, matched
from nanproof.traces.report import Event, Report, Trouble
from nanproof.traces.suspected import Role, Suspected
from nanproof.traces.written import holds

Examined = Callable[[Text], Sequence[Diagnosis]]

MOST_SUSPECTS = 20
_BASE = {
    Role.NAMED: 0.0,
    Role.DOWNSTREAM: 2.0,
    Role.UPSTREAM: 2.0,
    Role.CARRIES: 3.5,
    Role.SAME: 4.0,
    Role.REACHED: 4.5,
    Role.ELSEWHERE: 5.0,
}
_WEIGHT = {Severity.ERROR: 0.0, Severity.WARNING: 0.1, Severity.INFORMATION: 0.3, Severity.HINT: 0.7}
_OF_GRADIENTS = ("NAN3", "NAN202")
_A_STEP = 0.05
_AN_EVENT = 1.5
# Said of an operation of the kind that is logged, where the log names only the line at which the backward pass began.
_IS_LOGGED = 0.5
_MOST_STEPS = 12
# Of frameworks that look at each operation as it runs: whatever was invalid before it would have been told there.
_LOOK_AT_EACH = frozenset({"numpy", "jax", "tensorflow"})
# Of these the innermost line that is told may be one that calls what was compiled or differentiated.
_NAMES_CALLERS = frozenset({"jax"})
# A line that only passes on what it is given, where nothing is known to lead there: behind what can make it anywhere.
_NOTHING_LEADS = 6.0
_BACKWARD = ("backward(", ".gradient(", "grad(", ".fit(", "minimize(", "train_step(")


@dataclass(frozen=True, slots=True)
class _Noticed:
    """The line of an event, its statement and what that is computed of; whether it `asks` for a derivative.

    It `passes_on` what another line made if it does not hold the operation that is named.
    """

    event: Event
    operation: Logged
    named: Matched
    span: Span
    before: Sequence[Source]
    asks: bool
    passes_on: bool


class Ranking:
    """Ranks what may have made the NaN of a log's events, among what was found in some files."""

    def __init__(self, catalog: Catalog, texts: Sequence[Text], examined: Examined, opened: Examined) -> None:
        self._catalog = catalog
        self._texts = tuple(texts)
        self._found = [(text, each) for text in texts for each in examined(text)]
        self._opened = opened
        self._flow = Flow([each.document for each in texts])

    def of(self, report: Report) -> tuple[Suspected, ...]:
        """Return the suspects of all events, each place once."""
        best: dict[tuple[object, ...], Suspected] = {}
        for number, event in enumerate(sorted(report.events, key=_weight)):
            for each in self._of_event(event):
                scored = replace(each, score=each.score + _AN_EVENT * min(number, 1))
                where = each.diagnosis.finding.span if each.diagnosis is not None else _line_of(each)
                known = best.get((each.text.path, where))
                if known is None or scored.score < known.score:
                    best[each.text.path, where] = scored
        ordered = sorted(best.values(), key=lambda each: (each.score, each.text.path, each.place.span.start))
        return tuple(self._without_repeated(ordered))[:MOST_SUSPECTS]

    def _without_repeated(self, ordered: Sequence[Suspected]) -> Iterator[Suspected]:
        """Leave out a named line of which a finding is told."""
        told = {(each.text.path, _line_of(each)) for each in ordered if each.diagnosis is not None}
        for each in ordered:
            if each.diagnosis is not None or (each.text.path, _line_of(each)) not in told:
                yield each

    def _of_event(self, event: Event) -> Iterator[Suspected]:
        operation = logged(event.framework, event.operation) if event.operation else NOTHING
        named = self._named(event)
        if named is None:
            yield from self._without_line(event, operation)
            return
        at = self._noticed(event, operation, named)
        told = [self._standing(at, *each) for each in self._found]
        if all(each.role is Role.ELSEWHERE for each in told):
            # Nothing explains it: then it is one of those that nothing excludes, on the way to the line or on it.
            unexcluded = (self._standing(at, *each) for each in self._unexcluded)
            told += [replace(each, unexcluded=True) for each in unexcluded if each.role is not Role.ELSEWHERE]
        yield from told
        has_own = any(each.role is Role.NAMED for each in told)
        leads = any(each.role is not Role.ELSEWHERE for each in told)
        if not has_own:
            makes = self._makes(event, operation) and not at.passes_on
            role = Role.NAMED if makes else Role.CARRIES
            score = 1.0 if makes else _BASE[role] if leads else _NOTHING_LEADS
            place = Place(named.text.document, at.span)
            yield Suspected(event, role, event.trouble, named.text, place, None, named, 0, score)

    def _noticed(self, event: Event, operation: Logged, named: Matched) -> _Noticed:
        statement = self._flow.statement(named.text.document, named.line)
        span = _line_span(named) if statement is None else Span(statement.start_byte, statement.end_byte)
        before = self._flow.sources(named.text.document, statement) if statement is not None else ()
        asks = event.trouble is not Trouble.VALUE and any(each in _source(named) for each in _BACKWARD)
        passes_on = asks or (
            event.framework in _NAMES_CALLERS
            and operation is not NOTHING
            and statement is not None
            and not holds(self._catalog, operation, statement)
        )
        return _Noticed(event, operation, named, span, before, asks, passes_on)

    def _standing(self, at: _Noticed, text: Text, diagnosis: Diagnosis) -> Suspected:
        """Return the suspect that a finding is by where it stands to the line at which the NaN was noticed."""
        finding = diagnosis.finding
        here = text.path == at.named.text.path and _stands_on(text, finding.span, at.named.line, at.span)
        role, steps = (Role.NAMED, 0) if here else self._way(at, text, finding)
        score = self._scored(at, role, steps, finding)
        place = Place(text.document, finding.span)
        return Suspected(at.event, role, at.event.trouble, text, place, diagnosis, at.named, steps, score)

    @cached_property
    def _unexcluded(self) -> list[tuple[Text, Diagnosis]]:
        return [(text, each) for text in self._texts for each in self._opened(text)]

    def _named(self, event: Event) -> Matched | None:
        """Return the innermost line of the project that an event names; of a backward pass only the forward line."""
        for frame in reversed(event.frames):
            found = matched(frame, self._texts)
            if found is None:
                continue
            source = frame.text or _source(found)
            if event.framework == "torch" and event.trouble is Trouble.GRADIENT and ".backward(" in source:
                return found if len(event.frames) == 1 else None
            return found
        return None

    def _way(self, at: _Noticed, text: Text, finding: Finding) -> tuple[Role, int]:
        """Say how a finding elsewhere stands to the named line: before it, behind it, or neither."""
        event, upstream = at.event, _steps_to(at.before, text.path, finding.span)
        downstream = None
        if event.trouble is not Trouble.VALUE:
            root = text.document.tree.root_node
            operation = node_at(root, finding.span.start, finding.span.end)
            sources = self._flow.sources(text.document, operation)
            downstream = _steps_to(sources, at.named.text.path, at.span, overlapping=True)
        if downstream is not None and (upstream is None or event.trouble is Trouble.GRADIENT):
            return Role.DOWNSTREAM, downstream
        if upstream is not None:
            return Role.UPSTREAM, upstream
        return Role.ELSEWHERE, _MOST_STEPS

    def _scored(self, at: _Noticed, role: Role, steps: int, finding: Finding) -> float:
        event, operation = at.event, at.operation
        score = _BASE[role] + _A_STEP * min(steps, _MOST_STEPS) + _WEIGHT[finding.severity]
        of_gradient = finding.code.startswith(_OF_GRADIENTS)
        if event.trouble is Trouble.VALUE and of_gradient:
            score += 1.0
        if role is Role.NAMED and operation is not NOTHING:
            fit = self._fit(operation, finding)
            score += 0.0 if fit == 2 else 0.2 if fit == 1 else 0.6
        if role is Role.UPSTREAM and event.trouble is Trouble.GRADIENT:
            score += 0.4
        if at.asks and self._fit(operation, finding) == 2:
            score -= _IS_LOGGED
        return score

    def _without_line(self, event: Event, operation: Logged) -> Iterator[Suspected]:
        """Yield what an event without a line of the project may mean: the operation that it names, or all there are."""
        for text, diagnosis in self._found or self._unexcluded:
            finding = diagnosis.finding
            fit = self._fit(operation, finding)
            role = Role.SAME if fit == 2 else Role.ELSEWHERE
            score = _BASE[role] + _WEIGHT[finding.severity] - 0.3 * (fit == 1)
            place, open_ = Place(text.document, finding.span), not self._found
            yield Suspected(event, role, event.trouble, text, place, diagnosis, None, 0, score, unexcluded=open_)

    def _fit(self, operation: Logged, finding: Finding) -> int:
        """Say how well an operation of a log is that of a finding: it is (2), it may be within (1), neither (0)."""
        name = FUNCTIONS.get(finding.operation, "")
        if not name:
            known = self._catalog.operation(finding.operation)
            name = known.function.name if known is not None else ""
        return 2 if name in operation.own else 1 if name in operation.inside else 0

    def _makes(self, event: Event, operation: Logged) -> bool:
        """Say whether the named operation can make the invalid value itself, of finite ones."""
        if event.sure:
            return True
        functions = [self._catalog.functions[each] for each in operation.own if each in self._catalog.functions]
        has_domain = any(each.domain is not None or each.overflows for each in functions)
        is_steep = any(each.gradient is not None for each in functions)
        if event.trouble is Trouble.GRADIENT:
            return has_domain or is_steep
        return has_domain and event.framework in _LOOK_AT_EACH


def _weight(event: Event) -> tuple[int, int]:
    """Order events: a line that a framework names, an operation without one, then what names neither."""
    if event.vague:
        return 3, event.at
    if not event.frames:
        return 2, event.at
    return int(not event.framework or (event.framework == "numpy" and not event.operation)), event.at


def _steps_to(sources: Sequence[Source], path: str, span: Span, *, overlapping: bool = False) -> int | None:
    """Return how many steps back a stretch of a file is, None where it is not among the sources."""
    for each in sources:
        if each.document.path != path:
            continue
        inside = each.span.start <= span.start and span.end <= each.span.end
        meets = overlapping and span.start <= each.span.start and each.span.end <= span.end
        if inside or meets:
            return each.steps
    return None


def _stands_on(text: Text, span: Span, line: int, statement: Span) -> bool:
    """Say whether a finding stands on a line, or in the statement that the line is one of."""
    lines = text.document.lines
    on_line = lines.line_at(span.start) <= line <= lines.line_at(max(span.end - 1, span.start))
    first, last = lines.line_at(statement.start), lines.line_at(max(statement.end - 1, statement.start))
    is_short = last - first <= 12 and statement.start <= span.start and span.end <= statement.end
    return on_line or is_short


def _line_span(named: Matched) -> Span:
    lines = named.text.document.lines
    return Span(lines.start(named.line), lines.end(named.line))


def _line_of(each: Suspected) -> int:
    return each.document.lines.line_at(each.place.span.start)


def _source(found: Matched) -> str:
    span = _line_span(found)
    return found.text.document.slice(span)
