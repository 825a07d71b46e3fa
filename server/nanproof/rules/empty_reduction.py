"""# empty-or-single-reduction (NAN106)

## What it does

Finds means, standard deviations and variances over no element at all, and unbiased standard deviations and variances
over a single one: `torch.std(x[:1], dim=0)`, the mean of what a comparison selects, `loss[mask].mean()`, the mean loss
of labels that may all be ignored, the CTC loss of a target that is longer than its input, and the correlation of what
is constant, in a loss.

## Why is this bad?

The mean of nothing is 0 / 0, NaN. The unbiased standard deviation divides by the number of elements less one, so that
of one element is NaN too, and no epsilon behind it helps: PyTorch computes it unless told otherwise. Both happen in the
one batch in which no element passes the test, or in the last batch, which has only one row. For a target that is longer
than its input there is no alignment to sum over: the loss of such a sequence is infinite, its gradient NaN.

## Example

```python
import torch


def spread_of_first(batch):
    first = batch[:1]
    return torch.std(first, dim=0)
```

## Use instead

```python
import torch


def spread_of_first(batch):
    first = batch[:1]
    return torch.std(first, dim=0, unbiased=False)
```

## Fix safety

The fix asks for the biased deviation, which is 0 for a single element. It is marked unsafe: for more elements the
result is smaller. For a CTC loss it passes `zero_infinity=True`: a sequence without an alignment counts as 0. For a
selection that may be empty no edit is offered: whether the loss is then 0 or left out is for
the author to say. Ask for it (`if mask.any():`), or divide by a count that is at least 1.

## Severity

- `warning`: the source shows, by a condition too, that there is no element, or a single one; or the elements are
  those of one class after the other, `x[labels == c]` for `c` in `range(n)`, of which some have none.
- `information`: the elements are those for which a comparison holds, and nothing here asks whether there are any; or
  the source makes labels that the loss ignores; a CTC loss of PyTorch is computed without `zero_infinity`, and
  nothing asks for the lengths; a correlation is trained on.
- `hint`: the loss is told which labels to ignore, and of the labels nothing is known.

Silent: what a test selects, because it makes the mask that it wants.

## References

- PyTorch: [torch.std](https://docs.pytorch.org/docs/stable/generated/torch.std.html), `correction`
- PyTorch issue [29372](https://github.com/pytorch/pytorch/issues/29372): the standard deviation of one element
"""

from __future__ import annotations

from nanproof.findings.domain import reported
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.forms.each_class import is_of_each_class
from nanproof.infer.callsites import is_test
from nanproof.infer.operators import as_number
from nanproof.infer.value import Deferred, Holder, Layer, Number, Text
from nanproof.masks.asked import is_asked_before, is_empty_here
from nanproof.names.syntax import code_in, inside, passed, required, text
from nanproof.sites.elements import WHOLE, axis_of, elements, is_on, roles_of, selecting_mask
from nanproof.sites.site import Site
from nanproof.uses.consumed import is_replaced_if_not_finite
from nanproof.uses.contexts import only_measures
from nanproof.uses.differentiated import is_differentiated
from nanproof.uses.trained_on import is_trained_through
from nanproof.uses.training import trains

_SPREADS = frozenset({"std", "var"})


def _check(rule: Rule, site: Site) -> Finding | None:
    if site.function.rule != rule.code:
        return None
    if site.function.undefined:
        return _undefined(rule, site)
    operand, noun = source_of(site.operand_node), site.function.title
    if not _is_averaged(site):
        return None
    count = elements(site)
    if count == 0:
        message = line((operand, f" has no element, and its {noun} is 0 / 0, NaN; leave it out"))
        return reported(rule, site, Severity.WARNING, message)
    if count == 1 and is_unbiased(site):
        message = line(
            (operand, f" has a single element here, and its unbiased {noun} is 0 / 0, NaN; take the biased one")
        )
        return reported(rule, site, Severity.WARNING, message)
    selection = selecting_mask(site) if site.operand.holder is Holder.TENSOR else None
    if selection is None and site.function.ignores is not None:
        return _ignored(rule, site, site.function.ignores)
    if selection is None or axis_of(site) not in (None, WHOLE, 0):
        return None  # of each of those that are selected
    if not selection.is_compared and not trains(site):
        return None  # whoever gives the mask may know
    selected, names = source_of(selection.condition), selection.names | {site.operand_text}
    if is_empty_here(site, text(selection.condition), names):
        message = line((selected, f" holds for no element here, and the {noun} of none is NaN; leave it out"))
        return reported(rule, site, Severity.WARNING, message)
    if (
        (names and is_asked_before(site, names))
        or is_replaced_if_not_finite(site)
        or is_test(site.engine, site.document)
    ):
        return None
    message = line(
        ("nothing here shows that ", selected, f" holds for any element, and the {noun} of none is NaN; ask first"),
        ("nothing here shows that ", selected, f" holds anywhere, and the {noun} of none is NaN; ask first"),
    )
    is_shown = trains(site) and not only_measures(site.document, site.node)
    is_shown = is_shown and is_of_each_class(site, selection.condition)
    severity = Severity.WARNING if is_shown else Severity.INFORMATION
    return reported(rule, site, severity, message)


def may_be_of_none(site: Site) -> bool:
    """Say whether what a condition selects is averaged, and nothing asks before whether it is anything at all."""
    selection = selecting_mask(site) if _is_averaged(site) else None
    if selection is None or axis_of(site) not in (None, WHOLE, 0):
        return False
    return not is_asked_before(site, selection.names | {site.operand_text})


def _ignored(rule: Rule, site: Site, usual: float) -> Finding | None:
    """Report labels that may all be ones that count for nothing: information where they are made so, else a hint."""
    roles = roles_of(site)
    target, told = roles.get("target"), roles.get("ignore_index")
    if not isinstance(target, Deferred) or not trains(site) or is_test(site.engine, site.document):
        return None
    if is_asked_before(site, frozenset({text(target.node)})):
        return None
    index, labels = (as_number(site.engine, site.engine.argument(each)) if each else None for each in (told, target))
    ignored = usual if told is None else index.range.single if index is not None else None
    is_made = labels is not None and any(point.value == ignored for point in labels.range.points)
    if not is_made and told is None:
        return None
    if labels is not None and ignored is not None and not labels.range.interval.contains(ignored):
        return None
    which = "the label that is ignored" if ignored is None else f"{ignored:g}, which is ignored"
    follows = f" can all be {which}: the {site.function.title} of none is NaN; ask first"
    severity = Severity.INFORMATION if is_made else Severity.HINT
    return reported(rule, site, severity, line((source_of(target.node), follows)))


def _undefined(rule: Rule, site: Site) -> Finding | None:
    """Report what ordinary operands leave undefined, and nobody asks for: a target that is too long, a constant."""
    function = site.function
    if (function.excused_by and is_on(site, function.excused_by)) or is_test(site.engine, site.document):
        return None
    labels, layer = roles_of(site).get("target"), site.engine.value(site.frame, site.callee)
    if isinstance(layer, Layer) and not layer.arguments.is_complete:
        return None
    about = labels.node if isinstance(labels, Deferred) else site.operand_node
    names = _lengths(site) if function.excused_by else frozenset({site.operand_text})
    if (names and is_asked_before(site, names)) or is_replaced_if_not_finite(site) or not is_differentiated(site):
        return None
    if not function.excused_by and not is_trained_through(site):
        return None  # a measure: of a loss its name, or what is done with it, says that it is one
    message = line(("nothing here shows that ", source_of(about), f" {function.stays}: {function.undefined}"))
    return reported(rule, site, Severity.INFORMATION, message)


def _lengths(site: Site) -> frozenset[str]:
    """Return the names in what is given behind the values and the labels: how long each of both is."""
    given = code_in(required(site.node, "arguments"))[2:]
    return frozenset(text(name) for each in given for name in inside(passed(each)) if name.type == "identifier")


def _is_averaged(site: Site) -> bool:
    """Say whether the mean is taken: so it is unless a loss is asked for another reduction of those of its elements."""
    given = roles_of(site).get("reduction")
    value = site.engine.argument(given) if given is not None else None
    return given is None or (isinstance(value, Text) and value.text == "mean")


def is_unbiased(site: Site) -> bool:
    """Say whether a deviation divides by the number of elements less one."""
    if site.function.name not in _SPREADS:
        return False
    given = roles_of(site).get("ddof")
    if given is None:
        return site.framework.name == "torch"
    value = site.engine.argument(given)
    return isinstance(value, Number) and value.range.single == 1


RULE = documented("NAN106", "empty-or-single-reduction", __doc__, _check)
