"""Which findings are asked for: by their severity, and by the codes, names and prefixes that people write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from nanproof.findings.finding import Severity

# Strongest first; a level shows its own severity and those before it.
_STRENGTH = tuple(Severity)
_ALL = "ALL"


def is_at(severity: Severity, level: Severity) -> bool:
    """Say whether a severity is a level's own, or a stronger one."""
    return _STRENGTH.index(severity) <= _STRENGTH.index(level)


@dataclass(frozen=True, slots=True)
class Selection:
    """The level, and the codes that are selected and ignored, or beginnings of codes.

    `severities` are given to rules in the place of their own; what is `ignored_here` is so whatever is selected.
    """

    level: Severity = Severity.INFORMATION
    select: tuple[str, ...] = ("",)
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    ignored_here: tuple[str, ...] = ()

    def severity(self, code: str, own: Severity) -> Severity:
        """Return the severity that a finding is to have: of several that are given the longest beginning counts."""
        given = [(len(start), severity) for start, severity in self.severities if code.startswith(start)]
        return max(given, key=lambda each: each[0])[1] if given else own

    def shows(self, code: str, own: Severity, about: tuple[str, Severity] | None = None) -> bool:
        """Say whether a finding is asked for: of what is selected and what is ignored the longer one counts.

        One that is said `about` another one is, where that one is.
        """
        if about is not None and not self.shows(*about):
            return False
        if code.startswith(self.ignored_here) or not is_at(self.severity(code, own), self.level):
            return False
        return _longest(self.select, code) > _longest(self.ignore, code)


USUAL = Selection()


def _longest(beginnings: Iterable[str], code: str) -> int:
    return max((len(each) for each in beginnings if code.startswith(each)), default=-1)


class UnknownRuleError(ValueError):
    """Somebody named a rule that there is not; the text says which, and what may have been meant."""


def named_rules(words: Iterable[str], names: dict[str, str]) -> tuple[str, ...]:
    """Return the codes, or beginnings of codes, that people name: `NAN101`, `nan1`, `unmasked-log`, `all`.

    `names` has the names of the rules by their codes. Raises UnknownRuleError for anything else.
    """
    return tuple(_named(word.strip(), names) for word in words if word.strip())


def _named(word: str, names: dict[str, str]) -> str:
    upper = word.upper()
    if upper == _ALL:
        return ""
    if any(code.startswith(upper) for code in names):
        return upper
    code = next((code for code, name in names.items() if name == word.lower()), None)
    if code is not None:
        return code
    near = get_close_matches(word.lower(), [*names.values(), *map(str.lower, names)], 1)
    meant = f"; did you mean {near[0].upper() if near[0].upper() in names else near[0]}?" if near else ""
    raise UnknownRuleError(f"there is no rule {word!r}{meant}")
