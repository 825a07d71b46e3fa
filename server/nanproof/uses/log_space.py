"""One-hot vectors that are taken to log space: their -inf is what masks there, and only a product with it is NaN."""

from __future__ import annotations

from nanproof.forms.infinite_logits import is_factor
from nanproof.infer.structure import uncast
from nanproof.infer.value import Number
from nanproof.sites.site import Site
from nanproof.uses.reads import reads_of

_LOGARITHMS = frozenset({"log", "log2", "log10"})


def is_in_log_space(site: Site) -> bool:
    """Say whether a site is the logarithm of a one-hot vector, or of all but one, that nothing is multiplied with."""
    if site.function.name not in _LOGARITHMS or not _is_indicator(site.operand):
        return False
    return not any(map(is_factor, reads_of(site)))


def _is_indicator(number: Number) -> bool:
    number = uncast(number)
    made = number.computation
    if made is not None and made.function.name == "subtract" and made.roles["x"].range.single == 1:
        number = uncast(made.roles["y"])
    return number.computation is None and "one-hot" in number.traits
