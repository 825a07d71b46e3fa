"""# unmasked-root (NAN103)

## What it does

Finds square roots (`sqrt`, `rsqrt`) whose operand can be negative, or, for `rsqrt`, 0, because of what produces it.

## Why is this bad?

*Missing the mask of invalid value.* The square root of a negative number is NaN, and `rsqrt(0)` is `inf`. On paper a
variance is never negative; computed as `E[x**2] - E[x]**2` it is, in one row of four, and an epsilon of 1e-8 does not
save it. A raw output of a layer has no sign at all.

## Example

```python
import torch


def scale(x: torch.Tensor, layer=torch.nn.Linear(8, 8)):
    return x * torch.sqrt(layer(x))
```

## Use instead

```python
import torch


def scale(x: torch.Tensor, layer=torch.nn.Linear(8, 8)):
    return x * torch.sqrt(torch.nn.functional.softplus(layer(x)) + 1e-8)
```

## Fix safety

The fix bounds the operand from below. It is marked unsafe where the operand can be negative: the bound removes the NaN,
but a negative operand of a square root is often a mistake of its own.

## Severity

`error`: the operand is a constant that is invalid. `warning`: the producer is known, and it really takes the invalid
value.

## References

- Y. Zhang et al.: Detecting Numerical Bugs in Neural Network Architectures (DEBAR). ESEC/FSE 2020
- E. Kloberdanz et al.: DeepStability: A Study of Unstable Numerical Methods. ICSE 2022
"""

from __future__ import annotations

from nanproof.rules.domain import outside_domain
from nanproof.rules.rule import documented

RULE = documented("NAN103", "unmasked-root", __doc__, outside_domain)
