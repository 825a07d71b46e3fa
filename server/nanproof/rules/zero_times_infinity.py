"""# zero-times-infinity (NAN107)

## What it does

Finds products in which an infinity meets a 0, and differences of two infinities: a mask of zeros and ones that is
multiplied with `-inf`, and `p * log(p)` or `labels * log_softmax(logits)` of logits that were masked with `-inf`. Also
losses that weigh log-probabilities by their labels (`F.kl_div`, `softmax_cross_entropy` of TensorFlow and optax),
sums of two masks that reach down to the smallest number of the dtype, `finfo.min`, and the softmax of an attention
whose logits are masked with `-inf`, where a whole row may be, and one by hand, `exp(s - max(s))`; in a loss also the
logarithm of the sum of exponentials of such, of the positives of an anchor that has none.

## Why is this bad?

`0 * Inf` is NaN, and so is `Inf - Inf`. `(1 - mask) * -inf` is meant to be 0 where the mask is 1, and is NaN there. The
logarithm of a softmax is `-inf` where its logit is, the probability is 0, and the entropy, which leaves the product out
on paper, is NaN for each row that has a masked element; so are value and gradient of a cross-entropy whose labels are 0
there. In float16 a constant of 1e10 is an infinity as well. `finfo.min + finfo.min` is `-inf`, and the softmax of a row
of `-inf` is NaN: it subtracts the largest logit, `-inf`, from each. So is the derivative of the logarithm of the sum of
its exponentials, in every framework; its value is `-inf`.

## Example

```python
import torch


def entropy(logits, legal):
    logp = torch.log_softmax(logits.masked_fill(~legal, float("-inf")), dim=-1)
    return -(logp.exp() * logp).sum(-1)
```

## Use instead

```python
import torch


def entropy(logits, legal):
    logp = torch.log_softmax(logits.masked_fill(~legal, -1e9), dim=-1)
    return -(logp.exp() * logp).sum(-1)
```

## Fix safety

The fix writes a large finite number where `-inf` stands: -1e9, -1e4 in float16. It is marked unsafe: what is masked
has the same softmax and the same derivative, but a row that is masked as a whole is uniform, and a comparison with
`-inf` finds nothing any more.

## Severity

- `warning`: the factor is 0 where the other is infinite; or it is a mask, of zeros and ones or cast and then added to
  something, or the labels of logits that were masked.
- `information`: nothing is known of the factor of an infinite constant; two masks add up to `-inf`; a mask may leave
  nothing of a row.

Silent: where the product is chosen among, or its NaN is replaced, afterwards, unless a mask is added to logits that
train: the derivative of the softmax is NaN all the same. Where the mask is a triangle, a diagonal or the largest few,
which leave something in each row; in tests and in NumPy.

## References

- PyTorch issue [41508](https://github.com/pytorch/pytorch/issues/41508): attention to nothing
- PyTorch issue [40553](https://github.com/pytorch/pytorch/issues/40553): the entropy of masked logits
- IEEE 754-2019, section 7.2: invalid operations
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.findings.domain import reported
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule, documented
from nanproof.infer.callsites import is_test
from nanproof.masks.asked import is_asked_before
from nanproof.names.syntax import called_name, code_in, inside, outwards, parent_of, text
from nanproof.sites.infinite import Meeting, Meets, meeting_at
from nanproof.sites.masked_rows import LOGSUMEXP, SOFTMAX, is_shift, masking_of_rows
from nanproof.sites.site import Site
from nanproof.sites.weighed import weights_of
from nanproof.uses.afterwards import covers
from nanproof.uses.consumed import is_replaced_if_not_finite
from nanproof.uses.differentiated import is_differentiated
from nanproof.uses.reads import reads_of
from nanproof.uses.trained_on import DEEPEST_CALLER, is_in_loss
from nanproof.uses.weighing import is_exponentiated, weighs_values
from nanproof.values.interval import number

_FINITE = "use a finite mask"
_OF_EACH = {
    SOFTMAX: f"softmax is NaN; {_FINITE}",
    "subtract": f"distance to its largest is NaN; {_FINITE}",
}
_OF_NOTHING = "logsumexp has a gradient of NaN; leave it out"
_REPLACES = frozenset({"where", "masked_fill", "nan_to_num"})
_BOUNDS = frozenset({"maximum", "clip"})  # of a sum of two masks: `torch.max(a + b, finfo.min)`
_PASSED = frozenset({"argument_list", "attribute", "parenthesized_expression", "unary_operator"})
_LEAVES_OUT = frozenset({"nansum", "nanmean", "nan_to_num", "isnan", "isfinite"})


def _check(rule: Rule, site: Site) -> Finding | None:
    if site.function.rule != rule.code or is_test(site.engine, site.document):
        return None
    if site.function.name in (SOFTMAX, LOGSUMEXP) or is_shift(site):
        return _of_a_masked_row(rule, site)
    if site.function.weighs:
        return _of_weighed_logits(rule, site)
    meeting = meeting_at(site)
    if meeting is None or _is_replaced(site):
        return None
    if meeting.meets is Meets.LIMIT and any(cover.function in _BOUNDS for cover in covers(site)):
        return None
    severity = Severity.INFORMATION if _is_guess(site, meeting) else Severity.WARNING
    return reported(rule, site, severity, _message(site, meeting))


def _of_a_masked_row(rule: Rule, site: Site) -> Finding | None:
    masking = masking_of_rows(site)
    if masking is None or is_asked_before(site, _names(masking.condition)) or not _is_used(site):
        return None
    of_it = _OF_EACH.get(site.function.name, _OF_NOTHING)
    if _is_replaced(site) or is_replaced_if_not_finite(site):
        if not masking.is_added or site.function.name != SOFTMAX or not is_differentiated(site):
            return None
        of_it = f"gradient is NaN, though replaced; {_FINITE}"
    follows = f" is -inf throughout where a whole row is masked: its {of_it}"
    return reported(rule, site, Severity.INFORMATION, line((source_of(site.operand_node), follows)))


def _of_weighed_logits(rule: Rule, site: Site) -> Finding | None:
    weights = weights_of(site)
    if weights is None or _is_replaced(site) or is_replaced_if_not_finite(site):
        return None
    meets = f" is 0 there: 0 * Inf is NaN; {_FINITE}"
    said = line((source_of(site.operand_node), " is -inf for masked logits, and ", source_of(weights), meets))
    return reported(rule, site, Severity.WARNING, said)


def _is_used(site: Site) -> bool:
    """Say whether a softmax weighs values, or the logarithm of a sum of what is left of a row is part of a loss.

    Or whether what is left of a row without its largest is that of a softmax by hand.
    """
    if site.function.name == SOFTMAX:
        return weighs_values(site)
    if site.function.name != LOGSUMEXP:
        return is_exponentiated(site) and is_differentiated(site)
    return is_in_loss(site, DEEPEST_CALLER) and is_differentiated(site)


def _names(condition: Node) -> frozenset[str]:
    """Return what a text may ask of a mask by: its own expression, and the names in it."""
    return frozenset({text(condition), *(text(each) for each in inside(condition) if each.type == "identifier")})


def _is_guess(site: Site, meeting: Meeting) -> bool:
    if meeting.meets is Meets.LIMIT:
        return True
    return meeting.meets is Meets.UNKNOWN and site.operand.range.single is not None


def _message(site: Site, meeting: Meeting) -> str:
    infinite, other = source_of(meeting.infinite), source_of(meeting.other)
    if meeting.meets is Meets.LIMIT:
        sum_of = " both reach the dtype's minimum: their sum is -inf, whose softmax is NaN; halve one"
        return line((other, " and ", infinite, sum_of))
    if site.function.name != "multiply":
        return line((infinite, " and ", other, f" are both infinite for masked logits: Inf - Inf is NaN; {_FINITE}"))
    value, single = f" is {number(meeting.value)}", site.operand.range.single
    if single is not None:
        value += " in half precision" if single != meeting.value else ""
        is_known = meeting.meets is not Meets.UNKNOWN
        before, after = (": where ", " is 0") if is_known else (": if ", " is 0 anywhere")
        return line((infinite, f"{value}{before}", other, f"{after} the product is 0 * Inf, NaN; {_FINITE}"))
    return line((infinite, f"{value} for masked logits, and ", other, f" is 0 there: 0 * Inf is NaN; {_FINITE}"))


def _is_replaced(site: Site) -> bool:
    """Say whether what becomes NaN is chosen among or replaced afterwards, or left out of a sum."""
    if any(cover.function in _REPLACES for cover in covers(site)) or _is_summed_where(site):
        return True
    return any(called_name(each) in _LEAVES_OUT for each in outwards(site.node, "block", "module"))


def _is_summed_where(site: Site) -> bool:
    """Say whether the product is reduced over chosen elements alone: `p = y * l; p.sum(axis=-1, where=m)`."""
    return any(map(_chooses, reads_of(site)))


def _chooses(use: Node) -> bool:
    """Say whether the call that something is an argument of, or the receiver, is given `where`."""
    above = parent_of(use)
    while above.type in _PASSED:
        above = parent_of(above)
    given = code_in(above.child_by_field_name("arguments"))
    return any(text(each.child_by_field_name("name")) == "where" for each in given)


RULE = documented("NAN107", "zero-times-infinity", __doc__, _check)
