"""Rules of modules whose docstrings were left out, as `python -OO` does."""

from __future__ import annotations

from nanproof.findings.rule import documented


def test_a_rule_without_a_docstring_says_nothing_of_itself() -> None:
    rule = documented("NAN999", "unheard-of", None, lambda _rule, _site: None)
    assert rule.documentation == "\n"
    assert rule.section("Severity") == ""
    assert rule.severities == ()
