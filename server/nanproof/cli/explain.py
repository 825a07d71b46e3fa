"""`nanproof explain`: the documentation of rules, the same text that the editor shows."""

from __future__ import annotations

import json
from collections.abc import Sequence

from nanproof.cli.output import complain, say
from nanproof.configuration.selection import UnknownRuleError, named_rules
from nanproof.findings.rule import Rule
from nanproof.printed.objects import VERSION
from nanproof.rules.registry import RULES


def explain(asked: Sequence[str], *, as_json: bool = False) -> int:
    """Print what the documentation says of some rules, or which ones there are; return the exit code."""
    try:
        rules = named(asked)
    except UnknownRuleError as error:
        complain(f"{error}; nanproof explain lists the rules")
        return 2
    if as_json:
        say(json.dumps([described(rule) for rule in rules], indent=2) + "\n")
    elif asked:
        say("\n".join(rule.documentation for rule in rules))
    else:
        say("".join(f"{rule.code}  {rule.name}\n" for rule in rules))
    return 0


def named(words: Sequence[str]) -> list[Rule]:
    """Return the rules that codes, their beginnings or names mean, as options have them; all for no word."""
    meant = named_rules(words, {code: rule.name for code, rule in RULES.items()}) or ("",)
    return [rule for code, rule in sorted(RULES.items()) if code.startswith(meant)]


def described(rule: Rule) -> dict[str, object]:
    """Return what the documentation of a rule says as an object of JSON; all prose is Markdown."""
    return {
        "code": rule.code,
        "example": "".join(rule.programs("Example")),
        "fix_safety": rule.section("Fix safety"),
        "name": rule.name,
        "page": str(rule.page),
        "references": rule.section("References"),
        "severities": [each.value for each in rule.severities],
        "severity": rule.section("Severity"),
        "url": rule.url,
        "use_instead": "".join(rule.programs("Use instead")),
        "version": VERSION,
        "what_it_does": rule.section("What it does"),
        "why_is_this_bad": rule.section("Why is this bad?"),
    }
