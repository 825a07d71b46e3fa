"""All rules by their code."""

from __future__ import annotations

from types import MappingProxyType

from nanproof.rules import unmasked_log
from nanproof.rules.rule import Rule

_MODULES = (unmasked_log,)

RULES: MappingProxyType[str, Rule] = MappingProxyType({module.RULE.code: module.RULE for module in _MODULES})
