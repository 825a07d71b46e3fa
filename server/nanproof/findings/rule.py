"""What a rule is: a code, a name, one text that explains it, and a check of one site or of one comment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nanproof.findings.comment import Comment
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.line import Words, line
from nanproof.sites.site import Site

DOCUMENTATION = "https://github.com/nanproof/nanproof/blob/main/docs/rules"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; `documentation` is Markdown in the fixed sections, the one text that every client shows."""

    code: str
    name: str
    documentation: str

    @property
    def url(self) -> str:
        """Where the documentation stands on the web."""
        return f"{DOCUMENTATION}/{self.name}.md"

    def section(self, title: str) -> str:
        """Return the text below one heading of the documentation, the empty string where it has none."""
        _, found, rest = self.documentation.partition(f"\n## {title}\n")
        return rest.partition("\n## ")[0].strip() if found else ""


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
        return Finding(
            self.code, self.name, Severity.INFORMATION, message, span, "", "", span, "", reasons=(), url=self.url
        )


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
