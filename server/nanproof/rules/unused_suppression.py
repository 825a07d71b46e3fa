"""# unused-suppression (NAN901)

## What it does

Finds comments that are to silence a finding where there is none (`# nanproof: ignore[NAN101]`,
`# nanproof: ignore-file[NAN101]`, `# noqa: NAN101`), and rules in their lists that find nothing there. Nothing is said
of a file that was not looked at to its end, or that has syntax errors, nor of `# noqa` without codes of ours.
It does not matter which rules are selected: a comment silences what is ignored, or weaker than the level, too.

## Why is this bad?

The comment says that somebody looked at a fault and accepted it. Once the fault is gone, it misleads whoever reads it,
and it would hide the next fault that comes to its line.

## Example

```python
import torch


def entropy(logits):
    p = torch.log_softmax(logits, dim=-1)
    return -(p.exp() * p).sum()  # nanproof: ignore[NAN101]
```

## Use instead

```python
import torch


def entropy(logits):
    p = torch.log_softmax(logits, dim=-1)
    return -(p.exp() * p).sum()
```

## Fix safety

The fix takes away what does nothing, and leaves what the comment says to other tools (`# noqa: E501, NAN101`). It is
unsafe where it takes words of yours with it: the reason behind the brackets. A comment that is to stay is
silenced by naming this rule in it: `# nanproof: ignore[NAN101, NAN901]`; without a list it cannot silence itself.

## Severity

`information`: the comment changes no result.

## References

- [ruff, unused-noqa (RUF100)](https://docs.astral.sh/ruff/rules/unused-noqa/)
- [mypy, `--warn-unused-ignores`](https://mypy.readthedocs.io/en/stable/command_line.html#cmdoption-mypy-warn-unused-ignores)
"""

from __future__ import annotations

from nanproof.findings.comment import Comment
from nanproof.findings.finding import Finding
from nanproof.findings.line import Source
from nanproof.findings.rule import CommentRule, documented_of_comments


def _check(rule: CommentRule, comment: Comment) -> Finding | None:
    if not comment.silences and not comment.unknown:
        return rule.reported(comment, (comment.source, " silences nothing"), ("this comment silences nothing",))
    if not comment.idle:
        return None
    several = (f"{len(comment.idle)} of the rules that are named here find nothing to silence",)
    if len(comment.idle) > 1:
        return rule.reported(comment, several)
    return rule.reported(comment, (Source(comment.idle[0]), " finds nothing to silence here"), several)


RULE = documented_of_comments("NAN901", "unused-suppression", __doc__, _check)
