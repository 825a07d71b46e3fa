"""The schema: every key that can be set, its kind, default and meaning. Readers and pages are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from nanproof.configuration.declared import FUNCTIONS
from nanproof.configuration.kinds import (
    INSIDE,
    PATTERNS,
    RELEASES,
    RULE_LIST,
    Kind,
    choice,
    number,
    pattern,
    rule,
    table,
)
from nanproof.findings.finding import Severity

LEVELS = tuple(each.value for each in Severity)
_LEVEL = choice(*LEVELS)


@dataclass(frozen=True, slots=True)
class Key:
    """A key as TOML spells it. Without a `default` there is none, or each client has its own; an example is TOML."""

    name: str
    kind: Kind
    description: str
    example: str
    default: object = None

    @property
    def in_editors(self) -> str:
        """The name that editors write: `secondsPerFile`."""
        first, *others = self.name.split("-")
        return first + "".join(map(str.capitalize, others))


_ALL = (
    Key(
        "level",
        _LEVEL,
        "Findings of this severity and above are reported (in editors: all).",
        '"warning"',
        "information",
    ),
    Key(
        "select",
        RULE_LIST,
        "Only these rules are reported: codes, their beginnings, names, `ALL`.",
        '["NAN1"]',
        ["ALL"],
    ),
    Key(
        "ignore",
        RULE_LIST,
        "These rules are not reported. Of `select` and `ignore` the longer one counts.",
        '["NAN4"]',
        [],
    ),
    Key("extend-select", RULE_LIST, "Rules that are reported beside those of `select`.", '["NAN402"]', []),
    Key("extend-ignore", RULE_LIST, "Rules that are not reported beside those of `ignore`.", '["NAN402"]', []),
    Key(
        "severity",
        table(rule, _LEVEL),
        "The severity of a rule's findings, in the place of its own.",
        '{ NAN102 = "information" }',
        {},
    ),
    Key(
        "per-file-ignores",
        table(pattern, RULE_LIST),
        "Rules that are not reported in the files that a pattern matches, whatever is selected.",
        '{ "tests/**" = ["NAN102"] }',
        {},
    ),
    Key(
        "baseline",
        INSIDE,
        "The file, below the folder of this one, of the findings that are lived with: they are reported no more"
        " (`--write-baseline` writes it).",
        '"nanproof-baseline.json"',
        "",
    ),
    Key(
        "include",
        PATTERNS,
        "Of the files found in folders only these are checked; all, where none is named.",
        '["src/**"]',
        [],
    ),
    Key(
        "exclude",
        PATTERNS,
        "Folders that are not entered, and files that are not checked unless they are named.",
        '["third_party/**"]',
        [],
    ),
    Key(
        "default-dtype",
        choice("float16", "bfloat16", "float32", "float64"),
        "The dtype of tensors where no code says another (default: the framework's own).",
        '"float64"',
    ),
    Key(
        "functions",
        FUNCTIONS,
        "What is true of the project's own functions, by name or the end of a full name: one `masks` its first argument"
        " at a number or between two, what it `returns` lies between two, and really `takes` some values.",
        '{ safe_log = { masks = 1e-8 }, "ops.attention" = { returns = [0, 1], takes = [0] } }',
        {},
    ),
    Key(
        "versions",
        RELEASES,
        "The releases of the frameworks that the project uses (default: all supported).",
        '{ torch = ">=2.14" }',
        {},
    ),
    Key(
        "prefer",
        choice("stable", "mask"),
        "Which of two safe fixes is taken: the stable function or the mask.",
        '"mask"',
        "stable",
    ),
    Key(
        "seconds-per-file",
        number(0.01, 1e6),
        "Computing time after which a file is reported as far as it was looked at (default: 5, in editors 1).",
        "10",
    ),
    Key(
        "megabytes-per-file",
        number(50, 100_000),
        "Memory after which a file is reported as far as it was looked at.",
        "1000",
        500,
    ),
)

KEYS = MappingProxyType({key.name: key for key in _ALL})
