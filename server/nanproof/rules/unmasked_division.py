"""# unmasked-division (NAN102)

## What it does

Finds divisions (`/`, `//`, `%`, `divide`, `reciprocal` and their kind) of tensors and arrays whose divisor can be
exactly 0, because of what produces it: a sum of exponentials that underflow, a norm of a vector of zeros, a standard
deviation of equal elements, a ReLU, the difference between the largest and the smallest element.

## Why is this bad?

`x / 0` is Inf and `0 / 0` is NaN. The divisors of training code are seldom 0 on paper, and often in practice: a
feature map that a ReLU switched off, a constant column, a batch of padding, a row of logits so low that every
exponential underflows. The derivative of a quotient holds the divisor squared, so it fails before the value does: in
float32 below about 1e-19.

## Example

```python
import torch


def normalized(features):
    active = torch.relu(features)
    return active / active.sum(dim=1, keepdim=True)
```

## Use instead

```python
import torch


def normalized(features):
    active = torch.relu(features)
    return active / active.sum(dim=1, keepdim=True).clamp(min=1e-7)
```

## Fix safety

Where the divisor is never negative the fix raises it to a bound with which value and derivative are finite in its
dtype, and the square of the derivative, which Adam keeps: 1e-7, 1e-6 for a norm, 1 for a count. Larger divisors stay as
they are. A norm or a standard deviation gets the bound inside its root, where it is computed, in JAX, Keras and
TensorFlow, where its own derivative is NaN at 0. The divisor of a likelihood, `exp(v)` with v beside it, is bounded
where v is made, and marked unsafe. Where the divisor can be negative an epsilon would only move the
hole: what is offered then replaces the divisor only where it is 0, and is marked unsafe, as are an added epsilon and
`divide_no_nan`. A softmax that is written out by hand becomes the framework's own.

## Severity

- `error`: the divisor is a constant 0.
- `warning`: the producer of the divisor is known and really takes the value 0; a tensor that holds 0 is written out;
  a variable starts at 0. Also a count of outputs that pass a threshold, a count of each of some classes, not all of
  which occur, and the sum of a softmax that a mask was put on.
- `information`: the divisor is 0 only for inputs out of the ordinary, and nothing is known of these: a norm of zeros
  or its square, a deviation of equal elements, a sum of what is clipped at 0. In losses also what is 0 by what it is:
  a sum of squares, the target that an error is relative to, the size of two masks that may both be empty (and of two
  boxes, up to two calls down), the whole that a part is divided by, a sum all of which underflows (the row of a
  kernel), what each class takes up where 1 is divided by it or by its square. In a module the sum of each row of a
  mask, by which the rest of the row is averaged; in code that trains the sum of other shares that a mask was put on.
  In tests, and where the result is asked later whether it is finite, `y[y.isinf()] = 0`.
- `hint`: the same name divides further up, where it is told; or, where that is information, the same expression. The
  deviation or the span of a data set, all of it: what is read from a file, or named so (`x_train`), or prepared by a
  script once, and the bounds that an object is made with. The norm of one array in a file of NumPy alone, in no loss;
  of features under `no_grad`, in a file that trains nothing.

Silent: other divisors of which nothing is known, Python numbers (`len(x)`, a batch size), and counts in what only
measures: `eval.py`, `metrics.py`, and a count over a sum that it is a term of, `tp / (tp + fp)`.

## References

- Y. Zhang et al.: Detecting Numerical Bugs in Neural Network Architectures (DEBAR). ESEC/FSE 2020
- M. Yan et al.: Exposing Numerical Bugs in Deep Learning via Gradient Back-propagation (GRIST). ESEC/FSE 2021
- E. Kloberdanz et al.: DeepStability. ICSE 2022
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from nanproof.findings.divisions import possible_division
from nanproof.findings.domain import outside_domain
from nanproof.findings.finding import Finding, Reason, Severity
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.findings.selections import division_by_selected
from nanproof.findings.suppression import is_suppressed
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, text
from nanproof.sites.site import Site
from nanproof.uses.divisor import divisions_by, divisor_by_names, names_bound


def _check(rule: Rule, site: Site) -> Finding | None:
    found = _found(rule, site)
    if found is None or found.severity is Severity.ERROR:
        return found
    first = _told_first(rule, site, found.severity)
    if first is None or first.node.start_byte >= site.node.start_byte:
        return found
    divisor, division = source_of(site.operand_node), source_of(first.node)
    is_name = bare(site.operand_node).type == "identifier"
    mended = "what mends it where it is made mends both" if is_name else "under a name it is mended for both"
    message = line((divisor, " divides in ", division, f" too, where it is told: {mended}"))
    return replace(found, severity=Severity.HINT, message=message, reasons=(Reason("told here", first.place),))


def _found(rule: Rule, site: Site) -> Finding | None:
    return outside_domain(rule, site) or possible_division(rule, site) or division_by_selected(rule, site)


def _told_first(rule: Rule, site: Site, severity: Severity) -> Site | None:
    """Return the first division by the divisor of a site that is reported, None where it is not one of names alone.

    An expression is mended where it stands, so of what is certain each is told.
    """
    divisor = divisor_by_names(site)
    if divisor is None or (divisor.type != "identifier" and severity is not Severity.INFORMATION):
        return None
    bound = [each.name_node.start_byte for those in names_bound(site, divisor) for each in those]
    asked = f"division told first, by {text(divisor)} of {bound}"
    return site.engine.once(asked, scope_of(site.node), lambda: next(_told(rule, site, divisor), None))


def _told(rule: Rule, site: Site, divisor: Node) -> Iterator[Site]:
    bindings = site.engine.modules.bindings(site.document)
    for each in divisions_by(site, divisor):
        told = _found(rule, each) if each.function.rule == rule.code else None
        if told is not None and not is_suppressed(bindings, told):
            yield each


RULE = documented("NAN102", "unmasked-division", __doc__, _check)
