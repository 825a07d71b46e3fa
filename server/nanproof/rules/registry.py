"""All rules by their code."""

from __future__ import annotations

from types import MappingProxyType

from nanproof.rules import (
    handwritten_formula,
    infinite_gradient,
    log_of_activation,
    overflowing_exp,
    unmasked_division,
    unmasked_inverse_function,
    unmasked_log,
    unmasked_root,
)
from nanproof.rules.rule import Rule

# Of several that would report a site the first one does: an invalid value before an infinite derivative, and both
# before what is finite and could be written better.
_MODULES = (
    unmasked_log,
    unmasked_division,
    unmasked_root,
    overflowing_exp,
    unmasked_inverse_function,
    infinite_gradient,
    log_of_activation,
    handwritten_formula,
)

RULES: MappingProxyType[str, Rule] = MappingProxyType({module.RULE.code: module.RULE for module in _MODULES})
