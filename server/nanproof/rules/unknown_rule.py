"""# unknown-rule (NAN902)

## What it does

Finds words that name no rule in comments that are to silence one: `# nanproof: ignore[NAN110]`,
`# nanproof: ignore[unmask-log]`, `# noqa: NAN999`. A rule is named by its code, by the beginning of one that holds a
digit (`NAN1`), or by its name. Codes of other tools in a `# noqa` are theirs.

## Why is this bad?

Such a word silences nothing, and does so without a word: who wrote it thinks that the finding is accepted, and the
run still fails.

## Example

```python
import torch


def entropy(logits):
    p = torch.log_softmax(logits, dim=-1)
    return -(p.exp() * p).sum()  # nanproof: ignore[NAN999]
```

## Use instead

```python
import torch


def entropy(logits):
    p = torch.log_softmax(logits, dim=-1)
    return -(p.exp() * p).sum()
```

## Fix safety

Where the word nearly names the rule of a finding that stands there, the fix writes that rule instead; this is unsafe,
for it silences the finding. Otherwise it takes the word away, which changes nothing; unsafe only where your own words,
the reason behind the brackets, go with the comment.

## Severity

`information`: the comment changes no result.

## References

- [ruff, invalid-rule-code (RUF102)](https://docs.astral.sh/ruff/rules/invalid-rule-code/)
"""

from __future__ import annotations

from nanproof.findings.comment import Comment
from nanproof.findings.finding import Finding
from nanproof.findings.line import Source
from nanproof.findings.rule import CommentRule, documented_of_comments


def _check(rule: CommentRule, comment: Comment) -> Finding | None:
    if not comment.unknown:
        return None
    several = (f"{len(comment.unknown)} of the words here name no rule",)
    if len(comment.unknown) > 1:
        return rule.reported(comment, several)
    meant = ("; did you mean ", Source(comment.meant), "?") if comment.meant else ()
    return rule.reported(comment, ("there is no rule ", Source(comment.unknown[0]), *meant), several)


RULE = documented_of_comments("NAN902", "unknown-rule", __doc__, _check)
