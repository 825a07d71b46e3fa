"""# overflowing-exp (NAN104)

## What it does

Finds exponentials (`exp`, `exp2`, `expm1`, `sinh`, `cosh`) of tensors that are known to be unbounded: the raw output
of a layer, a product with weights, or a bound that is too high for the dtype.

## Why is this bad?

`exp(x)` is Inf in float32 once x passes 88.7, and in float16 once it passes 11.1. Early in training no output is that
large; a learning rate too high, or a batch out of the ordinary, makes it so, and what follows (`Inf / Inf`, `0 *
Inf`) is NaN.

## Example

```python
import torch


def deviation(log_variance):
    return torch.exp(torch.clamp(log_variance, -100.0, 100.0))
```

## Use instead

```python
import torch


def deviation(log_variance):
    return torch.exp(torch.clamp(log_variance, -100.0, 30.0))
```

## Fix safety

The fix moves the bound that is there to 30 in float32 and bfloat16, 5 in float16, 300 in float64: exp(80) is finite,
but its gradient squared is not, so that Adam stops and `clip_grad_norm_` makes every gradient 0. Operands under the
bound keep their value. Of an operand without a bound the fix is marked unsafe, and bounds it where it is made where
it is used beside the exponential too, as in the likelihood of a Gaussian. In a softmax by hand the largest element is
subtracted first.

## Severity

- `error`: the operand is a constant whose exponential overflows.
- `warning`: a bound that was meant as a mask lets the overflow through; the operand is bounded and overflows at its
  bound (a cosine over a temperature of 0.01); a softmax, or the logarithm of a running sum, is written out of it in
  code that trains; or a tensor that holds such a number is written out.
- `information`: the operand is unbounded, as far as the source tells; so is the exponent of a power that is itself
  an exponential, `(t / scale) ** exp(shape)`; or it is what training makes large: a difference of log-probabilities,
  a loss over a temperature, an error of which the logarithm of the hyperbolic cosine is taken.

Silent: other operands of which nothing is known, what lies between settings, `low + (high - low) * tanh(x)`, and a
scale that is a weight by itself, which a step of training moves by its learning rate.

## References

- M. Yan et al.: Exposing Numerical Bugs in Deep Learning via Gradient Back-propagation (GRIST). ESEC/FSE 2021
- P. Blanchard, D. J. Higham, N. J. Higham: Accurately computing the log-sum-exp and softmax functions. IMA J. Numer.
  Anal. 2021
"""

from __future__ import annotations

import math

from nanproof.findings.domain import reported
from nanproof.findings.evidence import clearest, is_in_test
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.findings.shown import is_shown
from nanproof.findings.wording import advice, explained, is_evident, overflow
from nanproof.forms.compositions import is_shifted_by_largest
from nanproof.infer.callsites import is_test
from nanproof.infer.numbers import arithmetic_of
from nanproof.infer.value import Holder
from nanproof.sites.site import Site
from nanproof.uses.differentiated import is_differentiated
from nanproof.uses.growing import is_by_hand, may_grow
from nanproof.uses.growing_powers import power_may_overflow
from nanproof.values.ranges import Point, Range
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS


def _check(rule: Rule, site: Site) -> Finding | None:
    if site.function.transfer == "pow":
        return _power(rule, site)
    if site.function.rule != rule.code or site.operand.holder is Holder.PYTHON:
        return None
    overflowing = [point for point in site.operand.range.points if _overflows(site, point)]
    if not overflowing:
        return _possible(rule, site)
    is_certain, constant = is_shown(site), site.operand.range.single
    evident = [point for point in overflowing if is_certain or is_evident(site.operand, point)]
    if constant is not None and not is_in_test(site):
        message = line((source_of(site.operand_node), f" is {constant:g}: {overflow(site)}{advice(site)}"))
        return reported(rule, site, Severity.ERROR, message)
    if not evident:
        return _possible(rule, site)
    if is_shifted_by_largest(site):
        return None
    # What has a bound, and overflows at it, is no matter of how large an output may grow: a cosine over 0.01.
    is_bounded = math.isfinite(site.operand.range.interval.high) and not is_in_test(site)
    is_proved = "mask" in site.operand.traits or is_certain or (is_bounded and is_differentiated(site))
    is_proved = is_proved or (is_by_hand(site) and not is_in_test(site))
    severity = Severity.WARNING if is_proved else Severity.INFORMATION
    point = clearest(evident)
    return reported(rule, site, severity, explained(site, point), point)


def _possible(rule: Rule, site: Site) -> Finding | None:
    """Report what training makes large, and nothing bounds, in code that trains."""
    if is_test(site.engine, site.document) or not may_grow(site) or is_shifted_by_largest(site):
        return None
    if not is_differentiated(site):
        return None
    message = line(("nothing here keeps ", source_of(site.operand_node), f" small enough: {overflow(site)}"))
    return reported(rule, site, Severity.WARNING if is_by_hand(site) else Severity.INFORMATION, message)


def _power(rule: Rule, site: Site) -> Finding | None:
    """Report a power whose exponent is an exponential in code that trains."""
    if not power_may_overflow(site) or is_test(site.engine, site.document) or not is_differentiated(site):
        return None
    exponent = site.roles.get("y")
    if exponent is None:
        return None
    follows = f" small enough: a power overflows to Inf in {site.operand.dtype.value}"
    message = line(("nothing here keeps ", source_of(exponent), follows))
    return reported(rule, site, Severity.INFORMATION, message)


def _overflows(site: Site, point: Point) -> bool:
    """Say whether the operation is infinite at a point, in the arithmetic of its operand."""
    if not math.isfinite(point.value):
        return False
    computing = arithmetic_of(site.operand.dtype, site.operand.holder, site.framework)
    operands = Operands({"x": Range(points=(point,))}, computing, "overflow")
    return any(math.isinf(each.value) for each in TRANSFERS[site.function.transfer](operands).points)


RULE = documented("NAN104", "overflowing-exp", __doc__, _check)
