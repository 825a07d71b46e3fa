"""What a client's options say, whatever they are."""

from __future__ import annotations

import pytest

from nanproof.fixes.fix import USUAL, Preferences, Way
from nanproof.lsp.settings import preferences_of

MASK = Preferences(Way.MASK)


@pytest.mark.parametrize(
    "options",
    [{"prefer": "mask"}, {"nanproof": {"prefer": "mask"}}, {"settings": {"nanproof": {"prefer": "mask"}}}],
)
def test_the_mask_is_asked_for(options: object) -> None:
    assert preferences_of(options) == MASK


@pytest.mark.parametrize(
    "options",
    [None, 1, "mask", [], {}, {"prefer": "stable"}, {"prefer": "other"}, {"prefer": ["mask"]}, {"nanproof": None}],
)
def test_what_says_nothing_leaves_the_usual(options: object) -> None:
    assert preferences_of(options) == USUAL
