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
something about which nothing is known, in tests, and one divided by the root of a mean of squares or of a row's sum.
Operands about which nothing is known are never reported.

## References

- N. J. Higham: Accuracy and Stability of Numerical Algorithms, 2nd ed., section 1.9. SIAM 2002
- E. Kloberdanz et al.: DeepStability. ICSE 2022
"""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.findings.domain import outside_domain, reported
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.hiding import hiding, is_trained
from nanproof.findings.rule import Rule, documented
from nanproof.findings.wording import allowed, consequence, quoted
from nanproof.forms.expressions import statement_of
from nanproof.forms.told import is_told
from nanproof.infer.vanishing import is_sum_along_an_axis, vanishes
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import text
from nanproof.sites.site import Site

_INFINITE = re.compile(r"\b(?:is_?inf|is_?finite|inf|nan_to_num)\b")


def _check(rule: Rule, site: Site) -> Finding | None:
    return outside_domain(rule, site) or _possible(rule, site)


def _possible(rule: Rule, site: Site) -> Finding | None:
    """Report one divided by the root of what is 0 for some inputs by what it is: a mean of squares, a row's sum."""
    domain, operand = site.domain, site.operand
    if domain is None or site.function.rule != rule.code or domain.low != 0 or not domain.low_open:
        return None
    if not is_trained(site) or not vanishes(site.engine, operand):
        return None
    if operand.range.interval.low != 0 and not is_sum_along_an_axis(operand):
        return None
    if hiding(site) is not None or is_told(site) or _is_cleaned_later(site):
        return None
    edge = consequence(site, domain.low)
    message = f"nothing here shows that {quoted(site.operand_text)} stays {allowed(domain)}: {edge}"
    return reported(rule, site, Severity.INFORMATION, message)


def _is_cleaned_later(site: Site) -> bool:
    """Say whether what is infinite in the result is replaced further down: `inv.masked_fill_(inv == inf, 0)`."""
    target = statement_of(site.node).child_by_field_name("left")
    if target is None or target.type != "identifier":
        return False
    bindings, end = site.engine.modules.bindings(site.document), scope_of(site.node).end_byte
    uses = bindings.occurrences_in(text(target), site.node.end_byte, end)
    return any(_INFINITE.search(_line_of(each)) is not None for each in uses)


def _line_of(name: Node) -> str:
    above: Node = name
    while above.parent is not None and above.parent.type not in ("block", "module"):
        above = above.parent
    return text(above)


RULE = documented("NAN103", "unmasked-root", __doc__, _check)
