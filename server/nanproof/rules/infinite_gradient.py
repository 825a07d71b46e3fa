"""# infinite-gradient (NAN301)

## What it does

Finds operations whose value is finite and whose derivative is not: `sqrt`, a fractional power, `acos`, `asin`, where
the operand takes the edge of the domain, in code that is differentiated (TensorFlow, PyTorch, JAX).

## Why is this bad?

`sqrt(0)` is 0 and nothing seems wrong, but its derivative there is infinite. In the backward pass it is multiplied by
what comes from above, and `0 * Inf` is NaN: one such element makes every weight NaN in one step. A mask on the
result, `sqrt(x) + eps`, does not help; the operand must stay above 0.

## Example

```python
import torch


def root(z):
    p = torch.softmax(z, dim=-1)
    return torch.sqrt(p)
```

## Use instead

```python
import torch


def root(z):
    p = torch.softmax(z, dim=-1)
    return torch.sqrt(torch.clamp(p, 1e-10, 1.0))
```

## Fix safety

The fix clips the operand to values for which the derivative is finite in its dtype; operands between the bounds keep
their value. At the bound the derivative becomes 0. It is marked unsafe, because the value at the edge was right and is
that at the bound now: `sqrt(0)` becomes 1e-5.

## Severity

`warning`: the producer of the operand is known, and it really takes the edge. `information`: the operand is a sum of
squares, or a loss, of something unknown, which is 0 where that is met exactly, and nobody divides by the root (NAN102
tells that); or something that nothing is known of is clipped to 0, or the operand is clipped to the edge by PyTorch's
`clamp` or TensorFlow's `maximum`, which answer 0 for what they clip, and hardly anything that is clipped is exactly
the edge, but a product of two, a cosine, of equal directions (`jnp.clip` makes NaN of all that it clips). From PyTorch
2.14 on `clamp` answers 0 at the edge too, and the message says so; `torch.maximum`, and bounds that are tensors, do
not. Where the project uses no release before it (`nanproof check --versions "torch>=2.14"`), `clamp` is silent. Silent
behind a `relu` of PyTorch or JAX, which answers 0 as well, in tests, under `no_grad` and `inference_mode`, for
detached operands and in NumPy, where nothing is differentiated; and where no gradient comes back to the root: it only
goes into what stops it (`argmax`, `multinomial`, `sample()`, a comparison, `detach`), all callers ask for none, or no
function that is given to `jax.grad` runs it.

## References

- M. Yan et al.: Exposing Numerical Bugs in Deep Learning via Gradient Back-propagation (GRIST). ESEC/FSE 2021
- PyTorch issue [2421](https://github.com/pytorch/pytorch/issues/2421), JAX issue
  [6484](https://github.com/jax-ml/jax/issues/6484): the derivative of a norm at 0
"""

from __future__ import annotations

from nanproof.catalog.model import Domain
from nanproof.findings.domain import reported
from nanproof.findings.evidence import clearest, evident, severity_in_gradient
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.hiding import hiding
from nanproof.findings.rule import Rule, documented
from nanproof.findings.wording import allowed, consequence, explained, quoted
from nanproof.forms.told import is_told
from nanproof.infer.callsites import is_test
from nanproof.infer.possible import may_be_below
from nanproof.infer.value import Holder
from nanproof.masks.stopped import in_use, is_bound_of_the_unknown, is_stopped, is_stopped_but_at_the_bound
from nanproof.sites.site import Site
from nanproof.uses.differentiated import is_differentiated
from nanproof.uses.divisor import is_divisor


def _check(rule: Rule, site: Site) -> Finding | None:
    if site.gradient is None or is_test(site.engine, site.document) or is_stopped(site):
        return None
    found = _shown(rule, site, site.gradient) or _possible(rule, site, site.gradient)
    # Asked last: where a result goes is a long way to follow.
    return found if found is not None and is_differentiated(site) else None


def _possible(rule: Rule, site: Site, gradient: Domain) -> Finding | None:
    """Report the root of what is 0 for some inputs by its nature: a norm that is written by hand, a mean of squares."""
    operand, edge = site.operand, gradient.low
    if operand.range.interval.low != edge or not gradient.low_open or operand.holder is Holder.PYTHON:
        return None
    if not may_be_below(site.engine, operand, edge) or hiding(site) is not None or is_told(site) or is_divisor(site):
        return None
    follows = consequence(site, edge)
    message = f"nothing here shows that {quoted(site.operand_text)} stays {allowed(gradient)}: {follows}"
    return reported(rule, site, Severity.INFORMATION, message)


def _shown(rule: Rule, site: Site, gradient: Domain) -> Finding | None:
    invalid = evident(site, gradient)
    if not invalid or hiding(site) is not None:
        return None
    invalid, until = in_use(site, invalid)
    if not invalid:
        return None
    point = clearest(invalid)
    severity = severity_in_gradient(site, point)
    if is_stopped_but_at_the_bound(site, point) or is_bound_of_the_unknown(site):
        severity = Severity.INFORMATION
    return reported(rule, site, severity, f"{explained(site, point)}{until}")


RULE = documented("NAN301", "infinite-gradient", __doc__, _check)
