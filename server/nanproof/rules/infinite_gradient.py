"""# infinite-gradient (NAN301)

## What it does

Finds operations whose value is finite where their gradient is not: `sqrt` of an operand that is exactly 0.

## Why is this bad?

*Missing the mask of invalid value.* `sqrt(0)` is 0, and its derivative is infinite. Multiplied by any zero of the
backward pass it is NaN, and the NaN appears in the weights although every value of the forward pass was right. A mask
after the root does not help; the operand has to stay above 0.

## Example

```python
import torch


def hellinger(logits, target: torch.Tensor):
    p = torch.softmax(logits, dim=-1)
    return ((torch.sqrt(p) - target) ** 2).sum()
```

## Use instead

```python
import torch


def hellinger(logits, target: torch.Tensor):
    p = torch.softmax(logits, dim=-1)
    return ((torch.sqrt(torch.clamp(p, 1e-10, 1.0)) - target) ** 2).sum()
```

## Fix safety

The fix bounds the operand from below: values above the bound are unchanged, at the bound value and gradient are finite.

## Severity

`warning`: the producer is known, it really takes 0, and a gradient flows (not under `no_grad`, not in NumPy).

## References

- M. Yan et al.: Exposing Numerical Bugs in Deep Learning via Gradient Back-propagation (GRIST). ESEC/FSE 2021
- [The gradient of sqrt at 0 is NaN, pytorch#2421](https://github.com/pytorch/pytorch/issues/2421)
"""

from __future__ import annotations

from nanproof.rules.domain import clearest, evident, reported
from nanproof.rules.finding import Finding, Severity
from nanproof.rules.gradient import flows
from nanproof.rules.rule import Rule, documented
from nanproof.rules.site import Site
from nanproof.rules.wording import explained


def _check(rule: Rule, site: Site) -> Finding | None:
    domain = site.function.gradient
    if domain is None or site.function.gradient_rule != rule.code or not flows(site):
        return None
    invalid = evident(site, domain)
    return reported(rule, site, Severity.WARNING, explained(site, clearest(invalid))) if invalid else None


RULE = documented("NAN301", "infinite-gradient", __doc__, _check)
