"""Claims that hold in some releases only."""

from __future__ import annotations

import pytest

from nanproof.catalog import load
from nanproof.catalog.claim_schema import load_claims, parse_claims
from nanproof.catalog.claims import holds_on
from nanproof.catalog.error import CatalogError


@pytest.mark.parametrize(
    ("versions", "release", "expected"),
    [
        ((), "2.13.0", True),
        (("torch>=2.14",), "2.13.0", False),
        (("torch>=2.14",), "2.14.1+cu130", True),
        (("torch>=2.14",), "2.14.0", True),
        (("torch>=2.14",), "3.0", True),
        (("torch<2.14",), "2.13.0+cpu", True),
        (("torch<2.14",), "2.14.0", False),
        (("torch<2.14",), "2.9.1", True),
        (("torch>=2.13", "torch<2.14"), "2.13.5", True),
        (("torch>=2.13", "torch<2.14"), "2.12.0", False),
        (("jax>=0.11",), "2.13.0", True),
    ],
)
def test_a_claim_holds_on_a_release(versions: tuple[str, ...], release: str, expected: bool) -> None:
    assert holds_on(versions, "torch", release) is expected


def test_a_release_that_nobody_can_read_is_refused() -> None:
    head = '[[mask]]\nof = "log"\nby = "maximum"\nprogram = "log(maximum(x, e))"\n'
    text = f'{head}at = [0.0]\nsafe = [1.0]\nprotects = []\nversions = ["torch 2.14"]\n'
    with pytest.raises(CatalogError, match=r"torch 2\.14"):
        parse_claims({"masks.toml": text}, load())


def test_of_each_release_one_claim_is_made() -> None:
    """Where a mask is claimed for the releases before one, it is claimed for those from there on too."""
    claims = load_claims()
    for mask in claims.masks:
        others = [each.versions for each in claims.masks if each.program == mask.program]
        for versions in mask.versions:
            name, comparison, bound = versions.partition("<") if "<" in versions else versions.partition(">=")
            counterpart = f"{name}{'>=' if comparison == '<' else '<'}{bound}"
            assert (counterpart,) in others


def test_a_clip_is_flat_at_its_bounds_since_a_release_of_torch() -> None:
    frameworks = load().frameworks
    assert frameworks["torch"].clip_is_flat_since == "2.14"
    assert not any(each.clip_is_flat_since for name, each in frameworks.items() if name != "torch")
