"""# blanket-noqa (NAN903)

## What it does

Finds a `# noqa` without codes on a line of which something is told all the same. It is for other tools, and silences
nothing of nanproof's. Nothing is said where nothing else is told, nor of `# noqa: E501`.

## Why is this bad?

Who wrote it may think that the finding is accepted. Were it so, whatever silences a long line would hide the NaN in it.

## Example

```python
import torch


def losses(logits):
    p = torch.softmax(logits, dim=-1)
    return -torch.log(p)  # noqa
```

## Use instead

```python
import torch


def losses(logits):
    p = torch.softmax(logits, dim=-1)
    return -torch.log(p)  # noqa  # nanproof: ignore[NAN101]
```

## Fix safety

The fix silences the strongest finding on the line, as its own quick fix does, and leaves the `# noqa` to the other
tools; it is made by hand, and never by `--fix`. To be left in peace, ignore this rule.

## Severity

`information`: the comment changes no result. It is shown where the finding is shown that it does not silence.

## References

- [ruff, blanket-noqa (PGH004)](https://docs.astral.sh/ruff/rules/blanket-noqa/)
"""

from __future__ import annotations

from nanproof.findings.comment import Comment
from nanproof.findings.finding import Finding
from nanproof.findings.rule import CommentRule, documented_of_comments


def _check(rule: CommentRule, comment: Comment) -> Finding | None:
    if comment.told is None:
        return None
    return rule.reported(comment, (comment.source, f" is for other tools, and does not silence {comment.told.code}"))


RULE = documented_of_comments("NAN903", "blanket-noqa", __doc__, _check)
