"""`nanproof explain`: the documentation of a rule, the same text that the editor shows."""

from __future__ import annotations

from nanproof.cli.output import complain, say
from nanproof.rules.registry import RULES


def explain(asked: str) -> int:
    """Print the documentation of the rule with a code or a name; return the exit code."""
    wanted = asked.casefold()
    for rule in RULES.values():
        if wanted in (rule.code.casefold(), rule.name.casefold()):
            say(rule.documentation.rstrip() + "\n")
            return 0
    known = ", ".join(f"{rule.code} ({rule.name})" for _, rule in sorted(RULES.items()))
    complain(f"there is no rule {asked!r}; the rules are {known}")
    return 2
