"""What a client's options say, whatever they are."""

from __future__ import annotations

import pytest

from nanproof.fixes.fix import USUAL, Preferences, Way
from nanproof.lsp.settings import USUAL_LIMITS, settings_of

MASK = Preferences(Way.MASK)


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
        ({"secondsPerFile": 0}, 0.05),
        ({"secondsPerFile": 1e9}, 600.0),
        ({"secondsPerFile": True}, USUAL_LIMITS.seconds),
        ({"secondsPerFile": "2"}, USUAL_LIMITS.seconds),
        ({"secondsPerFile": float("nan")}, USUAL_LIMITS.seconds),
        (None, USUAL_LIMITS.seconds),
    ],
)
def test_the_seconds_of_a_file_are_within_reason(options: object, seconds: float) -> None:
    assert settings_of(options).limits.seconds == seconds


def test_so_are_its_megabytes() -> None:
    assert settings_of({"megabytesPerFile": 1}).limits.megabytes == 50.0
    assert settings_of({}).limits == USUAL_LIMITS
