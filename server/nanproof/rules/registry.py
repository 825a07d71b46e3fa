"""All rules by their code."""

from __future__ import annotations

from types import MappingProxyType

from nanproof.rules import unmasked_log
from nanproof.rules.rule import Rule

RULES: MappingProxyType[str, Rule] = MappingProxyType({rule.code: rule for rule in (unmasked_log.RULE,)})
