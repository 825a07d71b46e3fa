"""The form of the catalogue's files, and what is said when one is wrong."""

from __future__ import annotations

import pytest

from nanproof.catalog import Catalog, CatalogError, load
from nanproof.catalog.loader import parse
from nanproof.catalog.model import Reach, reached

FUNCTIONS = """
[log]
title = "natural logarithm"
operand = "x"
domain = { low = 0.0, low_open = true }
rule = "NAN101"
[softmax]
title = "softmax"
noun = "a softmax"
reaches = { "0" = "once a logit trails by {gap}", "<0" = "by rounding", ">1" = "by rounding" }
[clip]
title = "clip"
"""

FRAMEWORK = """
[framework]
name = "toy"
title = "Toy"
roots = ["toy"]
tensor = "toy.Tensor"
default_dtype = "float32"
[constants.float32]
gap = "87"
[modules]
"toy.compat" = "toy"
"toy.old" = "toy.compat"
[operations]
"toy.log" = { is = "log", parameters = "input=x, name", aliases = ["toy.ln"] }
"toy.clip" = { is = "clip", parameters = "x, min=low, max=high, low=_, *rest", defaults = { high = 1 } }
[methods]
log = { is = "log", inplace = true }
[layers]
"toy.Softmax" = { is = "softmax", parameters = "dim=axis", call = "input=x" }
[masks.clip]
call = "toy.clip"
arguments = "{x}, {low}, {high}"
within = { "toy.backend" = "toy.backend.clip" }
"""


def catalogue(framework: str = FRAMEWORK, functions: str = FUNCTIONS) -> Catalog:
    return parse({"functions.toml": functions, "toy.toml": framework})


def test_every_spelling_leads_to_the_same_operation() -> None:
    catalog = catalogue()
    log = catalog.operation("toy.log")
    assert log is not None
    spellings = catalog.spellings_of("toy.log")
    assert spellings[0] == "toy.log"
    assert set(spellings) == {"toy.log", "toy.ln", "toy.compat.log", "toy.compat.ln"}
    assert {catalog.operation(each) for each in (*spellings, "toy.old.log")} == {log}
    assert catalog.operation("toy.nothing") is None
    assert catalog.spellings_of("toy.nothing") == ()


def test_parameters_have_names_and_roles() -> None:
    clip = catalogue().operation("toy.clip")
    assert clip is not None
    told = [(each.name, each.role, each.star) for each in clip.parameters]
    assert told == [
        ("x", "x", False),
        ("min", "low", False),
        ("max", "high", False),
        ("low", "", False),
        ("rest", "", True),
    ]
    assert clip.defaults == {"high": 1}


def test_a_method_takes_its_receiver_and_has_an_inplace_twin() -> None:
    catalog = catalogue()
    log, twin = catalog.method("log", "toy"), catalog.method("log_", None)
    assert log is not None
    assert twin is not None
    assert [(each.name, each.role) for each in log.parameters] == [("self", "x")]
    assert (log.name, log.inplace) == ("toy.Tensor.log", False)
    assert (twin.name, twin.inplace) == ("toy.Tensor.log_", True)
    assert catalog.method("log", "another") is None


def test_a_layer_has_the_parameters_of_its_call_too() -> None:
    layer = catalogue().operation("toy.Softmax")
    assert layer is not None
    assert layer.kind == "layer"
    assert [each.role for each in layer.parameters] == ["axis"]
    assert [each.role for each in layer.call] == ["x"]


def test_a_sentence_is_only_said_where_its_numbers_are_known() -> None:
    layer = catalogue().operation("toy.Softmax")
    assert layer is not None
    assert reached(layer.function, layer.framework, 0.0, "float32") == Reach(
        "exactly 0", "once a logit trails by 87", is_of_dtype=True
    )
    assert reached(layer.function, layer.framework, 0.0, "float16") is None
    assert reached(layer.function, layer.framework, 0.5, "float32") is None
    assert reached(layer.function, layer.framework, -1e-6, "float32") == Reach("below 0", "by rounding")
    assert reached(layer.function, layer.framework, 1.0000002, "float32") == Reach("above 1", "by rounding")


def test_operand_names_are_those_of_operations_with_a_rule() -> None:
    assert catalogue().operand_names == {"log", "ln", "log_"}


def test_a_mask_depends_on_the_module_it_stands_in() -> None:
    mask = catalogue().frameworks["toy"].masks["clip"]
    assert mask.call_for("toy.log") == "toy.clip"
    assert mask.call_for("toy.backend.log") == "toy.backend.clip"
    assert mask.call_for("toy.backendish.log") == "toy.clip"


BROKEN = {
    "unknown field": ('parameters = "input=x, name"', 'params = "x"', "toy.log: params: unknown field"),
    "unknown function": (
        'is = "log", parameters',
        'is = "lgo", parameters',
        "toy.log: is: unknown function 'lgo'",
    ),
    "unknown role": ("input=x", "input=z", "toy.log: parameters: unknown role 'z'"),
    "no operand": ("input=x", "input", "toy.log: parameters: no parameter has the role 'x'"),
    "wrong type": (
        "inplace = true",
        'inplace = "yes"',
        "toy.Tensor.log: inplace: 'yes' must be true or false",
    ),
    "duplicate alias": ('"toy.ln"', '"toy.clip"', "toy.clip: aliases: toy.clip is already toy.log"),
    "parameter twice": ("input=x, name", "input=x, input", "toy.log: parameters: a parameter is there twice"),
    "no parameter": ("input=x, name", "input=x, 2", "toy.log: parameters: '2' is not a parameter"),
    "default of no role": ("{ high = 1 }", "{ hihg = 1 }", "toy.clip: defaults: unknown role 'hihg'"),
    "missing head": ('title = "Toy"', "", "framework: title: is missing"),
    "wrong roots": ('roots = ["toy"]', "roots = [1]", "framework: roots: [1] must be a list of texts"),
    "unknown section": ("[methods]", "[method]", "file: method: unknown field"),
    "not TOML": ("[methods]", "[methods", "file: syntax: "),
    "entry no table": (
        '{ is = "softmax", parameters = "dim=axis", call = "input=x" }',
        '"softmax"',
        "must be a table",
    ),
}


@pytest.mark.parametrize(("before", "after", "message"), BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_is_told_with_file_entry_and_field(before: str, after: str, message: str) -> None:
    assert FRAMEWORK.count(before) >= 1
    with pytest.raises(CatalogError) as caught:
        list(catalogue(FRAMEWORK.replace(before, after, 1)).operations())
    assert message in str(caught.value)
    assert str(caught.value).startswith("toy.toml: ")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("low = 0.0", "low = true", "functions.toml: log.domain: low: True must be a number with a point"),
        ("low = 0.0", "low = 0.0, high = 0.0", "functions.toml: log: domain: is empty"),
        ('operand = "x"', "", "functions.toml: log: operand: is missing"),
        ('rule = "NAN101"', "gradient_witness = { x = 0.0 }", "functions.toml: log: gradient: is missing"),
        ('operand = "x"', 'operand = "q"', "functions.toml: log: operand: unknown role 'q'"),
    ],
)
def test_a_wrong_function_is_told(before: str, after: str, message: str) -> None:
    with pytest.raises(CatalogError) as caught:
        catalogue(functions=FUNCTIONS.replace(before, after, 1))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("kept", "message"),
    [
        ("operands = ['log']\nresults = []\nnothing = []", "kept: others: is missing"),
        ("operands = ['lug']\nresults = []\nnothing = []\nothers = []", "kept: operands: unknown function 'lug'"),
        ("operands = []\nresults = ['log']\nnothing = ['log']\nothers = []", "kept: nothing: 'log' is among"),
        ("operands = 1\nresults = []\nnothing = []\nothers = []", "kept: operands: 1 must be a list"),
    ],
)
def test_what_is_kept_twice_or_of_nothing_is_told(kept: str, message: str) -> None:
    with pytest.raises(CatalogError) as caught:
        catalogue(f"{FRAMEWORK}[kept]\n{kept}\n")
    assert message in str(caught.value)


def test_of_a_function_that_is_not_named_nobody_knows_what_is_kept() -> None:
    kept = catalogue(f"{FRAMEWORK}[kept]\noperands = ['log']\nresults = []\nnothing = []\nothers = []\n")
    known = kept.frameworks["toy"].kept
    assert known is not None
    assert known.knows("log")
    assert not known.knows("clip")
    assert catalogue().frameworks["toy"].kept is None


@pytest.mark.parametrize(
    ("backward", "message"),
    [
        ("stops = ['lug']", "backward: stops: unknown function 'lug'"),
        ("stops = 'log'", "backward: stops: 'log' must be a list"),
        ("stoops = []", "backward: stoops: unknown field"),
    ],
)
def test_what_stops_a_derivative_is_a_list_of_functions(backward: str, message: str) -> None:
    with pytest.raises(CatalogError) as caught:
        catalogue(f"{FRAMEWORK}[backward]\n{backward}\n")
    assert message in str(caught.value)


def test_where_nothing_is_recorded_is_known_of_all_frameworks() -> None:
    known = catalogue(f"{FRAMEWORK}[backward]\nstops = ['log']\ncontexts = ['still']\nrecords = ['loud']\n")
    assert known.frameworks["toy"].backward.stops == {"log"}
    assert known.backward.contexts == {"still"}
    assert known.backward.records == {"loud"}
    assert catalogue().backward.contexts == frozenset()


def test_the_catalogue_is_read_once() -> None:
    assert load() is load()
