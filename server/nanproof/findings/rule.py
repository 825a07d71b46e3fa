"""What a rule is: a code, a name, one text that explains it, and a check of one site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nanproof.findings.finding import Finding
from nanproof.sites.site import Site

DOCUMENTATION = "https://github.com/nanproof/nanproof/blob/main/docs/rules"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; `documentation` is Markdown in the fixed sections, the one text that every client shows."""

    code: str
    name: str
    documentation: str
    check: Callable[[Rule, Site], Finding | None]

    @property
    def url(self) -> str:
        """Where the documentation stands on the web."""
        return f"{DOCUMENTATION}/{self.name}.md"

    def finding(self, site: Site) -> Finding | None:
        """Return what the rule reports of a site."""
        return self.check(self, site)

    def section(self, title: str) -> str:
        """Return the text below one heading of the documentation, the empty string where it has none."""
        _, found, rest = self.documentation.partition(f"\n## {title}\n")
        return rest.partition("\n## ")[0].strip() if found else ""


def documented(code: str, name: str, docstring: str | None, check: Callable[[Rule, Site], Finding | None]) -> Rule:
    """Return the rule of a module whose docstring is its documentation."""
    return Rule(code, name, (docstring or "").strip() + "\n", check)
