"""# unmasked-log (NAN101)

## What it does

Finds logarithms (`log`, `log2`, `log10`, `log1p`) whose operand can be 0 or negative, because of what produces it:
a softmax or a sigmoid that underflows, a ReLU, a difference, the raw output of a layer.

## Why is this bad?

*Missing the mask of invalid value.* A probability is never 0 on paper, but it is in floating point: a float32 softmax
is exactly 0 once a logit trails the largest by about 87 (TensorFlow, JAX) or 104 (PyTorch, NumPy), and a sigmoid is
exactly 1 for inputs above 17, so that `1 - sigmoid(x)` is 0. `log(0)` is `-inf`, `0 * -inf` is NaN, and after one step
of the optimizer every weight is NaN. It may take hours of training to happen, and the stack trace, if there is one,
points elsewhere. So the operand of a logarithm, as of any function with special requirements for its argument, must be
masked.

## Example

```python
import tensorflow as tf


def loss(labels, logits):
    y_conv = tf.nn.softmax(logits)
    return -tf.reduce_sum(labels * tf.math.log(y_conv))
```

## Use instead

```python
import tensorflow as tf


def loss(labels, logits):
    y_conv = tf.nn.softmax(logits)
    return -tf.reduce_sum(labels * tf.math.log(tf.clip_by_value(y_conv, 1e-10, 1.0)))
```

## Fix safety

The fix clips the operand to values whose logarithm and gradient are finite in its dtype. Operands above the bound keep
their value exactly; below it the gradient becomes 0, as it must where the loss had none. Where the operand can be
negative the fix is marked unsafe: the clip removes the NaN, but a negative operand of a logarithm is often a mistake of
its own.

## Severity

`error`: the operand is a constant that is invalid. `warning`: the producer is known, and it really takes the invalid
value. `information`: the operand is a tensor of which nothing at all is known.

## References

- H. Zhang, L. Cruz, A. van Deursen: Code Smells for Machine Learning Applications. CAIN 2022
- Y. Zhang et al.: An Empirical Study on TensorFlow Program Bugs. ISSTA 2018
- Y. Zhang et al.: Detecting Numerical Bugs in Neural Network Architectures (DEBAR). ESEC/FSE 2020
- M. Yan et al.: Exposing Numerical Bugs in Deep Learning via Gradient Back-propagation (GRIST). ESEC/FSE 2021
- Stack Overflow [33712178](https://stackoverflow.com/questions/33712178),
  [33699174](https://stackoverflow.com/questions/33699174), [39487825](https://stackoverflow.com/questions/39487825),
  [35078027](https://stackoverflow.com/questions/35078027)
"""

from __future__ import annotations

import math

from nanproof.catalog.model import Domain
from nanproof.infer.value import Holder
from nanproof.rules.finding import Finding, Reason, Severity
from nanproof.rules.rule import Rule
from nanproof.rules.site import Site
from nanproof.rules.wording import allowed, consequence, decisive, explained, is_evident, quoted, values
from nanproof.values.ranges import Point


def _check(site: Site) -> Finding | None:
    domain = site.operation.function.domain
    if domain is None or site.operation.function.rule != RULE.code:
        return None
    operand = site.operand
    constant = operand.range.single
    if constant is not None and is_invalid(constant, domain):
        if operand.holder is not Holder.PYTHON and not any(decisive(operand, point) for point in operand.range.points):
            return None  # a table of constants, log(zeros): nobody trains on it, and -inf is often meant
        message = f"{quoted(site.operand_text)} is {constant:g}: {consequence(site, constant)}"
        return _finding(site, Severity.ERROR, message)
    invalid = [
        point for point in operand.range.points if is_invalid(point.value, domain) and is_evident(operand, point)
    ]
    if invalid:
        return _finding(site, Severity.WARNING, explained(site, _clearest(invalid)))
    if operand.range.is_unknown and operand.holder is not Holder.PYTHON and "offset" not in operand.traits:
        edge = consequence(site, domain.low)
        message = f"nothing here shows that {quoted(site.operand_text)} stays {allowed(domain)}: {edge}"
        return _finding(site, Severity.INFORMATION, message)
    return None


def is_invalid(value: float, domain: Domain) -> bool:
    """Say whether a value lies outside a domain. NaN and infinities came about earlier, where they are reported."""
    if math.isnan(value) or math.isinf(value):
        return False
    below = value <= domain.low if domain.low_open else value < domain.low
    above = value >= domain.high if domain.high_open else value > domain.high
    return below or above


def _clearest(points: list[Point]) -> Point:
    """Return the point that is easiest to believe: zero before a negative number, few producers before many."""
    return min(points, key=lambda point: (point.value != 0, len(point.under)))


def _finding(site: Site, severity: Severity, message: str) -> Finding:
    trace = site.operand.trace
    steps = trace.steps() if trace is not None else ()
    before = tuple(step for step in steps if step.place.span != site.span or step.place.document is not site.document)
    domain = site.operation.function.domain or Domain()
    used = Reason(f"used here, where values must be {allowed(domain)}", site.place)
    return Finding(
        RULE.code,
        RULE.name,
        severity,
        message,
        site.span,
        site.operation.name,
        site.operand_text,
        site.operand_span,
        values(site.operand),
        (*before, used),
        RULE.url,
    )


RULE = Rule("NAN101", "unmasked-log", (__doc__ or "").strip() + "\n", _check)
