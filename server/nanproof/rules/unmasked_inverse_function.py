"""# unmasked-inverse-function (NAN105)

## What it does

Finds inverse functions (`acos`, `asin`, `atanh`, `acosh`, `erfinv`, `logit`), and the gamma function's logarithm and
its derivative (`lgamma`, `digamma`), whose operand leaves their domain, because of what produces it: a cosine
similarity, a product of normalised vectors, a tanh or a sigmoid that saturates.

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

- `error`: the operand is a constant that is invalid.
- `warning`: its producer is known and really takes the invalid value, or a tensor that holds it is written out.
- `information`: the arc cosine or the arc sine of a tensor in code that is differentiated, where nothing keeps it
  from leaving -1 to 1 by a rounding error: the trace of a product of rotations, the quotient of a side and a
  hypotenuse, a component of a quaternion. The hyperbolic arc cosine where nothing keeps a tensor above 1: the inner
  product of two points of a hyperboloid, which is 1 of equal ones. The inverse of a hyperbolic tangent of what nothing
  keeps off -1 and 1: actions that were squashed. And in tests.

Silent: other operands of which nothing is known.

## References

- PyTorch issue [8069](https://github.com/pytorch/pytorch/issues/8069): the gradient of acos at 1
"""

from __future__ import annotations

from nanproof.catalog.model import Domain
from nanproof.findings.domain import outside_domain, reported
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.hiding import is_trained
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.findings.wording import kept
from nanproof.forms.told import is_told
from nanproof.infer.drawn import is_drawn
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.sites.site import Site
from nanproof.uses.trained_on import is_in_loss, is_trained_through
from nanproof.values.transfer.operands import OPEN

_KEPT_INSIDE = frozenset({"mask", "offset", "chosen"})


def _check(rule: Rule, site: Site) -> Finding | None:
    return outside_domain(rule, site) or _unclipped(rule, site)


def _unclipped(rule: Rule, site: Site) -> Finding | None:
    """Report an angle, or a hyperbolic distance, of what only rounding takes past 1: nothing in the source clips it.

    Or what was squashed elsewhere, by what is 1 and -1 far out: the actions of a policy.
    """
    domain, operand = site.domain, site.operand
    if domain is None or 1 not in (domain.low, domain.high) or (domain.low_open and not _is_squashed(site, domain)):
        return None
    known = operand.range.interval
    if (operand.range.points and not operand.traits >= OPEN) or operand.traits & _KEPT_INSIDE:
        return None
    if domain.low <= known.low and known.high <= domain.high:
        return None
    if is_drawn(operand) or is_told(site) or not _is_computed(site) or not is_trained(site):
        return None
    stays = f" stays {kept(domain)}, which rounding can leave: {site.function.outside}"
    if domain.low_open:
        stays = f" stays strictly {kept(domain)}: {site.function.at_edge}"
    message = line(("nothing here shows that ", source_of(site.operand_node), stays))
    return reported(rule, site, Severity.INFORMATION, message)


def _is_squashed(site: Site, domain: Domain) -> bool:
    """Say whether the inverse of a tangent is taken of something as it is: what is scaled, `0.99 * x`, is kept inside.

    The domains of an arc sine or cosine, and of the hyperbolic one, end at 1, which belongs to them; this one's do not.
    """
    return domain.low == -1 and site.operand.range.is_unknown and site.operand.computation is None


def _is_computed(site: Site) -> bool:
    """Say whether something computes an operand, here or in a caller; what is passed on counts where it is trained."""
    if site.operand_node.type != "identifier" or site.operand.computation is not None:
        return True
    found = reaching(site.operand_node, site.engine.modules.bindings(site.document)).bindings
    is_passed = any(each.kind is Binds.PARAMETER for each in found)
    return not is_passed or is_trained_through(site) or is_in_loss(site)


RULE = documented("NAN105", "unmasked-inverse-function", __doc__, _check)
