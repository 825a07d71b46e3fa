"""Which releases a project uses, as a person says it, and what a change in one release means for it."""

from __future__ import annotations

import pickle

import pytest

from nanproof.catalog import load
from nanproof.releases import ALL, FRAMEWORKS, Releases, Share, named_in, read


def asked(*pairs: tuple[str, object]) -> Releases:
    releases, faults = read(pairs)
    assert not faults
    return releases


@pytest.mark.parametrize(
    ("range_", "expected"),
    [
        ("", Share.SOME),
        (">=2.13", Share.SOME),
        (">=2.13,<3", Share.SOME),
        ("!=2.14.0", Share.SOME),
        ("~=2.13", Share.SOME),
        (">2.13,<=2.14", Share.SOME),
        ("<2.14", Share.ALL),
        ("==2.13.*", Share.ALL),
        ("==2.13.0", Share.ALL),
        ("===2.13.0+cu126", Share.ALL),
        ("~=2.13.1", Share.ALL),
        (">=2.9,<=2.13.999", Share.ALL),
        (">=2.14", Share.NONE),
        (" >= 2.14 ", Share.NONE),
        (">=2.14.0rc1", Share.NONE),
        ("==2.14.0rc1", Share.NONE),
        ("==2.14.*", Share.NONE),
        (">2.14", Share.NONE),
        ("==3.0", Share.NONE),
    ],
)
def test_how_many_of_the_releases_come_before_one(range_: str, expected: Share) -> None:
    assert asked(("torch", range_)).before("torch", "2.14") is expected


def test_of_what_is_not_named_all_releases_are_used() -> None:
    assert ALL.before("torch", "2.14") is Share.SOME
    assert asked(("jax", ">=0.11")).before("torch", "2.14") is Share.SOME


def test_what_is_said_twice_holds_at_once() -> None:
    twice = asked(("torch", ">=2.13"), ("torch", "<2.14"))
    assert twice.before("torch", "2.14") is Share.ALL
    assert twice == asked(("torch", "<2.14,>=2.13"))


@pytest.mark.parametrize("name", ["torch", "PyTorch", " TORCH "])
def test_a_framework_is_known_by_its_name_and_its_title(name: str) -> None:
    assert asked((name, ">=2.14")).before("torch", "2.14") is Share.NONE


def test_the_frameworks_are_those_of_the_catalogue() -> None:
    known = {each.name: each.title for each in load().frameworks.values() if each.name != "python"}
    assert known == FRAMEWORKS


@pytest.mark.parametrize(
    ("name", "range_", "said"),
    [
        ("torch", "2.14", "'2.14' is no range of releases; write it as in 'torch>=2.14' or 'torch>=2.13,<3'"),
        ("torch", ">=two", "'>=two' is no range of releases"),
        ("torch", ">=2.14,", ""),
        ("torch", "=>2.14", "'=>2.14' is no range of releases"),
        ("torch", 2.14, "2.14 is no range of releases"),
        ("torch", None, "None is no range of releases"),
        ("torch", ["2.14"], "is no range of releases"),
        ("torch", ">=" + "9" * 5000, "99' is no range of releases"),
        ("torch" * 1000, ">=2.14", "is no framework"),
        ("torch", ">=2.14,<2.13", "no release of PyTorch is '<2.13,>=2.14'"),
        ("troch", ">=2.14", "'troch' is no framework that nanproof knows: jax, keras, numpy, tensorflow, torch"),
        ("", ">=2.14", "'' is no framework"),
    ],
)
def test_what_nobody_can_read_is_a_sentence(name: str, range_: object, said: str) -> None:
    releases, faults = read([(name, range_), ("jax", "<0.5")])
    assert [said in fault for fault in faults] == ([True] if said else [])
    assert all(len(fault) < 200 for fault in faults)
    assert ("jax" in dict(releases.ranges)) is True
    assert ("torch" in dict(releases.ranges)) is not bool(said)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("torch>=2.14", [("torch", ">=2.14")]),
        ("torch>=2.14,jax<0.5", [("torch", ">=2.14"), ("jax", "<0.5")]),
        ("torch >= 2.13, < 3, jax ~= 0.5.1", [("torch", ">= 2.13, < 3"), ("jax", "~= 0.5.1")]),
        ("torch", [("torch", "")]),
        (">=2.14", [("", ">=2.14")]),
        ("torch 2.14", [("torch", "2.14")]),
        ("", [("", "")]),
        ("torch>=2.14,,jax", [("torch", ">=2.14,"), ("jax", "")]),
    ],
)
def test_a_terminal_says_it_on_one_line(text: str, pairs: list[tuple[str, str]]) -> None:
    assert named_in(text) == pairs


def test_ranges_go_to_other_processes() -> None:
    releases = asked(("torch", ">=2.14"), ("jax", "<0.5"))
    assert pickle.loads(pickle.dumps(releases)) == releases
    assert hash(releases) == hash(asked(("jax", "<0.5"), ("torch", ">=2.14")))
