"""# mask-too-late (NAN202)

## What it does

Finds masks that stand behind the operation that they are to protect: `log(x) + eps`, `sqrt(x) + eps`,
`nan_to_num(log(x))`, `log(x).clamp(min=-100)`, `where(isfinite(y), y, 0)`.

## Why is this bad?

`log(0) + 1e-8` is `-inf + 1e-8`, which is `-inf`: the epsilon is on the wrong side of the parenthesis. What replaces
the infinity afterwards repairs the value and not the gradient: the backward pass multiplies the 0 that comes through
the mask by the derivative of the logarithm at 0, which is infinite, and `0 * Inf` is NaN. `sqrt(x) + 1e-8` has an
infinite derivative at 0 with or without its epsilon. The operand must be masked, not the result.

## Example

```python
import torch


def root(z):
    p = torch.softmax(z, dim=-1)
    return torch.sqrt(p) + 1e-8
```

## Use instead

```python
import torch


def root(z):
    p = torch.softmax(z, dim=-1)
    return torch.sqrt(p + 1e-8)
```

## Fix safety

The fix moves an epsilon inside, where that is enough in the operand's dtype; otherwise it clips the operand and leaves
what stands behind. Operands that are far from the edge keep their value up to the size of the epsilon.

## Severity

- `warning`: the producer of the operand is known and really takes the invalid value.
- `information`: only odd inputs make it do so (counts and shares that are 0, random numbers in an array); or nothing
  is known of a divisor, or of what a root is taken of, and what replaces NaN in a loss or a module says that it was
  seen; or an epsilon stands behind the root there.

Silent: a mask of the result that hides the value where no gradient flows: in NumPy, under `no_grad`, for detached
operands. A `clamp` at its bound stops the gradient from PyTorch 2.14 on: the message says so, and where the project
uses no release before it (`--versions "torch>=2.14"`), it is silent as well.

## References

- PyTorch issue [2421](https://github.com/pytorch/pytorch/issues/2421): the gradient of `sqrt(x) + eps`
- M. Yan et al.: Exposing Numerical Bugs in Deep Learning via Gradient Back-propagation (GRIST). ESEC/FSE 2021
"""

from __future__ import annotations

from dataclasses import replace

from nanproof.findings.domain import reported
from nanproof.findings.evidence import clearest, severity_in_gradient, severity_of
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.hiding import (
    cleaned,
    failing_in_backward,
    hiding,
    invalid_points,
    is_trained,
    reaches_what_is_divided,
)
from nanproof.findings.line import Source, line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.findings.wording import consequence, taken
from nanproof.forms.expressions import origin
from nanproof.infer.selected import only_counts
from nanproof.infer.value import Holder
from nanproof.masks.stopped import Until, in_use, is_stopped
from nanproof.names.syntax import required
from nanproof.sites.site import Site
from nanproof.uses.afterwards import Cover, covers
from nanproof.uses.trained_on import is_trained_through
from nanproof.values.interval import number
from nanproof.values.ranges import Point

_LEAVES = " repairs the value but leaves the gradient NaN"
_DEEPEST = 4
# Where nothing is known of an operand, of these nothing is told: a logarithm is.
_SEEN = frozenset({"NAN102", "NAN103"})


def _check(rule: Rule, site: Site) -> Finding | None:
    if site.operand.range.single is not None:
        return None
    points = invalid_points(site)
    if not points:
        return _cleaned(rule, site) or _of_something_unknown(rule, site)
    found = hiding(site)
    if found is not None:
        failing = [] if found.condition is not None else failing_in_backward(site)
        failing, until = (failing, Until()) if reaches_what_is_divided(site) else in_use(site, failing)
        if not failing:
            return None
        point = clearest(failing)
        message = _of_result(site, found.cover, point, until.short)
        return reported(rule, site, severity_in_gradient(site, point), message, point, until.aside)
    offset = late_epsilon(site)
    if offset is None:
        return None
    is_value = not site.holds(clearest(points).value)
    if not is_value and (is_stopped(site) or only_counts(site.operand)):
        return None
    points, until = (points, Until()) if is_value else in_use(site, points)
    if not points:
        return None
    point = clearest(points)
    severity = severity_of(site, point) if is_value else severity_in_gradient(site, point)
    follows = f" comes too late: {consequence(site, point.value)}{until.short}; add it to the operand"
    message = line(("the epsilon of ", Source(offset.written), follows))
    return reported(rule, site, severity, message, point, until.aside)


def _cleaned(rule: Rule, site: Site) -> Finding | None:
    """Report what is divided by something unknown where NaN in the result is replaced: somebody saw it there."""
    domain = site.domain
    if domain is None or site.function.rule not in _SEEN or not site.operand.range.is_unknown:
        return None
    cover = cleaned(site)
    tensor = replace(site, operand=replace(site.operand, holder=Holder.TENSOR))
    if cover is None or not is_trained(tensor) or not is_trained_through(site):
        return None
    where = f" is {'below 0' if domain.hole is None else number(domain.hole)}; mask it first"
    message = line((Source(cover.written), f"{_LEAVES} where ", source_of(site.operand_node), where))
    return reported(rule, site, Severity.INFORMATION, message)


def _of_something_unknown(rule: Rule, site: Site) -> Finding | None:
    """Report an epsilon behind a root that is trained through: whoever adds it reckons with a 0, which may be there."""
    gradient, operand = site.gradient, site.operand
    if gradient is None or gradient.hole is not None or site.function.rule != "NAN103" or not operand.range.is_unknown:
        return None
    offset = late_epsilon(site)
    if offset is None or not is_trained(site):
        return None
    if _is_kept(site) or not is_trained_through(site):
        return None
    follows = f" comes too late: {consequence(site, gradient.low)}; add it to the operand"
    message = line(("the epsilon of ", Source(offset.written), follows))
    return reported(rule, site, Severity.INFORMATION, message)


def _is_kept(site: Site) -> bool:
    """Say whether a root is of what an object keeps, `self.running_var`: a state, through which nothing is trained."""
    node = origin(site, site.operand_node).node
    for _ in range(_DEEPEST):
        if node.type != "subscript":
            break
        node = origin(site, required(node, "value")).node
    return node.type == "attribute"


def _of_result(site: Site, cover: Cover, point: Point, until: str) -> str:
    """Say that what replaces a result leaves its gradient as it is."""
    written, operand = Source(cover.written), source_of(site.operand_node)
    where = f" is {taken(site, point.value)}{until}; mask it first"
    return line((written, f"{_LEAVES} where ", operand, where))


def late_epsilon(site: Site) -> Cover | None:
    """Return the sum of the result and an epsilon that was meant for the operand."""
    return next((cover for cover in covers(site) if cover.function == "add"), None)


RULE = documented("NAN202", "mask-too-late", __doc__, _check)
