"""The report for people: problems with the lines concerned, a line for what is only possible, and what to do next."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from nanproof.cli.formats.concise import as_concise
from nanproof.cli.shards import Shard
from nanproof.configuration.selection import is_at
from nanproof.findings.finding import Severity
from nanproof.printed.palette import Palette, wants_colour
from nanproof.printed.record import Record
from nanproof.printed.text import as_text, counted


def report(
    reported: Sequence[Record], weaker: int, checked: int, unchecked: int, *, fixes: bool, shard: Shard | None = None
) -> str:
    """Return what people are shown of some findings.

    `weaker` counts what a lower level would show, `checked` and `unchecked` the files, of a `shard` where there is one;
    `fixes` says whether to speak of them.
    """
    palette = Palette(sys.stdout is not None and wants_colour(sys.stdout, os.environ))
    problems = [record for record in reported if _is_problem(record)]
    possible = [record for record in reported if not _is_problem(record)]
    lines = [*as_text(problems, palette), *as_concise(possible), *([""] if possible else [])]
    lines.append(_summary(problems, len(possible), checked, unchecked, shard))
    lines += _hints(reported if fixes else (), weaker)
    return _lines(lines)


def statistics(reported: Sequence[Record]) -> str:
    """Return a line for each rule that found something, the commonest first: how often, and how many can be fixed."""
    total, names = Counter(record.code for record in reported), {record.code: record.name for record in reported}
    fixable = Counter(record.code for record in reported if record.is_fixable)
    width = max((len(str(count)) for count in total.values()), default=0)
    ordered = sorted(total, key=lambda code: (-total[code], code))
    return _lines(f"{total[code]:{width}}  {code}  {names[code]}  ({fixable[code]} with --fix)" for code in ordered)


def _is_problem(record: Record) -> bool:
    return is_at(record.severity, Severity.WARNING)


def _summary(problems: Sequence[Record], possible: int, checked: int, unchecked: int, shard: Shard | None) -> str:
    """Say in one line what came of the whole run."""
    if not checked:
        return "No file was checked."
    files = len({record.stretch.filename for record in problems})
    found = f"{counted(len(problems), 'problem')} in {counted(files, 'file')}" if problems else "no problems"
    more = f", and {counted(possible, 'place')} worth a look" if possible else ""
    not_checked = f", {unchecked} not" if unchecked else ""
    part = f" of the shard {shard}" if shard is not None else ""
    return f"Found {found}{more} ({counted(checked, 'file')}{part} checked{not_checked})."


def _hints(reported: Sequence[Record], weaker: int) -> Iterator[str]:
    """Yield what can be done next, where there is anything."""
    fixable = [_is_problem(record) for record in reported if record.is_fixable]
    certain, possible = sum(fixable), len(fixable) - sum(fixable)
    if certain:
        yield f"{certain} can be mended with --fix."
    if possible:
        yield f"{possible}{' more' if certain else ''} can be mended with --fix --level information."
    if weaker:
        yield f"{weaker} more with --level hint."


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
