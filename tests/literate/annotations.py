"""Literate cases: Python as users write it, with what nanproof must say written below the lines.

    return -tf.reduce_sum(y_ * tf.log(y_conv))
    #                          ^^^^^^^^^^^^^^ NAN101 warning: `y_conv` is a softmax
    # fixed: tf.log(tf.clip_by_value(y_conv, 1e-10, 1.0))
    # from: `tf.nn.softmax(x)` made here

The carets stand under the finding's exact columns, counted in characters; `^^^+2` says that it goes on for two more
lines. The message is its beginning, or a part of it after `...`. `# fixed:` is what the preferred fix leaves (`# fixed
(unsafe):` where it is not safe, `# fixed: nothing` where there is none), `# adds:` a line that it writes elsewhere,
`# removes:` one that it takes away, `# or:` or `# or (unsafe):` what each other fix leaves (all of them in their order,
or none), and `# from:` one line for each reason but the last. `reveal_range(x)  # [0, 1] float32 takes 0, 1` states an
inferred value.
The lines that begin with these words are taken out before the text is looked at: they never change it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_FINDING = re.compile(
    r"^\s*#\s*(?P<carets>\^+)(?:\+(?P<more>\d+))? (?P<code>NAN\d{3}) (?P<severity>\w+): (?P<message>.+)$"
)
_DETAIL = re.compile(r"^\s*# (?P<key>fixed|fixed \(unsafe\)|or|or \(unsafe\)|adds|removes|from|FIXME): ?(?P<text>.*)$")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


class MalformedCaseError(Exception):
    """An annotation that cannot be read."""


@dataclass(frozen=True)
class Expected:
    """A finding as a case announces it; lines and columns are 0-based, columns count characters."""

    line: int
    start: int
    end: int
    more_lines: int
    code: str
    severity: str
    message: str
    fixed: str | None = None
    applicability: str = "safe"
    adds: tuple[str, ...] = ()
    removes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    def __str__(self) -> str:
        more = f"+{self.more_lines}" if self.more_lines else ""
        return f"columns {self.start}-{self.end}{more}: {self.code} {self.severity}: {self.message}"


@dataclass(frozen=True)
class Case:
    """A case without its annotations, and the annotations; `lines` are the numbers that its lines had with them."""

    path: Path
    text: str
    expected: tuple[Expected, ...]
    lines: tuple[int, ...]

    def at(self, line: int) -> str:
        """Return a place of the case as a terminal makes a link of it."""
        number = self.lines[line] if line < len(self.lines) else len(self.lines)
        return f"{self.path}:{number}"


@dataclass
class _Draft:
    finding: Expected
    details: dict[str, list[str]] = field(default_factory=dict)

    def finished(self) -> Expected:
        details = self.details
        unsafe = "fixed (unsafe)" in details
        fixed = [*details.get("fixed", []), *details.get("fixed (unsafe)", [])]
        if len(fixed) > 1:
            raise MalformedCaseError(f"two fixes for one finding: {self.finding}")
        return Expected(
            self.finding.line,
            self.finding.start,
            self.finding.end,
            self.finding.more_lines,
            self.finding.code,
            self.finding.severity,
            self.finding.message,
            fixed[0] if fixed else None,
            "unsafe" if unsafe else "safe",
            tuple(details.get("adds", ())),
            tuple(details.get("removes", ())),
            tuple(details.get("or", ())),
            tuple(details.get("from", ())),
        )


def read_case(path: Path) -> Case:
    """Read a case from its file."""
    return parsed(path, path.read_bytes().decode("utf-8", "surrogatepass"))


def parsed(path: Path, annotated: str) -> Case:
    """Take the annotations out of a text."""
    kept: list[str] = []
    lines: list[int] = []
    drafts: list[_Draft] = []
    for number, line in enumerate(_LINE.findall(annotated), 1):
        bare = line.rstrip("\r\n")
        if match := _FINDING.match(bare):
            drafts.append(_Draft(_finding(match, len(kept) - 1)))
        elif match := _DETAIL.match(bare):
            if match["key"] == "FIXME":
                continue
            if not drafts or drafts[-1].finding.line != len(kept) - 1:
                raise MalformedCaseError(f"{path}:{number}: {match['key']} without a finding above")
            key, safety, _ = f"{match['key']} safe".partition(" (unsafe)")
            if key.startswith("or"):
                drafts[-1].details.setdefault("or", []).append(f"{'unsafe' if safety else 'safe'}: {match['text']}")
                continue
            drafts[-1].details.setdefault(match["key"], []).append(match["text"])
        elif re.match(r"^\s*#.*\^", bare):
            raise MalformedCaseError(f"{path}:{number}: carets, but no `NAN101 severity: message` behind them")
        else:
            kept.append(line)
            lines.append(number)
    return Case(path, "".join(kept), tuple(draft.finished() for draft in drafts), tuple(lines))


def _finding(match: re.Match[str], line: int) -> Expected:
    return Expected(
        line=line,
        start=match.start("carets"),
        end=match.end("carets"),
        more_lines=int(match["more"] or 0),
        code=match["code"],
        severity=match["severity"],
        message=match["message"].strip(),
    )
