"""# overflowing-exp (NAN104)

## What it does

Finds exponentials whose operand can be so large that the result is `inf` in its dtype: above 88.7 in float32 and
bfloat16, 11.1 in float16, 709.8 in float64.

## Why is this bad?

`exp` of an unbounded output (a log variance, a logit, a log ratio) is `inf` as soon as training takes one step too far,
and `inf - inf`, `0 * inf` and `inf / inf` are NaN. A bound that is too generous (`clip(x, -100, 100)`) is no bound.

## Example

```python
import torch


def kl(log_variance: torch.Tensor):
    log_variance = torch.clamp(log_variance, -100.0, 100.0)
    return torch.exp(log_variance) - log_variance - 1.0
```

## Use instead

```python
import torch


def kl(log_variance: torch.Tensor):
    log_variance = torch.clamp(log_variance, -30.0, 20.0)
    return torch.exp(log_variance) - log_variance - 1.0
```

## Fix safety

No fix is offered: which bound is right depends on what the exponential stands for.

## Severity

`warning`: the operand is bounded, and the bound is too large. `information`: the operand is an unbounded output.

## References

- M. Yan et al.: Exposing Numerical Bugs in Deep Learning via Gradient Back-propagation (GRIST). ESEC/FSE 2021
"""

from __future__ import annotations

import math

from nanproof.infer.numbers import arithmetic_of
from nanproof.rules.domain import reported
from nanproof.rules.finding import Finding, Severity
from nanproof.rules.rule import Rule, documented
from nanproof.rules.site import Site
from nanproof.rules.wording import decisive, is_evident, quoted
from nanproof.values import scalars
from nanproof.values.interval import number
from nanproof.values.ranges import Point


def _check(rule: Rule, site: Site) -> Finding | None:
    if site.function.rule != rule.code:
        return None
    computing = arithmetic_of(site.operand.dtype, site.operand.holder, site.framework)
    large = [
        point
        for point in site.operand.range.points
        if math.isfinite(point.value)
        and math.isinf(computing.round(scalars.exp(point.value)))
        and is_evident(site.operand, point)
    ]
    if not large:
        return None
    smallest = min(large, key=lambda point: point.value)
    # What has a bound was given one by somebody, and it is the wrong one; what has none may never come near.
    severity = Severity.WARNING if _is_bounded(site) else Severity.INFORMATION
    return reported(rule, site, severity, _message(site, smallest))


def _is_bounded(site: Site) -> bool:
    return math.isfinite(site.operand.range.interval.high)


def _message(site: Site, point: Point) -> str:
    quote, dtype = quoted(site.operand_text), site.operand.dtype.value
    if _is_bounded(site):
        return f"{quote} reaches {number(point.value)}, and exp of that is inf in {dtype}"
    found = decisive(site.operand, point)
    noun = found[0].function.noun if found is not None else "a value without bound"
    return f"{quote} comes from {noun}: nothing bounds it, and {site.function.at_edge} in {dtype}"


RULE = documented("NAN104", "overflowing-exp", __doc__, _check)
