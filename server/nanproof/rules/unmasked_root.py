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

- `error`: the operand is a constant that is invalid.
- `warning`: its producer is known and really takes the invalid value, or a tensor that holds it is written out.
- `information`: the norm, the variance or the deviation of something of which nothing is known; what is divided by
  the root of a mean of squares or of a row's sum, as graphs are normalised with, where nobody replaces the Inf of a
  row of zeros; what a trained exponent is taken of, where nothing is known of it; of the power -1 the divisors of which
  NAN102 tells; and in tests.

Silent: other operands of which nothing is known.

## References

- N. J. Higham: Accuracy and Stability of Numerical Algorithms, 2nd ed., section 1.9. SIAM 2002
- E. Kloberdanz et al.: DeepStability. ICSE 2022
"""

from __future__ import annotations

from nanproof.findings.divisions import possible_division
from nanproof.findings.domain import outside_domain, reported
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.hiding import hiding, is_trained, replaces
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.findings.wording import advice, allowed, consequence
from nanproof.forms.exponents import is_raised_to_a_parameter
from nanproof.infer.callsites import is_test
from nanproof.infer.expanded import is_expanded_square
from nanproof.infer.selected import goes_along_axis
from nanproof.infer.structure import uncast
from nanproof.infer.value import Holder, Number
from nanproof.infer.vanishing import is_sum_along_an_axis, vanishes
from nanproof.sites.site import Site
from nanproof.uses.consumed import is_harmless, is_replaced_if_not_finite


def _check(rule: Rule, site: Site) -> Finding | None:
    found = outside_domain(rule, site) or possible_division(rule, site)
    return found or _expanded(rule, site) or _possible(rule, site) or _to_a_parameter(rule, site)


def _expanded(rule: Rule, site: Site) -> Finding | None:
    """Report the root of a squared difference that is multiplied out, of two of which nothing is known."""
    domain, operand = site.domain, site.operand
    if domain is None or site.function.rule != rule.code or operand.range.points or operand.holder is Holder.PYTHON:
        return None
    if domain.holds(-1.0) or operand.range.interval.low >= 0 or not is_expanded_square(site.engine, operand):
        return None
    if is_test(site.engine, site.document) or is_harmless(site) or hiding(site) is not None:
        return None
    follows = f" is a square multiplied out and can be below 0: {consequence(site, -1.0)}{advice(site)}"
    return reported(rule, site, Severity.WARNING, line((source_of(site.operand_node), follows)))


def _possible(rule: Rule, site: Site) -> Finding | None:
    """Report one divided by the root of what is 0 for some inputs by what it is: a mean of squares, a row's sum."""
    domain = site.domain
    if domain is None or site.function.rule != rule.code or not domain.low_open:
        return None
    message = _message(site, allowed(domain), consequence(site, domain.low))
    if message is None or hiding(site) is not None or replaces(site, "inf"):
        return None
    if is_replaced_if_not_finite(site):
        return None
    return reported(rule, site, Severity.INFORMATION, message)


def _message(site: Site, values: str, edge: str) -> str | None:
    operand = site.operand
    is_excluded = operand.range.interval.low > 0
    if not is_excluded and _is_sum_of_rows(operand) and not is_test(site.engine, site.document):
        return line(
            ("nothing here shows that no row of ", source_of(site.operand_node), f" is 0: {edge}{advice(site)}")
        )
    may_be_0 = operand.range.interval.low == 0 or is_sum_along_an_axis(operand)
    if may_be_0 and vanishes(site.engine, operand) and is_trained(site):
        return line(("nothing here shows that ", source_of(site.operand_node), f" stays {values}: {edge}"))
    return None


def _to_a_parameter(rule: Rule, site: Site) -> Finding | None:
    """Report a trained power of something of which nothing is known: it is NaN below 0 after the first step."""
    domain = site.domain
    if domain is None or domain.low_open or site.function.rule != rule.code or not site.operand.range.is_unknown:
        return None
    if not is_raised_to_a_parameter(site) or not is_trained(site) or hiding(site) is not None:
        return None
    edge = "below it a power is NaN, once its exponent is trained"
    message = line(("nothing here shows that ", source_of(site.operand_node), f" stays {allowed(domain)}: {edge}"))
    return reported(rule, site, Severity.INFORMATION, message)


def _is_sum_of_rows(number: Number) -> bool:
    """Say whether a number is a sum along an axis of something of which nothing is known, and no diagonal was added."""
    summed = uncast(number)
    if summed.computation is not None and summed.computation.function.name == "tensor":
        summed = uncast(summed.computation.roles.get("x", summed))  # `np.array(adjacency.sum(1))` of a sparse matrix
    made = summed.computation
    if made is None or summed.range.points or made.function.name != "sum":
        return False
    return made.roles.get("x", summed).computation is None and goes_along_axis(made.where, made.operation)


RULE = documented("NAN103", "unmasked-root", __doc__, _check)
