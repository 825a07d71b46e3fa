"""# unmasked-root (NAN103)

## What it does

Finds square roots, reciprocal square roots and powers (`sqrt`, `rsqrt`, `pow`, `**`) whose operand can be negative,
or 0 where the exponent is negative, because of what produces it: a difference of squares, a ReLU, an exponential that
underflows; and powers whose exponent is trained or drawn, and so no whole number, of what can be negative.

## Why is this bad?

The root of a negative number is NaN, and `rsqrt(0)` is Inf. The commonest negative number is one that cannot be: a
variance computed as `E[x^2] - E[x]^2` is below 0 in a fifth of all cases with a small spread, by a rounding error
that is larger than any epsilon that one would add.

## Example

```python
import torch


def scale(x):
    variance = (x * x).mean(dim=0) - x.mean(dim=0) ** 2
    return torch.rsqrt(variance + 1e-8)
```

## Use instead

```python
import torch


def scale(x):
    variance = (x * x).mean(dim=0) - x.mean(dim=0) ** 2
    return torch.rsqrt(torch.clamp(variance + 1e-8, min=1e-10))
```

## Fix safety

The fix raises the operand to a bound at which value and derivative are finite in its dtype; larger operands keep
their value. It is marked unsafe where the operand can be negative by more than a rounding error: a negative operand
may be a mistake of its own.

## Severity

`error`: the operand is a constant that is invalid. `warning`: the producer is known, and it really takes the invalid
value, or a tensor that holds it is written out. `information`: the norm, the variance or the standard deviation of
something about which nothing is known, and in tests. Operands about which nothing is known are never reported.

## References

- N. J. Higham: Accuracy and Stability of Numerical Algorithms, 2nd ed., section 1.9. SIAM 2002
- E. Kloberdanz et al.: DeepStability. ICSE 2022
"""

from __future__ import annotations

from nanproof.findings.domain import outside_domain
from nanproof.findings.rule import documented

RULE = documented("NAN103", "unmasked-root", __doc__, outside_domain)
