"""# where-leaks-gradient (NAN302)

## What it does

Finds operations that are masked by choosing among their results, `where(x > 0, log(x), 0)`, `masked_fill` and kin, in
code that is differentiated (TensorFlow, PyTorch, JAX).

## Why is this bad?

`where` computes both branches and chooses one. The value is right: where `x` is 0 the result is 0, and not `log(0)`.
The gradient is not: the backward pass sends a 0 into the branch that was not chosen, multiplies it with the derivative
of the logarithm at 0, which is infinite, and `0 * Inf` is NaN. The loss looks healthy, and after one step every weight
is NaN. The operand must be masked before the operation: a second `where`, inside.

## Example

```python
import torch


def entropy(z):
    p = torch.softmax(z, dim=-1)
    return torch.where(p > 0, p * torch.log(p), 0.0)
```

## Use instead

```python
import torch


def entropy(z):
    p = torch.softmax(z, dim=-1)
    return torch.where(p > 0, p * torch.log_softmax(z, dim=-1), 0.0)
```

## Fix safety

Where there is a stable function, as for the logarithm of a softmax, the fix calls it. Else it chooses among the
operands by the same condition, `torch.log(torch.where(p > 0, p, 1.0))`, so that the operation never sees the invalid
one. The result is the same everywhere; the gradient is 0 where the branch is not chosen.

## Severity

`warning`: the producer of the operand is known, and it really takes the value at which the derivative is infinite.
`information`: nothing is known of the operand but what the condition says of it. Silent in NumPy and under `no_grad`,
where only the value counts; behind a `relu` in PyTorch and JAX, which chooses in its backward pass; for `tf.sqrt`,
whose derivative swallows a gradient of 0 outside XLA. A `clamp` at its bound stops the gradient from PyTorch 2.14 on:
the message says so, and where the project uses no release before it (`--versions "torch>=2.14"`), it is silent.

## References

- PyTorch issue [68425](https://github.com/pytorch/pytorch/issues/68425)
- JAX: [Gradients contain NaN where using
  where](https://jax.readthedocs.io/en/latest/faq.html#gradients-contain-nan-where-using-where)
"""

from __future__ import annotations

from nanproof.findings.domain import reported
from nanproof.findings.evidence import clearest, is_degenerate
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.hiding import failing_in_backward, hiding, is_forgiving, is_trained
from nanproof.findings.rule import Rule, documented
from nanproof.findings.wording import allowed, explained, quoted
from nanproof.masks.stopped import in_use
from nanproof.sites.site import Site

_LEAK = "masks the value and not the gradient, which is 0 times an infinite derivative, NaN"


def _check(rule: Rule, site: Site) -> Finding | None:
    found = hiding(site)
    if found is None or not found.by_condition or not is_trained(site):
        return None
    chosen = quoted(found.cover.written)
    failing = failing_in_backward(site)
    points, until = in_use(site, failing)
    if failing and not points:
        return None
    if points:
        point = clearest(points)
        # The condition says that whoever wrote it expects the value: however far out it lies, it is no guess.
        severity = Severity.INFORMATION if is_degenerate(site, point) else Severity.WARNING
        return reported(rule, site, severity, f"{chosen} {_LEAK}: {explained(site, point)}{until}")
    domain = site.gradient or site.domain
    if not site.operand.range.is_unknown or domain is None or is_forgiving(site):
        return None
    operand = quoted(site.operand_text)
    message = f"{chosen} {_LEAK}: nothing here shows that {operand} stays {allowed(domain)}"
    return reported(rule, site, Severity.INFORMATION, message)


RULE = documented("NAN302", "where-leaks-gradient", __doc__, _check)
