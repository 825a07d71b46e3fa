"""What one run says and another does not, by rule and repository."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from repositories.runs import Diagnostic, Read

SourceLine = Callable[[str, str, int], str | None]
SEVERITIES = ("error", "warning", "information", "hint")


class Kind(Enum):
    """What became of a finding."""

    ADDED = "+"
    GONE = "-"
    OTHERWISE = "~"


@dataclass(frozen=True, slots=True)
class Difference:
    """A finding that one of two runs has alone, or that both have and tell otherwise."""

    repository: str
    kind: Kind
    before: Diagnostic | None
    after: Diagnostic | None

    @property
    def shown(self) -> Diagnostic:
        """The finding as it is now, or as it was where it is gone."""
        found = self.after or self.before
        assert found is not None
        return found

    def has_level(self, level: str) -> bool:
        """Say whether the finding has, or had, at least a certain severity."""
        counted = SEVERITIES[: SEVERITIES.index(level) + 1]
        return any(each is not None and each.severity in counted for each in (self.before, self.after))


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences, and what could not be compared, as sentences."""

    differences: tuple[Difference, ...]
    troubles: tuple[str, ...] = ()


def compared(before: tuple[Read, ...], after: tuple[Read, ...]) -> Comparison:
    """Compare two runs, each repository that both have read at the same commit."""
    one, other = {each.name: each for each in before}, {each.name: each for each in after}
    troubles: list[str] = []
    differences: list[Difference] = []
    for name in sorted({*one, *other}):
        if name not in one or name not in other:
            troubles.append(f"{name} is only in the run {'after' if name in other else 'before'}")
        elif one[name].commit != other[name].commit:
            troubles.append(f"{name} was read at {one[name].commit[:12]}, then at {other[name].commit[:12]}")
        else:
            differences += _of_one(name, one[name].diagnostics, other[name].diagnostics)
            troubles += (f"{name}, after: {note}" for note in _beyond(other[name].notes, one[name].notes))
            troubles += (f"{name}, before: {note}" for note in _beyond(one[name].notes, other[name].notes))
    return Comparison(tuple(differences), tuple(troubles))


def _beyond(some: Iterable[str], others: Iterable[str]) -> list[str]:
    return list((Counter(some) - Counter(others)).elements())


def _of_one(name: str, before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> Iterator[Difference]:
    """Pair what stands at one place: first what is told alike, then what is told otherwise."""
    one, other = list(before), list(after)
    gone, added = list((Counter(one) - Counter(other)).elements()), list((Counter(other) - Counter(one)).elements())
    new: defaultdict[object, list[Diagnostic]] = defaultdict(list)
    for each in added:
        new[each.place].append(each)
    found = []
    for each in gone:
        now = new[each.place].pop(0) if new[each.place] else None
        found.append(Difference(name, Kind.GONE if now is None else Kind.OTHERWISE, each, now))
    found += (Difference(name, Kind.ADDED, None, each) for rest in new.values() for each in rest)
    yield from sorted(found, key=lambda each: (each.shown.place, each.kind.value))


def table(differences: Iterable[Difference]) -> str:
    """Return the differences by rule and repository, as a table in Markdown."""
    counts: Counter[tuple[str, str, Kind]] = Counter()
    for each in differences:
        for repository in (each.repository, "all"):
            counts[each.shown.code, repository, each.kind] += 1
    rows = sorted({(code, repository != "all", repository) for code, repository, _ in counts})
    lines = ["| rule | repository | added | gone | otherwise |", "|---|---|---|---|---|"]
    for code, _, repository in rows:
        numbers = " | ".join(str(counts[code, repository, kind]) for kind in Kind)
        lines.append(f"| {code} | {repository} | {numbers} |")
    return "\n".join(lines)


def levels(before: tuple[Read, ...], after: tuple[Read, ...]) -> str:
    """Return how many findings of each severity two runs have, as a table in Markdown."""
    lines = ["| severity | before | after |", "|---|---|---|"]
    counts = [Counter(found.severity for each in run for found in each.diagnostics) for run in (before, after)]
    lines += (f"| {severity} | {counts[0][severity]} | {counts[1][severity]} |" for severity in SEVERITIES)
    return "\n".join(lines)


def shown(difference: Difference, source_line: SourceLine) -> str:
    """Return a difference as people read it, with the line of the source where the checkout is there."""
    found, before = difference.shown, difference.before
    severity = found.severity
    said = [found.message]
    if difference.kind is Kind.OTHERWISE and before is not None:
        if before.severity != severity:
            severity = f"{before.severity} -> {severity}"
        if before.message != found.message:
            said.insert(0, f"(was) {before.message}")
        elif before.severity == found.severity:
            said.insert(0, "(the same sentence; what it quotes, its values, reasons or fixes are others)")
    head = f"{difference.kind.value} {difference.repository} {found.file}:{found.row}:{found.column} {found.code}"
    line = source_line(difference.repository, found.file, found.row)
    return "\n".join(
        [f"{head} {severity}", *(f"    {each}" for each in said), *([f"    > {line}"] if line is not None else [])]
    )
