"""Losses of probabilities that an activation made, where the framework has a loss of the logits."""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.forms.compositions import LogOf
from nanproof.forms.expressions import call_of, origin
from nanproof.forms.infinite_logits import may_be_infinite
from nanproof.infer.value import Arguments, Layer
from nanproof.sites.site import Site

# Both take the same arguments after the first: weight, size_average, reduce, reduction (torch.nn.functional).
_OF_LOGITS = {"torch": "torch.nn.functional.binary_cross_entropy_with_logits"}


@dataclass(frozen=True, slots=True)
class LossOf:
    """A cross-entropy of a sigmoid: `canonical` names the loss of its logits, `inner` is the activation.

    It `is_plain` where a function can stand in its place: it is one, or an object that was made without arguments.
    """

    canonical: str
    inner: LogOf
    is_plain: bool


def loss_of(site: Site) -> LossOf | None:
    """Return which activation a site takes the cross-entropy of."""
    canonical = _OF_LOGITS.get(site.framework.name)
    if site.function.name != "binary_cross_entropy" or canonical is None:
        return None
    source = origin(site, site.operand_node)
    call = call_of(site, source.node)
    if call is None or call.function != "sigmoid" or may_be_infinite(site, call):
        return None  # of a logit that is -inf the loss of logits is NaN
    layer = site.engine.value(site.frame, site.callee)
    is_plain = not isinstance(layer, Layer) or layer.arguments == Arguments()
    return LossOf(canonical, LogOf("log_sigmoid", call, source.assignment, steps=(source,)), is_plain)
