"""Every claim of the catalogue, executed on the real frameworks: one test a flavour, claim and function."""

from __future__ import annotations

import os
from collections import defaultdict
from itertools import product

import pytest

from nanproof.catalog import Operation, load
from nanproof.catalog.claim_schema import load_claims
from nanproof.catalog.claims import Case, MaskClaim, Twin
from nanproof.values.dtype import Arithmetic, DType
from nanproof.values.ranges import between
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS
from tests.oracle.checks import faults
from tests.oracle.conftest import needs
from tests.oracle.flavours import FLAVOURS_OF
from tests.oracle.meanings import is_told
from tests.oracle.ranges import claims_nothing
from tests.oracle.running import Oracle
from tests.oracle.samples import INTERVALS, SECOND

CATALOG = load()
CLAIMS = load_claims()

GROUPS: dict[tuple[str, str], list[Operation]] = defaultdict(list)
for each in CATALOG.operations():
    if each.framework.has_today(each.name):
        for flavour in FLAVOURS_OF[each.framework.name]:
            GROUPS[flavour, each.function.name].append(each)
CELLS = sorted(GROUPS)
RANGES = [cell for cell in CELLS if not all(claims_nothing(each) for each in GROUPS[cell])]
FLAVOURS = sorted({flavour for flavour, _ in CELLS})


def needs_flavour(flavour: str) -> None:
    needs(flavour.partition(".")[0])


@pytest.mark.parametrize(("flavour", "function"), CELLS)
def test_domain_and_witness(oracle: Oracle, flavour: str, function: str) -> None:
    needs_flavour(flavour)
    found = [
        fault
        for operation in GROUPS[flavour, function]
        for claim in ("domain", "witness")
        for fault in faults(oracle, claim, operation, flavour=flavour)
    ]
    assert found == []


@pytest.mark.parametrize(("flavour", "function"), RANGES)
def test_range(oracle: Oracle, flavour: str, function: str) -> None:
    needs_flavour(flavour)
    called = [each for each in GROUPS[flavour, function] if each.name not in CLAIMS.uncalled]
    assert [fault for each in called for fault in faults(oracle, "range", each, flavour=flavour)] == []


@pytest.mark.parametrize("framework", FLAVOURS_OF)
def test_each_operand_is_the_one_that_its_role_says(oracle: Oracle, framework: str) -> None:
    needs(framework)
    theirs = [
        each
        for each in CATALOG.operations()
        if each.framework.name == framework and each.framework.has_today(each.name)
    ]
    assert [
        fault for each in theirs for fault in faults(oracle, "roles", each, flavour=FLAVOURS_OF[framework][0])
    ] == []
    assert [each.name for each in theirs if not is_told(oracle, each)] == []


@pytest.mark.parametrize("function", CLAIMS.exchangeable)
def test_what_may_be_exchanged_has_the_same_range_both_ways(function: str) -> None:
    transfer = TRANSFERS[CATALOG.functions[function].transfer]
    for one, other in product(map(between, *zip(*INTERVALS, strict=True)), map(between, *zip(*SECOND, strict=True))):
        as_it_is, exchanged = (
            transfer(Operands({"x": x, "y": y}, Arithmetic(DType.FLOAT32), "oracle"))
            for x, y in ((one, other), (other, one))
        )
        assert as_it_is == exchanged


@pytest.mark.parametrize("framework", FLAVOURS_OF)
def test_what_is_not_called_cannot_be(oracle: Oracle, framework: str) -> None:
    """An operation stands in `uncalled` as long as its entry alone does not say how to call it, and no longer."""
    needs(framework)
    uncalled = [
        each.name
        for each in CATALOG.operations()
        if each.framework.name == framework
        and each.framework.has_today(each.name)
        and not claims_nothing(each)
        and isinstance(oracle.calls.of(each), str)
    ]
    theirs = {each.name for each in CATALOG.operations() if each.framework.name == framework}
    assert sorted(uncalled) == sorted(theirs.intersection(CLAIMS.uncalled))


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("case", CLAIMS.cases, ids=lambda case: f"{case.function}-{dict(case.operands)}")
def test_case(oracle: Oracle, flavour: str, case: Case) -> None:
    needs_flavour(flavour)
    operations = GROUPS.get((flavour, case.function), [])
    assert [f for each in operations for f in faults(oracle, "case", case, each, flavour=flavour)] == []


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("mask", CLAIMS.masks, ids=lambda mask: mask.program)
def test_mask(oracle: Oracle, flavour: str, mask: MaskClaim) -> None:
    needs_flavour(flavour)
    assert faults(oracle, "mask", mask, flavour=flavour) == []


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("twin", CLAIMS.twins, ids=lambda twin: twin.composition)
def test_twin(oracle: Oracle, flavour: str, twin: Twin) -> None:
    needs_flavour(flavour)
    assert faults(oracle, "twin", twin, flavour=flavour) == []


def test_every_difference_is_one(oracle: Oracle) -> None:
    """A recorded difference that no claim needed is stale. Runs last, after the claims have been executed."""
    for framework in FLAVOURS_OF:
        needs(framework)
    is_alone = os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1") == "1"  # each of several executes some claims only
    if not is_alone or oracle.runs.get("domain", 0) < 1000 or oracle.runs.get("range", 0) < 1000:
        pytest.skip("only together with all claims")
    lasting = (each for each in CLAIMS.differences if not each.is_by_processor)
    stale = [each.note for each in lasting if id(each) not in oracle.used]
    assert stale == []
