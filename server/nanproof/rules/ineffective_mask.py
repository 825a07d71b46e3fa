"""# ineffective-mask (NAN201)

## What it does

Finds masks that do nothing: an epsilon that the dtype cannot hold (`1 - 1e-8` is 1 in float32, `1e-8` is 0 in
float16), one that is added too early (`1e-10 + 1 - p`), a bound that is itself invalid (`clip(p, 0, 1)` before a
logarithm), a bound on the wrong side, a clip whose result is thrown away or never used.

## Why is this bad?

The author knew of the invalid value and wrote a mask against it, so nobody looks here again; and the mask does
nothing. Floating point has gaps: in float32 the next number below 1 is 1 - 6e-8, so `1 - 1e-8` and `1 + 1e-10` are
exactly 1, and `clip(p, 1e-8, 1 - 1e-8)` lets 1 through. In float16 the gap is 5e-4, and 1e-8 is 0. Python adds from
left to right: `1e-10 + 1 - p` is `1 - p`, and `1 - p + 1e-10` is not.

## Example

```python
import tensorflow as tf


def loss(labels, logits):
    p = tf.clip_by_value(tf.nn.sigmoid(logits), 1e-8, 1 - 1e-8)
    return -tf.reduce_mean((1 - labels) * tf.math.log(1 - p))
```

## Use instead

```python
import tensorflow as tf


def loss(labels, logits):
    p = tf.clip_by_value(tf.nn.sigmoid(logits), 1e-8, 1 - 1e-7)
    return -tf.reduce_mean((1 - labels) * tf.math.log(1 - p))
```

## Fix safety

The fix replaces the epsilon or the bound by one that the dtype holds, moves an epsilon behind the difference that
swallows it (in TensorFlow and JAX, whose compilers would move it back, it becomes a `maximum`), or assigns the result
that was thrown away. The new operand is computed again: a fix is offered only where no invalid value is left. Values
that the old mask did not change keep their value, up to the size of the epsilon. What was subtracted and is added
now is marked unsafe: it may have been meant.

## Severity

- `warning`: the producer is known and really takes the invalid value, and the mask lets it through; an epsilon that
  is added to what is never negative is 0 in its dtype; or nothing is known of what is masked, and the bound was
  written just inside, `1 - 1e-8`: who writes that says that the value reaches 1; or the epsilon of an optimizer is 0
  in the dtype of the weights that it is given, `Adam(model.half().parameters())`.
- `information`: nothing is known of what is masked, and the mask stands in another function; or the epsilon that a
  library adds to a norm, `F.normalize(x)`, is 0 in the dtype of what is divided.

## References

- D. Goldberg: What Every Computer Scientist Should Know About Floating-Point Arithmetic. ACM Computing Surveys 1991
- [kornia#3966](https://github.com/kornia/kornia/issues/3966): 1e-8 in float16;
  [apex#358](https://github.com/NVIDIA/apex/issues/358): `clamp(eps, 1 - eps)` with 1e-8 in float32
- Stack Overflow [33712178](https://stackoverflow.com/questions/33712178)
"""

from __future__ import annotations

import re

from nanproof.findings.domain import reported
from nanproof.findings.evidence import clearest, evident, severity_of
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.hiding import hiding
from nanproof.findings.line import Source, line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.findings.wording import consequence
from nanproof.infer.callsites import is_test
from nanproof.infer.cast_objects import dtype_of_weights
from nanproof.infer.numbers import arithmetic_of
from nanproof.infer.parts import node_of
from nanproof.infer.value import Holder, Number
from nanproof.masks.before import LARGER, Failure, Masking, in_vain, masks_of, short, value_at
from nanproof.masks.unused import unused_mask
from nanproof.names.scopes import scope_of
from nanproof.sites.elements import roles_of
from nanproof.sites.site import Site
from nanproof.uses.consumed import is_harmless
from nanproof.values.ranges import Point

_OPTIMIZER = "adaptive_step"
# What keeps weights in float32 beside those of the model, and steps with these.
_MASTER_COPIES = re.compile(rb"\b(?:amp|deepspeed)\.initialize\(|(?i:fp16_?optimizer)|\bprepare\(|\bmaster_p")
_ROOTS = frozenset({"sqrt"})  # 0 where its operand is, whatever it is a divisor for


def _check(rule: Rule, site: Site) -> Finding | None:
    if site.function.rule == rule.code:
        return _of_library(rule, site)
    if site.domain is None or site.operand.range.single is not None:
        return None
    invalid = evident(site, site.domain)
    if is_harmless(site) or hiding(site) is not None:
        return None
    if not invalid:
        return _vanished(rule, site)
    point = clearest(invalid)
    found = failing_mask(site, point)
    if found is not None:
        masking, why = found
        message = _message(masking.written, why, consequence(site, point.value))
        return reported(rule, site, _severity(site, masking, point), message, point, why.aside)
    unused = unused_mask(site)
    if unused is not None:
        message = _message(unused.written, unused.why, consequence(site, point.value))
        return reported(rule, site, severity_of(site, point), message, point)
    return None


def _message(written: str, why: Failure, follows: str) -> str:
    """Say that a mask does nothing, why that is so, what follows, and what to do instead."""
    return line(
        (Source(written), f" masks nothing: {why.reason}, and {follows}; {why.remedy}"),
        (Source(written), f" masks nothing: {why.reason}; {why.remedy}"),
    )


def _vanished(rule: Rule, site: Site) -> Finding | None:
    """Report an epsilon that is 0 in its dtype, on what is never negative: who adds it knows that 0 occurs."""
    if site.holds(0.0) or is_test(site.engine, site.document):
        return None
    if not site.operand.range.interval.contains(0.0):
        return None
    made = site.operand.computation
    for masking in masks_of(made.roles["x"] if made is not None and made.function.name in _ROOTS else site.operand):
        inner, result = masking.inner, masking.result
        if not masking.is_offset or inner is None or inner.range.interval.low != 0:
            continue
        arithmetic = arithmetic_of(result.dtype, result.holder, result.framework)
        if arithmetic.round(masking.epsilon) == 0:
            lost = Failure(f"{short(masking.epsilon)} is 0 in {result.dtype.value}", LARGER)
            message = _message(masking.written, lost, consequence(site, 0.0))
            return reported(
                rule, site, Severity.WARNING, message, aside="; the rest is 0 at times, or none would add it"
            )
    return None


def _of_library(rule: Rule, site: Site) -> Finding | None:
    """Report the epsilon of a library's division by a norm that is 0 in the dtype of what is divided.

    Under autocast PyTorch computes norms in float32 (FACTS.md, T18).
    """
    operand, engine = site.operand, site.engine
    if operand.holder is not Holder.TENSOR or is_test(engine, site.document):
        return None
    if site.function.name == _OPTIMIZER:
        return _of_optimizer(rule, site)
    if site.framework.name == "torch" and engine.precision(site.document).of_layer(site.framework, site.node):
        return None
    epsilon, rounded = _epsilon(site), arithmetic_of(operand.dtype, operand.holder, site.framework).round
    if epsilon is None or rounded(epsilon) != 0 or not operand.range.interval.contains(0.0):
        return None
    follows = f" has no mask: {short(epsilon)} is 0 in {operand.dtype.value}, and a row of zeros is 0 / 0, NaN"
    message = line((source_of(site.operand_node), f"{follows}; pass a larger eps"))
    return reported(rule, site, Severity.INFORMATION, message)


def _of_optimizer(rule: Rule, site: Site) -> Finding | None:
    """Report the epsilon of an optimizer that is 0 in the dtype of the weights: a gradient of 0 makes one NaN (T17)."""
    dtype = dtype_of_weights(site.engine, site.document, site.operand_node)
    epsilon = _epsilon(site)
    if dtype is None or epsilon is None or arithmetic_of(dtype, Holder.TENSOR, site.framework).round(epsilon) != 0:
        return None
    if site.engine.modules.bindings(site.document).search(_MASTER_COPIES) is not None:
        return None
    follows = f" gets {dtype.value} weights, where its eps {short(epsilon)} is 0"
    message = line((source_of(site.callee), f"{follows}: a gradient of 0 makes them NaN; pass eps=1e-4"))
    return reported(rule, site, Severity.WARNING, message)


def _epsilon(site: Site) -> float | None:
    """Return what an operation adds below a division: what it is given, or by itself; None where that is not known."""
    given, operation = roles_of(site).get("epsilon"), site.engine.catalog.operation(site.name)
    if given is None:
        usual = operation.defaults.get("epsilon") if operation is not None else None
        return usual if isinstance(usual, float) else None
    told = site.engine.argument(given)
    return told.range.single if isinstance(told, Number) else None


def failing_mask(site: Site, point: Point) -> tuple[Masking, Failure] | None:
    """Return the mask nearest to the operation that was to keep it from an invalid value, and why it does not."""
    for masking in masks_of(site.operand):
        if masking.is_half_line and not _stands_in(site, masking):
            continue  # `h = maximum(z, 0)` is an activation
        why = in_vain(site.engine, masking, site.operand, point)
        if why is not None:
            return masking, why
    return None


def _severity(site: Site, masking: Masking, point: Point) -> Severity:
    """Return how certain the invalid value is: a clip to [0, 1] that ends another function may only state a range.

    A bound just inside, `1 - 1e-8`, is written because the value reaches 1.
    """
    is_unknown = masking.inner is not None and not masking.inner.range.points
    is_elsewhere = scope_of(node_of(masking.computation)) != scope_of(site.node)
    states_a_range = is_unknown and is_elsewhere and not _is_just_inside(masking, point)
    return Severity.INFORMATION if states_a_range else severity_of(site, point)


def _is_just_inside(masking: Masking, point: Point) -> bool:
    """Say whether the bound that is let through was written as another number, which the dtype does not hold."""
    passed = value_at(masking.result, point)
    bounds = (masking.bound(side) for side in ("low", "high"))
    rounded = arithmetic_of(masking.result.dtype, masking.result.holder, masking.result.framework).round
    written = [found[1] for found in bounds if found is not None]
    return any(rounded(each) == passed != each for each in written)


def _stands_in(site: Site, masking: Masking) -> bool:
    span, place = site.operand_span, masking.computation.where
    return place.document is site.document and span.start <= place.span.start and place.span.end <= span.end


RULE = documented("NAN201", "ineffective-mask", __doc__, _check)
