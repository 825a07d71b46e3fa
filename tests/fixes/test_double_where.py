"""What a double where puts in place of what is left out: operation and derivative are finite there."""

from __future__ import annotations

import itertools

import pytest

from nanproof.catalog import Domain, load
from nanproof.fixes.double_where import SAFE_OPERANDS
from nanproof.sites.powers import derivative_of_power, domain_of_power

CATALOG = load()
PAIRS = {
    f"{function.name} of {framework.name}": (function.domain, framework.gradient_of(function))
    for function, framework in itertools.product(CATALOG.functions.values(), CATALOG.frameworks.values())
}
PAIRS |= {f"power {each}": (domain_of_power(each), derivative_of_power(each)) for each in (-2.0, -0.5, 0.5, 1.5)}


@pytest.mark.parametrize("name", PAIRS)
def test_one_operand_is_safe(name: str) -> None:
    domains: list[Domain] = [domain for domain in PAIRS[name] if domain is not None]
    assert any(all(domain.holds(float(each)) for domain in domains) for each in SAFE_OPERANDS)
