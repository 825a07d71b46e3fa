"""An entry that claims something wrong makes the oracle fail, and name the entry and the claim."""

from __future__ import annotations

import pytest

from nanproof.catalog.claim_schema import parse_claims
from nanproof.catalog.loader import parse
from tests.oracle.checks import faults
from tests.oracle.conftest import needs
from tests.oracle.running import Oracle

FUNCTIONS = """
[log]
title = "natural logarithm"
operand = "x"
domain = { low = 0.0, low_open = true }
witness = { x = 0.0 }
[sqrt]
title = "square root"
operand = "x"
domain = { low = 0.0 }
gradient = { low = 0.0, low_open = true }
witness = { x = -1.0 }
gradient_witness = { x = 0.0 }
[sigmoid]
title = "sigmoid"
[maximum]
title = "larger of two"
[log_sigmoid]
title = "log sigmoid"
[softplus]
title = "softplus"
"""
FRAMEWORK = """
[framework]
name = "torch"
title = "PyTorch"
roots = ["torch"]
tensor = "torch.Tensor"
default_dtype = "float32"
[writing]
tensor = "torch.tensor({})"
calls = { maximum = "torch.clamp({}, min={})" }
[operations]
"torch.log" = { is = "log", parameters = "input=x" }
"torch.sqrt" = { is = "sqrt", parameters = "input=x" }
"torch.sigmoid" = { is = "sigmoid", parameters = "input=x" }
"torch.nn.functional.logsigmoid" = { is = "log_sigmoid", parameters = "input=x" }
"torch.nn.functional.softplus" = { is = "softplus", parameters = "input=x" }
"""
CLAIMS = """
[[mask]]
of = "log"
by = "maximum"
program = "log(maximum(x, e))"
at = [0.0]
safe = [0.5, 1.0]
protects = ["value", "gradient"]
value = { float32 = 1e-7 }
gradient = { float32 = 1e-7 }
[[twin]]
composition = "log(sigmoid(x))"
twin = "log_sigmoid(x)"
at = [-2000.0]
safe = [0.0]
[[case]]
of = "sqrt"
with = { x = 0.0 }
value = "finite"
gradient = "inf"
"""

# What is changed, in which text, and what the oracle must say about it.
WRONG = {
    "a domain too wide": (
        "domain = { low = 0.0, low_open = true }", "domain = { low = 0.0 }",
        "torch.log [torch, float32]: domain: log(0.0) is -inf, but 0.0 lies in the domain",
    ),
    "a domain too narrow": (
        "domain = { low = 0.0, low_open = true }", "domain = { low = 0.5 }",
        "torch.log [torch, float32]: domain: log(0.10000000149011612) is",
    ),
    "a gradient too wide": (
        "gradient = { low = 0.0, low_open = true }\nwitness", "gradient = { low = 0.0 }\nwitness",
        "torch.sqrt [torch, float32]: gradient: the derivative of sqrt at 0.0 is inf, but 0.0 lies in the domain",
    ),
    "a gradient too narrow": (
        "gradient = { low = 0.0, low_open = true }\nwitness", "gradient = { low = 1.0 }\nwitness",
        "torch.sqrt [torch, float32]: gradient: the derivative of sqrt at 0.75 is 0.5773502588272095, but",
    ),
    "a wrong range": (
        '[sigmoid]\ntitle = "sigmoid"', '[sigmoid]\ntitle = "sigmoid"\ntransfer = "tanh"\n',
        "torch.sigmoid [torch, float32]: range: torch.sigmoid({x}) gives",
    ),
    "a mask too small": (
        "value = { float32 = 1e-7 }", "value = { float32 = 1e-50 }",
        "log by maximum [torch, float32]: mask: torch.log(torch.clamp(x, min=1e-50)) at x = [0.0] has a value that is",
    ),
    "a mask that changes safe operands": (
        "safe = [0.5, 1.0]", "safe = [1e-20, 1.0]", "log by maximum [torch, float32]: mask: torch.log(",
    ),
    "a wrong witness": (
        "witness = { x = 0.0 }\n[sqrt]", "witness = { x = 1.0 }\n[sqrt]",
        "torch.log [torch]: witness: torch.log({x}) of {'x': 1.0} is [0.]",
    ),
    "a wrong witness of the gradient": (
        "gradient_witness = { x = 0.0 }", "gradient_witness = { x = -1.0 }",
        "torch.sqrt [torch, float32]: gradient_witness: the value is [nan], but it must be finite",
    ),
    "a guard that is none": (
        '"torch.log" = { is = "log", parameters = "input=x" }',
        '"torch.log" = { is = "log", parameters = "input=x", guards = "nothing can happen" }',
        "torch.log [torch]: guards: torch.log({x}) of {'x': 0.0} is [-inf]",
    ),
    "a wrong twin": (
        'twin = "log_sigmoid(x)"', 'twin = "softplus(x)"', "log(sigmoid(x)) [torch, float32]: twin",
    ),
    "a wrong case": (
        'gradient = "inf"', 'gradient = "finite"',
        "torch.sqrt [torch, float32]: case {'x': 0.0}: gradient: is inf, and not finite",
    ),
}  # fmt: skip


def told(functions: str, framework: str, claims: str) -> list[str]:
    catalog = parse({"functions.toml": functions, "torch.toml": framework})
    oracle = Oracle(catalog, parse_claims({"claims.toml": claims}, catalog))
    found: list[str] = []
    for operation in catalog.operations():
        for claim in ("domain", "witness", "range"):
            found += faults(oracle, claim, operation, flavour="torch")
        for case in oracle.claims.cases_of(operation.function.name):
            found += faults(oracle, "case", case, operation, flavour="torch")
    for mask in oracle.claims.masks:
        found += faults(oracle, "mask", mask, flavour="torch")
    for twin in oracle.claims.twins:
        found += faults(oracle, "twin", twin, flavour="torch")
    return found


def test_right_entries_pass() -> None:
    needs("torch")
    assert told(FUNCTIONS, FRAMEWORK, CLAIMS) == []


@pytest.mark.parametrize(("before", "after", "expected"), WRONG.values(), ids=WRONG)
def test_a_wrong_entry_is_found(before: str, after: str, expected: str) -> None:
    needs("torch")
    texts = (FUNCTIONS, FRAMEWORK, CLAIMS)
    assert sum(before in text for text in texts) == 1
    found = told(*(text.replace(before, after, 1) for text in texts))
    assert any(fault.startswith(expected) for fault in found), found
