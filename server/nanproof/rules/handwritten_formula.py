"""# handwritten-formula (NAN402)

## What it does

Finds functions that are written out with exponentials, where the framework has them in a stable form:

- `exp(x) / sum(exp(x))`: softmax
- `log(sum(exp(x)))`: logsumexp
- `log(1 + exp(x))`: softplus
- `exp(x) / (1 + exp(x))`: sigmoid; and `1 / (1 + exp(-x))`, in code that is differentiated
- `(exp(x) - exp(-x)) / (exp(x) + exp(-x))`: tanh

Formulas that subtract the largest element first, or whose exponent is known to be bounded, are left alone, and so are
sums over all elements of a tensor, which are kernels more often than a softmax.

## Why is this bad?

On paper they are the same. In float32 `exp(x)` is Inf from 88.7 on: then the quotients by hand are Inf / Inf, which is
NaN, and the logarithms are Inf. The value of `1 / (1 + exp(-x))` is right there, and its gradient is NaN. Below -104
all exponentials are 0, and the softmax is 0 / 0.

## Example

```python
import torch


def attention(scores):
    return torch.exp(scores) / torch.exp(scores).sum(dim=-1, keepdim=True)
```

## Use instead

```python
import torch


def attention(scores):
    return torch.softmax(scores, dim=-1)
```

## Fix safety

The function gives what the formula gives, to the last few bits, wherever the formula is finite. No fix is offered
where the sum does not run along one axis that it keeps.

## Severity

- `warning`: the exponent is the output of a layer, as large as you like, and is trained through; or nothing bounds it
  in code that trains, and the value itself is Inf or NaN where it overflows.
- `information`: it is unbounded, as far as the source tells; or nothing is known of it in a file that trains, and
  only the gradient fails; or the exponent is a weight itself, which no step of training takes that far.
- `hint`: nothing is known of it; or it is a logarithm, or a difference of two, so that the exponential is a quotient
  of what is known.

Where the formula's parts are known to underflow the finding is that of the division or the logarithm, with the same
fix.

## References

- P. Blanchard, D. J. Higham, N. J. Higham: Accurately computing the log-sum-exp and softmax functions. IMA J. Numer.
  Anal. 2021
- E. Kloberdanz et al.: DeepStability. ICSE 2022
"""

from __future__ import annotations

from nanproof.findings.domain import reported
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.forms.expressions import is_integer, number_at
from nanproof.forms.handwritten import LARGEST_EXPONENT, Handwritten, handwritten
from nanproof.infer.callsites import is_test
from nanproof.infer.value import Holder, Number
from nanproof.sites.site import Site
from nanproof.uses.differentiated import is_differentiated
from nanproof.uses.training import is_of_a_model, trains

_LAYERS = "linear"
_FOLLOWS = {
    "softmax": "it is NaN",
    "logsumexp": "it is Inf",
    "softplus": "it is Inf",
    "sigmoid": "it is NaN",
    "tanh": "it is NaN",
}

_WEIGHTS = frozenset({"parameter", "parameter_from_0"})
_SUMS = frozenset({"add", "subtract", "same", "cast"})
_MOST_SUMS = 16

# Where the function runs along one axis, and not over all elements.
_NEED_AXIS = {
    "softmax": frozenset({"torch", "tensorflow", "jax", "keras"}),
    "logsumexp": frozenset({"torch"}),
}


def _check(rule: Rule, site: Site) -> Finding | None:
    found = handwritten(site)
    if found is None or found.twin not in site.framework.twins or is_integer(site, found.operand):
        return None
    if found.is_reciprocal and site.operand.holder is not Holder.TENSOR:
        return None  # the value is right, and nothing is differentiated
    sums_all = found.reduction is not None and "axis" not in found.reduction.roles
    is_trained = found.twin == "logsumexp" and trains(site) and is_differentiated(site)
    if sums_all and site.framework.name in _NEED_AXIS.get(found.twin, ()) and not is_trained:
        return None  # a kernel, a histogram
    severity = _severity(site, found)
    follows = "its gradient is NaN" if found.is_reciprocal else _FOLLOWS[found.twin]
    rest = f" overflows, {follows}; use {site.framework.title}'s own"
    exponential = source_of(found.exponential.node)
    message = line((f"this is a {found.twin} written out by hand: where ", exponential, rest))
    return reported(rule, site, severity, message)


def _severity(site: Site, found: Handwritten) -> Severity:
    """Say how strong the evidence is: an output of a network, something unknown that is trained through, or neither."""
    if _is_of_logarithms(site, found):
        return Severity.HINT
    if not is_differentiated(site) or is_test(site.engine, site.document):
        return Severity.INFORMATION if _is_unbounded(site, found) else Severity.HINT
    is_in_training = trains(site) or is_of_a_model(site)
    number = number_at(site, found.exponential.operand)
    if number is not None and _is_of_weights_alone(number) and not _is_unbounded(site, found):
        return Severity.INFORMATION
    if _is_of_layer(site, found) or (is_in_training and not found.is_reciprocal):
        return Severity.WARNING
    return Severity.INFORMATION if is_in_training or _is_unbounded(site, found) else Severity.HINT


def _is_of_layer(site: Site, found: Handwritten) -> bool:
    """Say whether the exponent is the output of a layer, which training moves as far as it likes."""
    number = number_at(site, found.exponential.operand)
    if number is None:
        return False
    layers = {each.producer for each in number.made if each.function.transfer == _LAYERS}
    large = (point for point in number.range.points if point.value > LARGEST_EXPONENT)
    return any(symbol in layers for point in large for symbol, _ in point.under)


def _is_of_weights_alone(number: Number) -> bool:
    """Say whether a number is a trained variable, or computed of such alone."""
    return bool(number.made) and all(each.function.name in _WEIGHTS for each in number.made)


def _is_of_logarithms(site: Site, found: Handwritten) -> bool:
    """Say whether the exponent is a logarithm, or a sum of some: the exponential is a product, as large as its factors.

    log1p(exp(log(p) - log(1 - p))), which is -log(1 - p).
    """
    number = number_at(site, found.exponential.operand)
    return number is not None and not _is_unbounded(site, found) and _adds_logarithms(number)


def _adds_logarithms(number: Number) -> bool:
    waiting = [number]
    for _ in range(_MOST_SUMS):
        if not waiting:
            return True
        made = waiting.pop().computation
        if made is None:
            return False
        if made.function.name in _SUMS:
            waiting += [each for each in made.roles.values() if each.range.single is None]
        elif made.function.name != "log":
            return False
    return False


def _is_unbounded(site: Site, found: Handwritten) -> bool:
    number = number_at(site, found.exponential.operand)
    return number is not None and any(point.value > LARGEST_EXPONENT for point in number.range.points)


RULE = documented("NAN402", "handwritten-formula", __doc__, _check)
