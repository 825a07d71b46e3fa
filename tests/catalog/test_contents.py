"""What the catalogue that comes with nanproof says."""

from __future__ import annotations

import re

import pytest

from nanproof.catalog import Operation, load
from nanproof.catalog.model import reached
from nanproof.values.transfer.registry import TRANSFERS

CATALOG = load()
OPERATIONS = tuple(CATALOG.operations())


def operation(name: str) -> Operation:
    found = CATALOG.operation(name)
    assert found is not None, name
    return found


def test_every_entry_keeps_to_the_schema() -> None:
    assert len(OPERATIONS) > 1500


def test_every_function_is_computed_by_something() -> None:
    missing = {each.name: each.transfer for each in CATALOG.functions.values() if each.transfer not in TRANSFERS}
    assert missing == {}


def test_a_reduction_without_an_axis_is_a_function() -> None:
    named = {each.without_axis for each in CATALOG.functions.values()} - {None}
    assert named == {"var_of_all", "std_of_all"}
    assert named <= set(CATALOG.functions)


def test_every_domain_has_a_witness() -> None:
    """The oracle probes a domain with the operands of its witness: one without is never executed."""
    claimed = [each for each in CATALOG.functions.values() if each.domain is not None or each.gradient is not None]
    unseen = [each.name for each in claimed if each.operand not in {**each.witness, **each.gradient_witness}]
    assert unseen == []


def test_every_function_is_used() -> None:
    # What the engine makes of a difference, of zeros, of a reduction without an axis: no operation has these names.
    by_hand = {
        "spread",
        "span",
        "own_difference",
        "variance_by_hand",
        "covariance_by_hand",
        "correlation_by_hand",
        "distance_by_hand",
        "norm_by_hand",
        "deviation_by_hand",
        "norm_of_outputs",
        "norms_by_hand",
        "buffer",
        "var_of_all",
        "std_of_all",
    }
    by_hand |= {"softmax_by_hand", "sigmoid_by_hand", "softplus_by_hand", "tanh_by_hand"}
    by_hand |= {"length_by_hand", "selected", "selected_of_row", "share_selected", "pairwise_difference"}
    by_hand |= {"mapped_difference", "selected_of_outputs"}
    by_hand |= {"share_of_each_class", "joint_shares", "count_of_each_class", "min_max_scaled", "spread_of_all"}
    by_hand |= {"spread_of_outputs", "faded_count"}
    by_hand |= {"distance_to_itself", "eigenvalues_of_gram", "eigenvectors"}
    by_hand |= {"parameter_from_0", "norm_from_0", "norm_of_pairs", "std_of_off", "var_of_off"}
    by_hand |= {"std_of_outcomes", "var_of_outcomes", "difference_across"}
    by_hand |= {"state_from_0", "running_sum_of_shares", "recurrent"}
    by_hand |= {"padded_embedding", "norm_of_padding", "length_of_padding"}
    assert set(CATALOG.functions) - {each.function.name for each in OPERATIONS} == by_hand


@pytest.mark.parametrize(
    ("spelling", "canonical"),
    [
        ("tensorflow.log", "tensorflow.math.log"),
        ("tensorflow.compat.v1.log", "tensorflow.math.log"),
        ("tensorflow.compat.v1.math.log", "tensorflow.math.log"),
        ("tensorflow.sigmoid", "tensorflow.math.sigmoid"),
        ("tensorflow.compat.v1.keras.layers.Dense", "keras.layers.Dense"),
        ("tensorflow.keras.backend.log", "keras.backend.log"),
        ("tf_keras.layers.Softmax", "keras.layers.Softmax"),
        ("tensorflow.contrib.slim.conv2d", "tensorflow.contrib.layers.conv2d"),
        ("torch.special.softmax", "torch.softmax"),
        ("torch.clip", "torch.clamp"),
        ("numpy.core.log", "numpy.log"),
        ("scipy.special.expit", "scipy.special.expit"),
        ("math.log", "math.log"),
    ],
)
def test_spellings(spelling: str, canonical: str) -> None:
    assert operation(spelling).name == canonical


def test_what_has_a_domain_has_a_rule() -> None:
    risky = {each.function.name: each.function.rule for each in OPERATIONS if each.function.rule}
    assert {name for name, rule in risky.items() if rule == "NAN101"} == {"log", "log2", "log10", "log1p", "log1mexp"}
    assert {"divide", "reciprocal", "sqrt", "rsqrt", "pow", "exp", "acos", "atanh", "logit"} <= set(risky)
    assert {"log", "log2", "log10", "log1p", "log_", "log1p_", "sqrt", "div_"} <= CATALOG.operand_names
    assert not {"sigmoid", "info", "log_softmax"} & CATALOG.operand_names
    assert "softmax" not in CATALOG.operand_names - CATALOG.names_of_rules(frozenset({"NAN107"}))
    assert CATALOG.names_of_rules(frozenset({"NAN101"})) < CATALOG.operand_names


def test_an_inplace_twin_is_told_apart() -> None:
    assert operation("torch.Tensor.log_").inplace
    assert operation("torch.log_").inplace
    assert not operation("torch.log").inplace


@pytest.mark.parametrize("framework", [each for each in CATALOG.frameworks if each != "python"])
def test_masks_are_written_with_operations_that_mask(framework: str) -> None:
    masks = CATALOG.frameworks[framework].masks
    calls = [(name, call) for name, mask in masks.items() for call in (mask.call, *mask.within.values())]
    assert {name for name, _ in calls} == {"clip", "floor", "ceiling"}
    for _, call in calls:
        assert operation(call).function.name in {"clip", "maximum", "minimum"}
        assert operation(call).framework.name == framework
    for mask in masks.values():
        if mask.method is not None:
            assert CATALOG.method(mask.method, framework) is not None


def test_masks_fill_all_their_places() -> None:
    for framework in CATALOG.frameworks.values():
        for name, mask in framework.masks.items():
            expected = {"clip": {"x", "low", "high"}, "floor": {"x", "low"}, "ceiling": {"x", "high"}}[name]
            assert set(re.findall(r"\{(\w+)\}", mask.arguments)) == expected
            if mask.method is not None:
                assert set(re.findall(r"\{(\w+)\}", mask.method_arguments)) == expected - {"x"}


def test_every_sentence_is_said_in_the_default_dtype() -> None:
    for each in OPERATIONS:
        for key in each.function.reaches:
            value = {"<0": -1e-6, ">1": 1.0000002, "<-1": -1.0000002}.get(key) or float(key)
            assert reached(each.function, each.framework, value, each.framework.default_dtype), (each.name, key)


def test_roots_belong_to_one_framework() -> None:
    assert CATALOG.framework_of("torch") is CATALOG.frameworks["torch"]
    assert CATALOG.framework_of("logging") is None
    roots = [root for framework in CATALOG.frameworks.values() for root in framework.roots]
    assert len(roots) == len(set(roots))


def test_modules_lead_somewhere() -> None:
    names = [each.name for each in OPERATIONS]
    for module, meaning in CATALOG.modules.items():
        seen = meaning
        while seen in CATALOG.modules:
            seen = CATALOG.modules[seen]
            assert seen != module
        if not any(name.startswith(f"{seen}.") for name in names):
            pytest.fail(f"{module} means {seen}, which has no operation")
