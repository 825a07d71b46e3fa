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
    return -tf.reduce_sum(labels * tf.nn.log_softmax(logits))
```

## Fix safety

Where the operand is a softmax or a sigmoid whose logits can be had, chosen among or not, the fix is the stable
function (`log_softmax`, `log_sigmoid`): it gives the same values wherever the logarithm is finite, and keeps the
gradient where it is not. `log(1 - tanh(x)**2)`, `log(1 - exp(z))` and `log(p / q)` have such forms of their own. For
the cross-entropy, `-sum(y * log(p))`, there is the framework's loss that takes logits, marked unsafe because it is
right only if the labels of a row sum to 1.

The mask stands beside it, or alone: `tf.math.log(tf.clip_by_value(y_conv, 1e-10, 1.0))`. It clips the operand to
values whose logarithm and gradient are finite in its dtype. Operands above the bound keep their value exactly; below
it the gradient becomes 0, and what the model is most wrong about is what it does not learn from. `--prefer mask`
prefers it. Where the operand can be negative the mask is marked unsafe, and where it is a sum of exponentials that may
overflow: Inf goes through it. Of the raw output of a network the missing activation is offered first.

## Severity

- `error`: the operand is a constant that is invalid.
- `warning`: its producer is known and really takes the invalid value; or a tensor that holds it is written out,
  `torch.log(torch.zeros(3))`, and nobody fills it or means -inf; or a loss adds up densities there, each of which
  underflows far out: `(pi * dist.log_prob(y).exp()).sum(-1)`, a sum of `exp(-(y - mu) ** 2)`.
- `information`: nothing at all is known of the tensor, or of what the operand is computed from (`log(x ** 2)`, a
  norm, a deviation); in a loss also a ratio, an absolute value, or a sum of exponentials; and in tests.
- `hint`: nothing is known of an array, in a file of NumPy alone and in no loss; or of anything in what only measures,
  the PSNR of a picture.

Silent:

- what is only compared or ranked: `log(u) < ratio`, `argmax(logits - log(-log(u)))`;
- noise that a softmax makes 0 of;
- numbers of Python's of which nothing is known: `np.log2(args.size)`, `int(np.log2(n))`, and what a function is passed
  of these alone;
- what a condition says is not 0, where nothing else is known of it: `if p in (0, 1): return 0`;
- a parameter of a probability distribution in its own methods: its scale is positive by contract,
  unless it is a weight; and functions of numbers that are written out, `np.i0(1)`;
- what a test passes, where nothing is known of it;
- the span of a range, `space.high - space.low`, and a positive number over what nothing is known of, `2 / delta`;
- `log1p` of what nothing is known of, unless something is taken away there: `log1p(-p)`.

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

from dataclasses import replace

from nanproof.findings.chosen_otherwise import left_as_it_is
from nanproof.findings.domain import outside_domain, reported
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.hiding import hiding
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.findings.wording import allowed, consequence
from nanproof.forms.accumulated import accumulates_densities
from nanproof.forms.densities import is_sum_of_densities
from nanproof.forms.distributions import is_of_a_distribution
from nanproof.forms.excluded import is_edge_excluded
from nanproof.forms.expressions import origin
from nanproof.forms.settings import is_setting
from nanproof.forms.spans import is_number_over_something, is_span
from nanproof.forms.squeezed import is_squeezed
from nanproof.forms.told import is_ratio_of_masked, is_told
from nanproof.infer.callsites import is_test
from nanproof.infer.possible import may_be_below
from nanproof.infer.underflow import is_sum_far_out, is_sum_of_exponentials
from nanproof.infer.value import Holder
from nanproof.infer.vanishing import is_size_of_either_sign, vanishes
from nanproof.names.syntax import bare, called_name, is_a, required, text
from nanproof.sites.called import ASSUMED
from nanproof.sites.site import Site
from nanproof.uses.consumed import is_harmless
from nanproof.uses.contexts import only_measures
from nanproof.uses.counted import is_counted, is_dropped
from nanproof.uses.first_value import is_first_value
from nanproof.uses.trained_on import is_in_loss, is_trained_through
from nanproof.uses.training import is_of_numpy_alone, trains

_TAKES_AWAY = frozenset({"negative", "neg", "subtract", "sub"})
_DEEPEST = 6  # factors before what is taken away


def _check(rule: Rule, site: Site) -> Finding | None:
    return outside_domain(rule, site) or _bare(rule, site)


def _bare(rule: Rule, site: Site) -> Finding | None:
    """Report the bare smell: a logarithm of a tensor of which nothing is known, or nothing that keeps it valid."""
    domain = site.domain_of(rule.code)
    if domain is None:
        return None
    left = left_as_it_is(site, domain)
    site = replace(site, operand=left) if left is not None else site
    operand = site.operand
    if operand.holder is Holder.PYTHON or "offset" in operand.traits:
        return None
    if operand.traits >= ASSUMED and not (trains(site) and is_a(site.operand_node, "identifier")):
        return None  # who knows what it is a method of
    if domain.low == -1 and not _is_taken_away(site):
        return None  # log1p is taken of what is not negative, unless something is taken away there
    if is_test(site.engine, site.document):
        return None  # a test passes what it likes
    if not operand.range.is_unknown and not _may_be_invalid(site, domain.low):
        return None
    if is_harmless(site) or is_dropped(site) or is_counted(site) or hiding(site) is not None:
        return None
    if is_told(site) or is_ratio_of_masked(site) or is_setting(site) or is_squeezed(operand, domain.low):
        return None
    if is_of_a_distribution(site) or is_first_value(site) or is_span(site) or is_number_over_something(site):
        return None
    if operand.range.is_unknown and is_edge_excluded(site, domain.low):
        return None
    if (is_sum_far_out(operand) or is_sum_of_densities(site)) and is_in_loss(site):
        follows = f" is 0 where all that it adds up underflows: {consequence(site, domain.low)}; use logsumexp"
        return reported(rule, site, Severity.WARNING, line((source_of(site.operand_node), follows)))
    stays = f" stays {allowed(domain)}: {consequence(site, domain.low)}"
    message = line(("nothing here shows that ", source_of(site.operand_node), stays))
    return reported(rule, site, _severity(site), message)


def _is_taken_away(site: Site) -> bool:
    """Say whether an operand is a negative number or a difference by the way it is written: `-p`, `a - b`, `-2 * p`."""
    node = origin(site, site.operand_node).node
    for _ in range(_DEEPEST):
        if text(node.child_by_field_name("operator")) == "-":
            return True
        left = required(node, "left") if node.type == "binary_operator" else None
        if left is None:
            return called_name(node) in _TAKES_AWAY
        node = bare(left)
    return False


def _severity(site: Site) -> Severity:
    """Say that what nobody knows of an array is a hint where nothing trains: in a file of NumPy alone, in no loss.

    So is what nobody knows in what only measures: the PSNR of what is met exactly is infinite.
    """
    if is_in_loss(site):
        return Severity.INFORMATION
    if only_measures(site.document, site.node):
        return Severity.HINT
    is_alone = site.framework.name == "numpy" and is_of_numpy_alone(site)
    return Severity.HINT if is_alone else Severity.INFORMATION


def _may_be_invalid(site: Site, low: float) -> bool:
    """Say whether what is computed of something unknown may be invalid where it matters: in code that trains."""
    if site.framework.name == "numpy":
        return False
    return may_be_below(site.engine, site.operand, low) or (low == 0 and _is_0_in_a_loss(site))


def _is_0_in_a_loss(site: Site) -> bool:
    """Say whether a loss takes the logarithm of what is 0 for some inputs: a ratio, an absolute value, densities."""
    engine, operand = site.engine, site.operand
    if accumulates_densities(site):
        return is_in_loss(site)
    if operand.range.interval.low != 0:
        return False
    if is_size_of_either_sign(operand) and not any(each.value == 0 for each in operand.range.points):
        return is_trained_through(site)  # the logarithm of a determinant is part of a loss wherever it is added up
    if operand.range.points:
        # The kernel of two points that coincide is 1, those of a point far from all others are 0.
        return is_sum_far_out(operand) and is_in_loss(site)
    made = operand.computation
    ratio = made.roles.get("x") if made is not None and made.function.name == "divide" else None  # 0 / 0 is no better
    return (vanishes(engine, ratio or operand) or is_sum_of_exponentials(operand)) and is_in_loss(site)


RULE = documented("NAN101", "unmasked-log", __doc__, _check)
