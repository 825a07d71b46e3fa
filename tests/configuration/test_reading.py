"""What a text says, what of it makes no sense, and on which line; whatever the text is."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nanproof.configuration.configuration import DEFAULTS, merged
from nanproof.configuration.keys import KEYS
from nanproof.configuration.reading import Fault, of_file, read_values
from nanproof.declarations import Declaration
from nanproof.findings.finding import Severity
from nanproof.values.interval import Interval

# The machine may be busy, and how fast a value is made is nobody's question.
SLOWLY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

PROJECT = """\
[project]
name = "a"

[tool.nanproof]
level = "warning"
select = ["NAN1", "where-leaks-gradient"]

[tool.nanproof.severity]
NAN102 = "hint"

[tool.nanproof.per-file-ignores]
"tests/**" = ["unmasked-division"]
"""


def faults(text: str, *, is_project: bool = False) -> tuple[Fault, ...]:
    reading = of_file("/a/nanproof.toml", "/a", text.encode(), is_project=is_project)
    assert reading is not None
    return reading.faults


def test_what_is_set_is_read() -> None:
    reading = of_file("/a/pyproject.toml", "/a", PROJECT.encode(), is_project=True)
    assert reading is not None and reading.faults == ()
    assert reading.layer.values == {
        "level": "warning",
        "select": ("NAN1", "NAN302"),
        "severity": (("NAN102", "hint"),),
        "per-file-ignores": (("tests/**", ("NAN102",)),),
    }


@pytest.mark.parametrize("text", ["", "[project]\nname = 'nanproof'\n", "[tool.other]\nnanproof = 1\n", "not toml"])
def test_a_project_that_does_not_speak_of_nanproof_is_passed_over(text: str) -> None:
    assert of_file("/a/pyproject.toml", "/a", text.encode(), is_project=True) is None


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("\nlevel = ", 2, "this is no TOML: "),
        ("\nlevle = 'hint'\n", 2, "there is no key 'levle'; did you mean level?"),
        ("level = 'loud'\n", 1, "level: 'loud' is none of error, warning, information, hint"),
        ("level = 1\n", 1, "level: 1 is none of"),
        ("level = 'hint'\n\nignore = ['NAN1', 'NAN109']", 3, "ignore: there is no rule 'NAN109'; did you mean NAN"),
        ("select = 'NAN1'", 1, "select: 'NAN1' is no list of texts"),
        ("[severity]\nNAN101 = 'hint'\nNAN102 = 'loud'", 3, "severity.NAN102: 'loud' is none of"),
        ("[severity]\nNAN777 = 'hint'", 2, "severity.NAN777: there is no rule 'NAN777'"),
        (
            "[per-file-ignores]\n'a/**' = ['NAN1']\n'b/**' = ['E501']",
            3,
            "per-file-ignores.b/**: there is no rule 'E501'",
        ),
        ("exclude = ['[a']", 1, "exclude: '[a' is no pattern of paths"),
        ("versions = { torch = '2' }", 1, "versions: '2' is no range of releases"),
        ("versions = { troch = '>2' }", 1, "versions: 'troch' is no framework"),
        ("seconds-per-file = 0", 1, "seconds-per-file: 0 is no number between 0.01 and 1e+06"),
        ("seconds-per-file = true", 1, "seconds-per-file: True is no number"),
        ("megabytes-per-file = nan", 1, "megabytes-per-file: nan is no number"),
        ("default-dtype = 'f32'", 1, "default-dtype: 'f32' is none of"),
        ("functions = ['safe_log']", 1, "functions: ['safe_log'] is no table"),
        ("[functions]\n'safe log' = { masks = 1 }", 2, "functions.safe log: 'safe log' is no name of a function"),
        ("[functions]\nsafe = {}", 2, "functions.safe: {} is no declaration"),
        ("[functions]\nsafe = { mask = 1 }", 2, "functions.safe: there is no key 'mask'"),
        ("[functions]\nsafe = { masks = [1] }", 2, "functions.safe.masks: [1] is no pair of numbers"),
        ("[functions]\nsafe = { masks = nan }", 2, "functions.safe.masks: nan is no pair of numbers"),
        ("[functions]\nsafe = { returns = [1, 0] }", 2, "functions.safe.returns: [1, 0] is no pair of numbers"),
        ("[functions]\nsafe = { takes = 0 }", 2, "functions.safe.takes: 0 is no list of numbers"),
        ("[functions]\nsafe = { takes = [true] }", 2, "functions.safe.takes: [True] is no list of numbers"),
        ("[functions]\nsafe = { returns = [0, 1], takes = [2] }", 2, "functions.safe.takes: 2 is outside of"),
    ],
)
def test_what_makes_no_sense_is_told_with_its_line(text: str, line: int, said: str) -> None:
    (fault,) = faults(text)
    assert fault.line == line
    assert fault.sentence.startswith(said)


def test_of_several_faults_the_rest_is_read() -> None:
    reading = of_file("/a/nanproof.toml", "/a", b"level = 'hint'\nlevle = 1\nprefer = 2\n", is_project=False)
    assert reading is not None
    assert reading.layer.values == {"level": "hint"}
    assert [each.line for each in reading.faults] == [2, 3]


def test_a_function_is_declared_in_one_line() -> None:
    declared = {"a": {"masks": 1e-8}, "b.c": {"returns": [0, "inf"], "takes": [0]}, "d": {"masks": [-1, 1]}}
    values, wrong = read_values({"functions": declared})
    assert wrong == []
    assert values["functions"] == (
        ("a", Declaration(masks=Interval(1e-8, math.inf))),
        ("b.c", Declaration(returns=Interval(0.0, math.inf), takes=(0.0,))),
        ("d", Declaration(masks=Interval(-1.0, 1.0))),
    )


def test_a_table_that_is_none_is_told() -> None:
    (fault,) = faults("[tool]\nnanproof = 1\n", is_project=True)
    assert fault == Fault("tool.nanproof must be a table", 2)


def test_editors_write_in_their_own_way() -> None:
    values, wrong = read_values({"secondsPerFile": 2, "extend-ignore": ["NAN4"]}, spelt_as_in_editors=True)
    assert values == {"seconds-per-file": 2.0, "extend-ignore": ("NAN4",)}
    assert wrong == []
    assert [str(each) for each in read_values({"secondsPerFile": 2})[1]] == [
        "there is no key 'secondsPerFile'; did you mean seconds-per-file?"
    ]


@pytest.mark.parametrize("key", KEYS.values(), ids=lambda key: key.name)
def test_the_example_of_a_key_is_read(key: Any) -> None:
    assert faults(f"{key.name} = {key.example}\n") == ()


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.datetimes()
    | st.sampled_from(["NAN1", "**"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@SLOWLY
@given(st.dictionaries(st.sampled_from(sorted(KEYS)) | st.text(), VALUES))
def test_no_value_of_any_key_raises(given_values: dict[str, Any]) -> None:
    values, wrong = read_values(given_values)
    assert len(values) + len(wrong) == len(given_values)
    from nanproof.configuration.reading import Layer

    configuration = merged([Layer("file", "/a", values)])
    configuration.selection("/a/b.py").shows("NAN101", Severity.WARNING)
    configuration.leaves_out("/a/b.py")
    assert configuration.preferences == configuration.preferences


@SLOWLY
@given(st.integers(0, len(PROJECT)), st.text(max_size=5), st.integers(0, 20))
def test_no_broken_text_raises(at: int, put: str, gone: int) -> None:
    data = (PROJECT[:at] + put + PROJECT[at + gone :]).encode("utf-8", "surrogatepass")
    for is_project in (True, False):
        reading = of_file("/a/b.toml", "/a", data, is_project=is_project)
        lines = data.count(b"\n") + 1
        assert reading is None or all(0 <= fault.line <= lines + 1 and fault.sentence for fault in reading.faults)


@SLOWLY
@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    of_file("/a/b.toml", "/a", data + b"nanproof", is_project=True)
    of_file("/a/b.toml", "/a", data, is_project=False)


def test_nothing_is_beyond_measure() -> None:
    assert faults("level = " + "[" * 100_000)
    assert faults("level = " + "9" * 10_000)


def test_the_defaults_are_as_they_were() -> None:
    selection = merged([]).selection("/a.py")
    assert selection.shows("NAN101", Severity.INFORMATION)
    assert not selection.shows("NAN101", Severity.HINT)
    assert set(DEFAULTS.values) == set(KEYS) - {"default-dtype", "seconds-per-file"}
