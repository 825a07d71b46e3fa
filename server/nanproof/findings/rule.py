"""What a rule is: a code, a name, one text that explains it, and a check of one site or of one comment."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nanproof.findings.comment import Comment
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.line import Words, line
from nanproof.sites.site import Site

# The pages are shipped beside the code: whoever has a finding has the page about it, and of this very version.
PAGES = Path(__file__).parent.parent / "pages"
_PROGRAM = re.compile(r"```python\n(.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; `documentation` is Markdown in the fixed sections, the one text that every client shows."""

    code: str
    name: str
    documentation: str

    @property
    def url(self) -> str:
        """Where the documentation stands on this machine."""
        return self.page.as_uri()

    @property
    def page(self) -> Path:
        """The file that holds the documentation."""
        return PAGES / f"{self.name}.md"

    @property
    def severities(self) -> tuple[Severity, ...]:
        """The severities that its findings can have of themselves, the strongest first."""
        told = self.section("Severity")
        return tuple(each for each in Severity if f"`{each.value}`" in told)

    def section(self, title: str) -> str:
        """Return the text below one heading of the documentation, the empty string where it has none."""
        _, found, rest = self.documentation.partition(f"\n## {title}\n")
        return rest.partition("\n## ")[0].strip() if found else ""

    def programs(self, title: str) -> list[str]:
        """Return the Python code below one heading."""
        return _PROGRAM.findall(self.section(title))


@dataclass(frozen=True, slots=True)
class SiteRule(Rule):
    """A rule that looks at one site after the other."""

    check: Callable[[Rule, Site], Finding | None]

    def finding(self, site: Site) -> Finding | None:
        """Return what the rule reports of a site."""
        return self.check(self, site)


@dataclass(frozen=True, slots=True)
class CommentRule(Rule):
    """A rule that looks at the comments that silence findings, once it is known which findings there are."""

    check: Callable[[CommentRule, Comment], Finding | None]

    def finding(self, comment: Comment) -> Finding | None:
        """Return what the rule reports of a comment."""
        return self.check(self, comment)

    def reported(self, comment: Comment, *wordings: Words) -> Finding:
        """Return what the rule says of a comment, in the first of several wordings that fits."""
        message, span = line(*wordings), comment.span
        about = (comment.told.code, comment.told.severity) if comment.told is not None else None
        return Finding(self.code, self.name, Severity.INFORMATION, message, span, "", "", span, "", (), self.url, about)


def documented(code: str, name: str, docstring: str | None, check: Callable[[Rule, Site], Finding | None]) -> SiteRule:
    """Return the rule of a module whose docstring is its documentation."""
    return SiteRule(code, name, _documentation(docstring), check)


def documented_of_comments(
    code: str, name: str, docstring: str | None, check: Callable[[CommentRule, Comment], Finding | None]
) -> CommentRule:
    """Return the rule of comments of a module whose docstring is its documentation."""
    return CommentRule(code, name, _documentation(docstring), check)


def _documentation(docstring: str | None) -> str:
    return (docstring or "").strip() + "\n"
