"""The pictures of the READMEs are those that were written down, small, and shown."""

from pathlib import Path

import pytest

from .pictures import PICTURES, digest, recorded

ROOT = Path(__file__).parents[2]
READMES = (ROOT / "README.md", ROOT / "vscode-client" / "README.md")
MOST_BYTES = 150_000


@pytest.mark.parametrize("name", recorded())
def test_a_picture_is_the_one_whose_text_was_written_down(name: str) -> None:
    file = PICTURES / f"{name}.png"
    assert digest(file) == recorded()[name].sha256, "take it anew: python -m tests.e2e.pictures"
    assert file.stat().st_size < MOST_BYTES


def test_each_picture_is_shown() -> None:
    assert {file.stem for file in PICTURES.glob("*.png")} == set(recorded())
    shown = "".join(readme.read_text(encoding="utf-8") for readme in READMES)
    assert [name for name in recorded() if f"docs/pictures/{name}.png)" not in shown] == []
