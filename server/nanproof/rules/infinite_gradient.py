"""# infinite-gradient (NAN301)

## What it does

Finds operations whose value is finite and whose derivative is not: `sqrt`, a fractional power, `acos`, `asin`, where
the operand takes the edge of the domain, and norms and standard deviations (`tf.norm`, `jnp.linalg.norm`, `ops.std`) of
what is 0, or equal, throughout, in code that is differentiated (TensorFlow, PyTorch, JAX, Keras). PyTorch defines the
derivative of its own norm and deviation as 0 there; what is written out, `(x ** 2).sum().sqrt()`, has none. Singular
vectors and eigenvectors (PyTorch, JAX), of which the derivative divides by the distances of the values.

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
that at the bound now: `sqrt(0)` becomes 1e-5. A norm or a deviation is written as the root of a sum of squares, or of
a variance, that has a floor. In a file that imports optax a norm becomes `optax.safe_norm`, which is safe: its value
stays, 0 included, and its derivative is 0 there.

## Severity

- `warning`: the producer of the operand is known and really takes the edge: a relu, a difference of each with each,
  the gradient of a critic, a variable that starts at 0, an exponential that underflows far out, `exp(-d ** 2)`.
- `information`: the operand is a sum of squares, a product or a loss of something unknown, which is 0 where that is
  met exactly, and nobody divides by the root (NAN102 tells that); in a loss also what remains of an overlap. A norm
  of a difference; in a loss or a module a norm, a deviation, or an angle, which has no derivative at the origin.
  Something unknown that is clipped to 0 (`jnp.clip` makes NaN of all that it clips), and an operand that PyTorch's
  `clamp` or TensorFlow's `maximum` clips to the edge: they answer 0 for what they clip, so only what is exactly the
  edge fails, a product of two, a cosine of equal directions.

Silent:

- behind a `relu` of PyTorch or JAX, or of TensorFlow under `jit_compile=True`, which answers 0;
- a `clamp` where the project uses no PyTorch before 2.14 (`--versions "torch>=2.14"`): it answers 0 at the edge from
  there on, as the message says. `torch.maximum`, and bounds that are tensors, do not;
- in tests, under `no_grad` and `inference_mode`, for detached operands, and in NumPy, where nothing is
  differentiated;
- of all leaves of a tree, `sum(jnp.sum(g ** 2) for g in jax.tree.leaves(grads))`, and of a list of gradients:
  they are clipped by that norm;
- of what is drawn, counted or numbered (`arange`) and of nothing else, and of a schedule;
- where no gradient comes back to the root: it only goes into what stops it (`argmax`, `multinomial`, `sample()`, a
  comparison, `detach`), all callers ask for none, no function that is given to `jax.grad` runs it, or a derivative is
  given beside it (`jax.custom_jvp`, `torch.autograd.Function`).

## References

- M. Yan et al.: Exposing Numerical Bugs in Deep Learning via Gradient Back-propagation (GRIST). ESEC/FSE 2021
- PyTorch issue [2421](https://github.com/pytorch/pytorch/issues/2421), JAX issue
  [6484](https://github.com/jax-ml/jax/issues/6484): the derivative of a norm at 0
"""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.catalog.model import Domain
from nanproof.findings.domain import reported
from nanproof.findings.equal_values import of_equal_values
from nanproof.findings.evidence import clearest, evident, severity_in_gradient
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.hiding import hiding
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.findings.wording import advice, allowed, consequence, decisive, explained
from nanproof.forms.expressions import origin
from nanproof.forms.literal import of_operand
from nanproof.forms.overlaps import is_rest_of_an_overlap
from nanproof.forms.relative_error import is_told_as_an_error
from nanproof.infer.callsites import is_test
from nanproof.infer.drawn import is_drawn
from nanproof.infer.ordinary_zero import SILENT, when_ordinary, when_ordinary_vector
from nanproof.infer.parted import is_of_a_table
from nanproof.infer.possible import is_rest_of_an_exponential, may_be_below
from nanproof.infer.products import is_0_at_times
from nanproof.infer.selected import only_counts
from nanproof.infer.underflow import has_underflowing_factor
from nanproof.infer.value import Number
from nanproof.infer.vanishing import is_1_and_what_vanishes, is_rest_of_squares, vanishes
from nanproof.masks.before import LONGEST_WAY
from nanproof.masks.stopped import in_use, is_bound_of_the_unknown, is_stopped, is_stopped_but_at_the_bound
from nanproof.names.syntax import called_name, inside, parent_of, required, text
from nanproof.sites.site import Site
from nanproof.uses.differentiated import is_differentiated
from nanproof.uses.divisor import is_divisor
from nanproof.uses.trained_on import DEEPEST_CALLER, is_in_loss, is_trained_through
from nanproof.values.ranges import Point

# What a sum of squares is computed by, and what leaves a gradient as it is.
_OF_SQUARES = frozenset({"sum", "mean", "square", "pow", "multiply", "same", "cast", "add"})
_LEAVES = frozenset({"leaves", "tree_flatten", "tree_leaves"})
_OF_ALL = "global_norm"
_GRADIENTS = re.compile(r"(?:^|_)grad(?:s|ient|ients)?(?:_|$)")
# What is 0 for half of all inputs, or by what it is.
_OFTEN_ALL_ZERO = frozenset(
    {"relu", "relu6", "pairwise_difference", "mapped_difference", "derivative", "parameter_from_0"}
)


def _check(rule: Rule, site: Site) -> Finding | None:
    if site.function.name in site.framework.divides_by_gaps:
        return of_equal_values(rule, site)
    if site.gradient is None or is_test(site.engine, site.document):
        return None
    # Where a relu lets something through, it stops nothing: what is equal there has no deviation either.
    if not is_stopped(site):
        found = _shown(rule, site, site.gradient) or _possible(rule, site, site.gradient)
    else:
        found = _possible(rule, site, site.gradient) if site.function.transfer == "std" else None
    if found is None or is_drawn(site.operand) or only_counts(site.operand):
        return None
    # Asked last: where a result goes is a long way to follow.
    return found if is_differentiated(site) else None


def _possible(rule: Rule, site: Site, gradient: Domain) -> Finding | None:
    """Report the root of what is 0 for some inputs by its nature: a norm that is written by hand, a mean of squares."""
    if not _may_be_at_the_edge(site, gradient):
        return None
    if hiding(site) is not None or is_divisor(site) or _is_of_a_tree(site) or is_told_as_an_error(site):
        return None
    edge = gradient.low if gradient.hole is None else gradient.hole
    if edge == 0 and (when := _when_ordinary(site)) is not None:
        follows = f" is 0 {when}: {consequence(site, edge)}{advice(site)}"
        return reported(rule, site, Severity.WARNING, line((source_of(site.operand_node), follows)))
    if has_underflowing_factor(site.operand):
        follows = f" is 0 where its exponential underflows: {consequence(site, edge)}{advice(site)}"
        return reported(rule, site, Severity.WARNING, line((source_of(site.operand_node), follows)))
    keep = advice(site) if gradient.hole is not None and not site.function.joint else ""
    stays = f" {_stays(site, gradient)}: {consequence(site, edge)}{keep}"
    message = line(("nothing here shows that ", source_of(site.operand_node), stays))
    return reported(rule, site, Severity.INFORMATION, message)


def _is_of_a_tree(site: Site) -> bool:
    """Say whether a norm is one of all leaves of a tree: gradients are clipped by it, and not differentiated again.

    Or of all in a list of gradients, by its name: `add_n([sum(g ** 2) for g in grads])`.
    """
    if called_name(site.node) == _OF_ALL:
        return True
    added = list(inside(origin(site, site.operand_node).node))
    named = [each for name in added if name.type == "identifier" for each in inside(origin(site, name).node)]
    return any(called_name(each) in _LEAVES or _goes_over_gradients(each) for each in (*added, *named))


def _goes_over_gradients(node: Node) -> bool:
    """Say whether a comprehension goes over gradients, or asks each of what it goes over for its own: `p.grad`."""
    if node.type != "for_in_clause":
        return False
    asked = (text(each.child_by_field_name("attribute")) for each in inside(required(parent_of(node), "body")))
    return _GRADIENTS.search(text(required(node, "right"))) is not None or "grad" in asked


def _when_ordinary(site: Site) -> str | None:
    """Say for which ordinary inputs what is trained through is 0; a recording is often only looked at, in a module."""
    of_what = when_ordinary_vector if site.function.transfer == "norm" else when_ordinary
    when = of_what(site.engine, site.operand)
    if when is None:
        return None
    return when if (is_in_loss(site, DEEPEST_CALLER) if when == SILENT else is_trained_through(site)) else None


def _may_be_at_the_edge(site: Site, gradient: Domain) -> bool:
    """Say whether an operand that nothing is known of, or is computed of such, may be where the derivative fails."""
    operand, engine = site.operand, site.engine
    if gradient.hole is not None:
        is_alone = site.domain is None and (is_trained_through(site) or _is_distance(site))
        others = _joint(site)
        return is_alone and all(vanishes(engine, each) for each in (operand, *others))
    if not gradient.low_open:
        return False
    if gradient.low == 1 and is_1_and_what_vanishes(engine, operand):
        return True
    if operand.range.interval.low != gradient.low:
        return gradient.low == 0 and _is_0_by_its_form(site)
    return may_be_below(engine, operand, gradient.low) or (gradient.low == 0 and vanishes(engine, operand))


def _is_0_by_its_form(site: Site) -> bool:
    """Say whether an operand that may be of either sign is 0 for some inputs: what remains of an overlap, in a loss."""
    operand, engine = site.operand, site.engine
    if has_underflowing_factor(operand) or is_rest_of_squares(engine, operand):
        return True
    if is_rest_of_an_exponential(engine, operand) or is_0_at_times(engine, operand):
        return True
    return is_rest_of_an_overlap(engine, operand) and is_in_loss(site)


def _joint(site: Site) -> tuple[Number, ...]:
    """Return the other operand that must be at the edge too: of an angle both coordinates are 0 at the origin."""
    value = site.engine.value(site.frame, site.node) if site.function.joint else None
    made = value.computation if isinstance(value, Number) else None
    roles = made.roles.items() if made is not None else ()
    return tuple(each for role, each in roles if role == site.function.joint)


def _is_distance(site: Site) -> bool:
    """Say whether a norm is one of a difference: what a loss or a kernel compares meets at times."""
    made = site.operand.computation
    return made is not None and made.function.name == "subtract" and site.function.transfer == "norm"


def _stays(site: Site, gradient: Domain) -> str:
    """Say what an operand would have to do: a norm is of a vector, a deviation of several elements."""
    if gradient.hole is None:
        return f"stays {allowed(gradient)}"
    if site.function.joint:
        return "and the other are not both 0"
    return "differs anywhere" if site.function.transfer == "std" else "is not all 0"


def _shown(rule: Rule, site: Site, gradient: Domain) -> Finding | None:
    invalid = [point for point in evident(site, gradient) if site.domain is not None or _is_told(site, point)]
    invalid = [point for point in invalid if not is_of_a_table(point) or _is_asked_for(site)]
    if not invalid or hiding(site) is not None:
        return None
    invalid, until = in_use(site, invalid)
    if not invalid or not all(
        any(point.value == gradient.hole for point in each.range.points) for each in _joint(site)
    ):
        return None
    point = clearest(invalid)
    is_penalised = _is_penalised(site, point)
    if is_penalised and is_divisor(site):
        return None  # the direction of a gradient, as an attack takes it: no penalty, and differentiated by nobody
    severity = Severity.WARNING if is_penalised else severity_in_gradient(site, point)
    if not _is_ordinary(site, point):
        severity = Severity.INFORMATION
    if is_stopped_but_at_the_bound(site, point) or is_bound_of_the_unknown(site) or _is_perhaps_a_force(site, point):
        severity = Severity.INFORMATION
    return reported(rule, site, severity, explained(site, point, until.short), point, until.aside)


def _is_asked_for(site: Site) -> bool:
    """Say whether the source asks for the derivative of evenly spaced numbers, which are a schedule elsewhere."""
    written = of_operand(site)
    return written is not None and written.is_trained


def _is_asked_at_zeros(site: Site) -> bool:
    """Say whether zeros are written out, all of them, at which a derivative is asked for, here or by a caller."""
    written = of_operand(site)
    return written is not None and written.several == 0 and (written.is_trained or written.is_passed)


def _is_ordinary(site: Site, point: Point) -> bool:
    """Say whether all elements of a vector are often 0 at once: where one is, of most functions the others are not."""
    found = decisive(site.operand, point)
    if found is None:
        return site.domain is not None or _is_asked_at_zeros(site)
    return site.domain is not None or found[0].function.name in _OFTEN_ALL_ZERO


def _is_told(site: Site, point: Point) -> bool:
    """Say whether a producer is known to make all elements 0 at once, as the derivative of a norm needs it."""
    found = decisive(site.operand, point)
    if found is None:
        return _is_asked_at_zeros(site)
    if found[0].reaches(found[1]) is None:
        return False
    return not found[0].function.degenerate or found[0].function.name in _OFTEN_ALL_ZERO


def _is_penalised(site: Site, point: Point) -> bool:
    """Say whether a root is the norm of a gradient that is differentiated again: that of a critic, say."""
    found, known = decisive(site.operand, point), site.operand
    if found is None or found[0].function.name != "derivative":
        return False
    for _ in range(LONGEST_WAY):
        if known.direct == found[0]:
            return True
        made = known.computation
        if made is None or made.function.name not in _OF_SQUARES:
            return False
        known = next((each for each in made.roles.values() if found[0] in each.made), known)
    return False


def _is_perhaps_a_force(site: Site, point: Point) -> bool:
    """Say whether a gradient is one of JAX's that nothing trains through, as far as is known: of an energy, say."""
    found = decisive(site.operand, point)
    is_gradient = found is not None and found[0].function.name == "derivative" and site.framework.name == "jax"
    return is_gradient and not is_trained_through(site)


RULE = documented("NAN301", "infinite-gradient", __doc__, _check)
