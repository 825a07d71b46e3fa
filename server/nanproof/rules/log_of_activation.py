"""# log-of-activation (NAN401)

## What it does

Finds logarithms of a softmax or a sigmoid that are kept finite by a small number added to the probability,
`log(softmax(z) + 1e-8)`, where the framework has one function that computes both at once: `log_softmax`,
`log_sigmoid`. And losses of probabilities that a sigmoid made, `binary_cross_entropy(sigmoid(z), y)` or `BCELoss`,
where PyTorch has `binary_cross_entropy_with_logits`.

## Why is this bad?

The epsilon keeps the logarithm finite, and costs something everywhere: each value is moved by it, a loss cannot pass
-log(1e-8) = 18.4, and where the probability has underflowed the gradient is 0, so that what the model is most wrong
about is what it does not learn from. `log_softmax(z)` is exact and has a gradient for every finite logit.

`BCELoss` clamps its logarithms at -100, so it is finite; where the sigmoid is exactly 0 or 1 (in float32 below -89 and
above 17) its gradient is 0 however wrong the prediction is.

A logarithm without the epsilon is [unmasked-log](unmasked-log.md): it is infinite, not just inexact.

## Example

```python
import torch


def entropy(logits):
    p = torch.softmax(logits, dim=-1)
    return -(p * torch.log(p + 1e-8)).sum(dim=-1)
```

## Use instead

```python
import torch


def entropy(logits):
    p = torch.softmax(logits, dim=-1)
    return -(p * torch.log_softmax(logits, dim=-1)).sum(dim=-1)
```

## Fix safety

The fix is marked unsafe: values of probabilities near the epsilon change, as they should, and with them what a
training run logs. The activation keeps its name where it has other uses.

## Severity

`hint`: nothing is infinite here.

## References

- P. Blanchard, D. J. Higham, N. J. Higham: Accurately computing the log-sum-exp and softmax functions. IMA J. Numer.
  Anal. 2021
- H. Zhang, L. Cruz, A. van Deursen: Code Smells for Machine Learning Applications. CAIN 2022
"""

from __future__ import annotations

from nanproof.findings.domain import reported
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.forms.compositions import log_of
from nanproof.forms.infinite_logits import may_be_infinite
from nanproof.forms.losses import loss_of
from nanproof.sites.site import Site


def _check(rule: Rule, site: Site) -> Finding | None:
    if site.function.rule == rule.code:
        return _of_loss(rule, site)
    found = log_of(site) if site.function.rule == "NAN101" else None
    if found is None or not found.is_masked:
        return None
    if may_be_infinite(site, found.call):
        return None  # there the sum with something small is right, and the stable function is -inf
    noun = found.call.operation.function.noun
    moved = f" keeps the logarithm of {noun} finite and moves every value: {found.twin} is exact"
    message = line((source_of(site.operand_node), moved))
    return reported(rule, site, Severity.HINT, message)


def _of_loss(rule: Rule, site: Site) -> Finding | None:
    found = loss_of(site)
    if found is None:
        return None
    function = found.canonical.rpartition(".")[2]
    message = line(
        (source_of(site.operand_node), f" is a sigmoid: at 0 or 1 this loss has no gradient; use `{function}`")
    )
    return reported(rule, site, Severity.HINT, message)


RULE = documented("NAN401", "log-of-activation", __doc__, _check)
