"""# unmasked-inverse-function (NAN105)

## What it does

Finds inverse functions (`acos`, `asin`, `atanh`, `acosh`, `erfinv`, `logit`) whose operand leaves their domain,
because of what produces it: a cosine similarity, a product of normalised vectors, a tanh or a sigmoid that saturates.

## Why is this bad?

These functions are defined on an interval, and values that stay inside it on paper leave it in floating point: the
cosine similarity of two parallel vectors is above 1 in every sixth case in float32, so the angle between them is NaN;
a sigmoid is exactly 1 for inputs above 17, and `logit(1)` is Inf.

## Example

```python
import torch
import torch.nn.functional as F


def angle(a, b):
    return torch.acos(F.cosine_similarity(a, b))
```

## Use instead

```python
import torch
import torch.nn.functional as F


def angle(a, b):
    return torch.acos(torch.clamp(F.cosine_similarity(a, b), -0.9999999, 0.9999999))
```

## Fix safety

The fix clips the operand to values for which the function and its derivative are finite in the operand's dtype;
operands between the bounds keep their value.

## Severity

`error`: the operand is a constant that is invalid. `warning`: the producer is known, and it really takes the invalid
value, or a tensor that holds it is written out. `information` in tests.

## References

- PyTorch issue [8069](https://github.com/pytorch/pytorch/issues/8069): the gradient of acos at 1
"""

from __future__ import annotations

from nanproof.findings.domain import outside_domain
from nanproof.findings.rule import documented

RULE = documented("NAN105", "unmasked-inverse-function", __doc__, outside_domain)
