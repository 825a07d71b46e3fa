"""What only some releases do is reported where a project uses one of them, and says which where it uses others too."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.catalog import load
from nanproof.catalog.claim_schema import load_claims
from nanproof.fixes.fix import Preferences
from nanproof.releases import read
from nanproof.source.document import Document
from tests.names.project import Files

DATE = " (before PyTorch 2.14)"
# What is said of a site in no release from 2.14 on; `tests/oracle/test_releases.py` executes each.
STOPPED = {
    "NAN301": [
        "torch.acos(torch.tanh(x).clamp(-1, 1))",
        "torch.acos(torch.clip(torch.tanh(x), -1, 1))",
        "torch.sqrt(torch.clamp(torch.tanh(x), min=0))",
        "torch.sqrt(torch.softmax(x, -1).clamp(0, 1).double())",
        "torch.sqrt(1 - torch.tanh(x).clamp(0, 1))",
        "torch.sqrt(1 - torch.tanh(x).clamp(-1, 1) ** 2)",
        "torch.acos(torch.tanh(x).clamp(-1, 1).clamp(-5, 5))",
        "torch.softmax(x, -1).clamp(min=0) ** 0.5",
        "torch.sqrt(torch.softmax(x, -1).clamp_min(0))",
        "torch.sqrt(1 - torch.clamp_max(torch.softmax(x, -1), 1.0))",
        "torch.sqrt((torch.softmax(x, -1) * 1).clamp_(0, 1))",
        "torch.sqrt(torch.nan_to_num(torch.softmax(x, -1).clamp(0, 1)))",
    ],
    "NAN302": [
        "torch.where(x.softmax(-1) > 0, torch.sqrt(x.softmax(-1).clamp(min=0)), 0.0)",
        "torch.where(x.softmax(-1) > 0, torch.log(x.softmax(-1).clamp(min=0)), 0.0)",
    ],
    "NAN202": [
        "torch.sqrt(torch.softmax(x, -1).clamp(0, 1)) + 1e-6",
        "torch.log(torch.softmax(x, -1).clamp(min=0)).clamp(min=-100)",
    ],
}
# What every release does.
ALWAYS = {
    "NAN301": [
        "torch.acos(torch.tanh(x))",
        "torch.acos(torch.tanh(x).clamp(-2, 2))",  # the bounds are never met
        "torch.acos(torch.tanh(x).clamp(-1, 2))",  # one is not: 1 is let through
        "torch.sqrt(torch.maximum(torch.tanh(x), torch.tensor(0.0)))",
        "torch.sqrt(torch.clamp(torch.softmax(x, -1), min=torch.tensor(0.0)))",  # a tensor is no bound
        "torch.sqrt(torch.softmax(x, -1).clamp(0, 1) * torch.softmax(x, -1))",  # a way around the clip
    ],
    "NAN202": ["torch.log(torch.softmax(x, -1).clamp(min=0)) + 1e-6"],  # the value is -inf
}
OTHERS = [
    ("jax.numpy as jnp", "jnp.arccos(jnp.clip(jnp.tanh(x), -1, 1))"),
    ("tensorflow as tf", "tf.acos(tf.clip_by_value(tf.tanh(x), -1.0, 1.0))"),
]


def messages(imported: str, written: str, range_: str = "") -> dict[str, str]:
    source = f"import {imported}\n\n\ndef f(x):\n    return {written}\n"
    releases, faults = read([("torch", range_)])
    assert not faults
    project = Project(None, Files({}), preferences=Preferences(releases=releases))
    found = project.diagnose(Document.from_text("a.py", source))
    return {each.finding.code: each.finding.message for each in found}


def spread(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(code, written) for code, programs in table.items() for written in programs]


@pytest.mark.parametrize(("code", "written"), spread(STOPPED))
def test_what_some_releases_do_says_which(code: str, written: str) -> None:
    for range_ in ("", ">=2.13", "!=2.14.0"):
        assert DATE in messages("torch", written, range_)[code], range_


@pytest.mark.parametrize(("code", "written"), spread(STOPPED))
def test_where_only_these_are_used_nothing_is_said_of_releases(code: str, written: str) -> None:
    dated = messages("torch", written)
    for range_ in ("<2.14", "==2.13.*", "~=2.13.0"):
        undated = messages("torch", written, range_)
        assert undated.keys() == dated.keys(), range_
        assert "2.14" not in undated[code], range_


@pytest.mark.parametrize(("code", "written"), spread(STOPPED))
def test_where_none_of_these_is_used_it_is_silent(code: str, written: str) -> None:
    for range_ in (">=2.14", "==2.14.1", ">=2.15,<3"):
        assert messages("torch", written, range_) == {}, (code, range_)


@pytest.mark.parametrize(("code", "written"), spread(ALWAYS))
def test_what_every_release_does_is_said_of_all(code: str, written: str) -> None:
    for range_ in ("", "<2.14", ">=2.14", ">=2.13"):
        assert "2.14" not in messages("torch", written, range_)[code], range_


def test_of_two_values_the_one_is_told_that_every_release_lets_through() -> None:
    assert "can be 1, as a tanh can" in messages("torch", "torch.acos(torch.tanh(x).clamp(-1, 2))")["NAN301"]


@pytest.mark.parametrize(("imported", "written"), OTHERS)
def test_the_releases_of_one_framework_say_nothing_of_another(imported: str, written: str) -> None:
    assert messages(imported, written, ">=2.14") == messages(imported, written)
    assert "NAN301" in messages(imported, written)


def test_the_bounds_that_a_fix_writes_are_enough_in_every_release() -> None:
    """Of a claim that differs between releases the constants are the same: no fix must know which are used."""
    frameworks = load().frameworks
    seen = 0
    for mask in load_claims().masks:
        if not mask.versions or not mask.gradient:
            continue
        others = [each for each in load_claims().masks if each.program == mask.program]
        assert all((each.value, each.gradient) == (mask.value, mask.gradient) for each in others)
        assert all(each.partition(">")[0].partition("<")[0] in frameworks for each in mask.versions)
        seen += 1
    assert seen
