"""# where-leaks-gradient (NAN302)

## What it does

Finds operations that are masked by choosing among their results, `where(x > 0, log(x), 0)`, `masked_fill` and kin, in
code that is differentiated (TensorFlow, PyTorch, JAX).

## Why is this bad?

`where` computes both branches and chooses one. The value is right: where `x` is 0 the result is 0, and not `log(0)`.
The gradient is not: the backward pass sends a 0 into the branch that was not chosen, multiplies it with the derivative
of the logarithm at 0, which is infinite, and `0 * Inf` is NaN. The loss looks healthy, and after one step every weight
is NaN. The operand must be masked before the operation: a second `where`, inside.

## Example

```python
import torch


def entropy(z):
    p = torch.softmax(z, dim=-1)
    return torch.where(p > 0, p * torch.log(p), 0.0)
```

## Use instead

```python
import torch


def entropy(z):
    p = torch.softmax(z, dim=-1)
    return torch.where(p > 0, p * torch.log_softmax(z, dim=-1), 0.0)
```

## Fix safety

Where there is a stable function, as for the logarithm of a softmax, the fix calls it. Else it chooses among the
operands by the same condition, `torch.log(torch.where(p > 0, p, 1.0))`, so that the operation never sees the invalid
one. The result is the same everywhere; the gradient is 0 where the branch is not chosen.

## Severity

- `warning`: the producer of the operand is known and really takes the value at which the derivative is infinite; or
  the condition leaves out that very value, `x == 0`, `x > 0`, or a whole side that is invalid,
  `where(d > 0.2, sqrt(d - 0.1), d)`, in a file that trains; or an exponential of an output of a network is left out
  for being large.
- `information`: nothing is known of the operand but what the condition says of it, or it chooses further down, and the
  result is read elsewhere too.

Silent:

- in NumPy and under `no_grad`, where only the value counts;
- of counts and places (`arange`) in PyTorch, where what is divided is nothing else;
- for the norm of all gradients, `optax.global_norm`, by which they are clipped when they are there;
- behind a `relu` in PyTorch and JAX, and in TensorFlow under `jit_compile=True`, which chooses in its backward pass;
- for `tf.sqrt`, whose derivative swallows a gradient of 0 without `jit_compile`;
- a `clamp` where the project uses no PyTorch before 2.14 (`--versions "torch>=2.14"`): at its bound it stops the
  gradient from there on, as the message says.

## References

- PyTorch issue [68425](https://github.com/pytorch/pytorch/issues/68425)
- JAX: [Gradients contain NaN where using
  where](https://jax.readthedocs.io/en/latest/faq.html#gradients-contain-nan-where-using-where)
"""

from __future__ import annotations

from math import isinf

from nanproof.catalog.model import Domain
from nanproof.findings.asked import keeps_alike
from nanproof.findings.coincidence import is_norm_of_all
from nanproof.findings.domain import reported
from nanproof.findings.evidence import clearest, is_degenerate
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.hiding import (
    FAILS_AT_EDGES,
    Hiding,
    failing_in_backward,
    hiding,
    is_forgiving,
    is_of_counts,
    is_trained,
    reaches_what_is_divided,
)
from nanproof.findings.line import Source, line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.findings.wording import allowed, is_evident, kept, taken
from nanproof.forms.expressions import statement_of
from nanproof.forms.handwritten import LARGEST_EXPONENT
from nanproof.infer.narrowing import spelt_out, written_in
from nanproof.masks.stopped import Until, in_use
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import text
from nanproof.sites.site import Site
from nanproof.uses.reads import reads_of
from nanproof.uses.training import trains
from nanproof.values.interval import number

_LEAK = " masks the value but leaves the gradient NaN "
_INSIDE = "; mask it first"


def _check(rule: Rule, site: Site) -> Finding | None:
    found = hiding(site)
    if found is None or found.condition is None or is_norm_of_all(site.operand) or not is_trained(site):
        return None
    chosen, operand = Source(found.cover.written), source_of(site.operand_node)
    failing = failing_in_backward(site)
    points, until = (failing, Until()) if reaches_what_is_divided(site) else in_use(site, failing)
    if failing and not points:
        return None
    if points:
        point = clearest(points)
        # The condition says that whoever wrote it expects the value: however far out it lies, it is no guess.
        severity = Severity.INFORMATION if is_degenerate(site, point) else Severity.WARNING
        where = f" is {taken(site, point.value)}{until.short}{_INSIDE}"
        message = line((chosen, f"{_LEAK}where ", operand, where))
        return reported(rule, site, severity, message, point, until.aside)
    if is_forgiving(site) or is_of_counts(site) or not (site.operand.range.is_unknown or found.asks):
        return None
    if keeps_alike(site, found.cover, found.condition):
        return None
    domain = site.gradient or site.domain
    if domain is None:
        message = line((chosen, f"{_LEAK}where ", operand, f" is large{_INSIDE}"))
        large = (each for each in site.operand.range.points if each.value > LARGEST_EXPONENT)
        is_large = any(is_evident(site.operand, each) for each in large)
        return reported(rule, site, Severity.WARNING if is_large else Severity.INFORMATION, message)
    if not found.asks:
        message = line((chosen, f"{_LEAK}unless ", operand, f" stays {allowed(domain)}{_INSIDE}"))
        return reported(rule, site, Severity.INFORMATION, message)
    if not _may_meet(site, found, domain):
        return None
    left_out = _left_out(domain)
    message = line((chosen, f"{_LEAK}where ", operand, f" is {left_out}{_INSIDE}"))
    return reported(rule, site, Severity.WARNING if _is_shown(site, found) else Severity.INFORMATION, message)


def _left_out(domain: Domain) -> str:
    """Say which operands a condition leaves out that lets the others through."""
    if domain.hole is not None:
        return number(domain.hole)
    return f"{number(domain.low)} or less" if isinf(domain.high) else f"not {kept(domain)}"


def _may_meet(site: Site, found: Hiding, domain: Domain) -> bool:
    """Say whether an operand may be the edge itself, where the derivative is finite beyond it."""
    if site.function.name not in FAILS_AT_EDGES or site.operand.range.is_unknown or found.asks == "!=":
        return True
    if site.operand.range.interval.low == domain.low:
        return True  # `s > 0` of a square asks for nothing else
    return any(each.value in (domain.low, domain.high) for each in site.operand.range.points)


def _is_shown(site: Site, found: Hiding) -> bool:
    """Say whether what the condition asks for is certain to reach a derivative: where the choice stands, in training.

    A logarithm of a negative number has a finite derivative: that something unknown is 0 must be asked for.
    """
    is_possible = site.function.name in FAILS_AT_EDGES and site.operand.range.is_unknown and found.asks != "!="
    is_chosen = _is_around(site, found) or (_asks_of_operand(site, found) and _is_only_chosen(site, found))
    return not is_possible and is_chosen and trains(site)


def _is_around(site: Site, found: Hiding) -> bool:
    return found.cover.node.start_byte <= site.node.start_byte


def _asks_of_operand(site: Site, found: Hiding) -> bool:
    """Say whether the operand itself stands in the condition: `n > 0` of `s / n`."""
    condition = spelt_out(site.engine, site.frame, found.condition) if found.condition is not None else None
    return condition is not None and written_in(condition, text(site.operand_node)) is not None


def _is_only_chosen(site: Site, found: Hiding) -> bool:
    """Say whether all that a result is read for, by its name, is the choice: `a = s / n; where(n > 0, a, 0)`."""
    cover, reads = found.cover.node, reads_of(site)[1:]
    statement = statement_of(cover)
    target = statement.child_by_field_name("left")
    is_bound_anew = bool(reads) and text(target) == text(reads[0])
    end = statement.end_byte if is_bound_anew else scope_of(cover).end_byte
    before = [each for each in reads if each != target and each.start_byte < end]
    return bool(before) and all(cover.start_byte <= each.start_byte < cover.end_byte for each in before)


RULE = documented("NAN302", "where-leaks-gradient", __doc__, _check)
