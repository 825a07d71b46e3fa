"""What a client's options say, whatever they are."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from nanproof.configuration.configuration import merged
from nanproof.fixes.fix import USUAL, Preferences, Way
from nanproof.lsp.settings import USUAL_LIMITS, options_of, settings_from
from nanproof.releases import Share
from nanproof.watchdog import Limits

MASK = Preferences(Way.MASK)


class Said(NamedTuple):
    """What holds for a document where only an editor sets anything, and what of it cannot be read."""

    limits: Limits
    preferences: Preferences
    faults: tuple[str, ...]


def settings_of(options: object, later: object = None) -> Said:
    read = options_of(options, later)
    settings = settings_from(merged([read.layer]))
    return Said(settings.limits, settings.preferences, read.faults)


@pytest.mark.parametrize(
    "options",
    [{"prefer": "mask"}, {"nanproof": {"prefer": "mask"}}, {"settings": {"nanproof": {"prefer": "mask"}}}],
)
def test_the_mask_is_asked_for(options: object) -> None:
    assert settings_of(options).preferences == MASK


@pytest.mark.parametrize(
    "options",
    [None, 1, "mask", [], {}, {"prefer": "stable"}, {"prefer": "other"}, {"prefer": ["mask"]}, {"nanproof": None}],
)
def test_what_says_nothing_leaves_the_usual(options: object) -> None:
    assert settings_of(options).preferences == USUAL


@pytest.mark.parametrize(
    ("options", "seconds"),
    [
        ({"secondsPerFile": 2}, 2.0),
        ({"nanproof": {"secondsPerFile": 0.5}}, 0.5),
        ({"secondsPerFile": 0.01}, 0.05),
        ({"secondsPerFile": 0}, USUAL_LIMITS.seconds),
        ({"secondsPerFile": 1e6}, 600.0),
        ({"secondsPerFile": True}, USUAL_LIMITS.seconds),
        ({"secondsPerFile": "2"}, USUAL_LIMITS.seconds),
        ({"secondsPerFile": float("nan")}, USUAL_LIMITS.seconds),
        (None, USUAL_LIMITS.seconds),
    ],
)
def test_the_seconds_of_a_file_are_within_reason(options: object, seconds: float) -> None:
    assert settings_of(options).limits.seconds == seconds


def test_so_are_its_megabytes() -> None:
    assert settings_of({"megabytesPerFile": 100}).limits.megabytes == 100.0
    assert settings_of({"megabytesPerFile": 1}).faults == ("megabytesPerFile: 1 is no number between 50 and 100000",)
    assert settings_of({}).limits == USUAL_LIMITS


@pytest.mark.parametrize(
    "options",
    [
        {"versions": {"torch": ">=2.14"}},
        {"nanproof": {"versions": {"torch": ">=2.14"}}},
        {"settings": {"nanproof": {"versions": {"PyTorch": ">= 2.14"}}}},
    ],
)
def test_the_releases_that_a_project_uses_are_said_by_framework(options: object) -> None:
    settings = settings_of(options)
    assert settings.preferences.releases.before("torch", "2.14") is Share.NONE
    assert settings.faults == ()


@pytest.mark.parametrize(
    ("versions", "said"),
    [
        ({"torch": "2.14"}, "'2.14' is no range of releases"),
        ({"torch": 2.14}, "2.14 is no range of releases"),
        ({"troch": ">=2.14"}, "'troch' is no framework"),
        ({1: ">=2.14"}, "1 is no framework"),
        ("torch>=2.14", "versions must be given by framework"),
        (["torch>=2.14"], "versions must be given by framework"),
    ],
)
def test_releases_that_nobody_can_read_are_told_and_leave_all(versions: object, said: str) -> None:
    settings = settings_of({"versions": versions, "prefer": "mask"})
    assert settings.preferences == MASK
    (fault,) = settings.faults
    assert said in fault


@pytest.mark.parametrize("versions", [None, {}])
def test_no_releases_are_no_fault(versions: object) -> None:
    assert settings_of({"versions": versions}) == settings_of({})


def test_what_is_said_later_counts_and_what_it_leaves_out_stays() -> None:
    first = {"nanproof": {"prefer": "mask", "versions": {"torch": ">=2.14"}}}
    assert (
        settings_of(first, {"nanproof": {"versions": {"torch": "<2.14"}}}).preferences.releases.before("torch", "2.14")
        is Share.ALL
    )
    assert settings_of(first, {"versions": {"torch": "<2.14"}}).preferences.prefer is Way.MASK
    assert settings_of(first, {}) == settings_of(first, None) == settings_of(first)
    assert settings_of(first, {"versions": None}).preferences == MASK
