"""All rules by their code."""

from __future__ import annotations

from types import MappingProxyType

from nanproof.rules import (
    infinite_gradient,
    overflowing_exp,
    unmasked_division,
    unmasked_inverse_function,
    unmasked_log,
    unmasked_root,
)
from nanproof.rules.rule import Rule

# Of several that would report a site the first one does: an invalid value before an infinite derivative.
_MODULES = (
    unmasked_log,
    unmasked_division,
    unmasked_root,
    overflowing_exp,
    unmasked_inverse_function,
    infinite_gradient,
)

RULES: MappingProxyType[str, Rule] = MappingProxyType({module.RULE.code: module.RULE for module in _MODULES})
