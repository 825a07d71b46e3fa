"""The pages on editors show what is tested, call nothing else tested, and are all found."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "editors"
INDEX = PAGES / "README.md"
PASTES = {
    "neovim": "neovim/nanproof.lua",
    "neovim-0.7": "neovim/nanproof-0.7.lua",
    "emacs-eglot": "emacs/nanproof.el",
    "emacs-lsp-mode": "emacs/nanproof-lsp-mode.el",
}
SEARCHES = {
    "neovim": "neovim/nanproof-suspects.lua",
    "neovim-0.7": "neovim/nanproof-suspects.lua",
    "emacs-eglot": "emacs/nanproof-suspects.el",
}
pages = sorted(path for path in PAGES.glob("*.md") if path != INDEX)


@pytest.mark.parametrize(("name", "file"), [*PASTES.items(), *SEARCHES.items()])
def test_what_a_page_has_one_paste_is_what_the_tests_run(name: str, file: str) -> None:
    paste = (ROOT / "clients" / file).read_text(encoding="utf-8").strip()
    assert paste in (PAGES / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", pages, ids=lambda page: page.stem)
def test_a_page_says_first_how_to_install_and_whether_it_is_tested(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "nstall" in " ".join(text.splitlines()[2:4])
    assert ("*Tested*:" in text) is (page.stem in {"vscode", *PASTES})
    assert f"({page.name})" in INDEX.read_text(encoding="utf-8")
    assert f"docs/editors/{page.name}" in (ROOT / "README.md").read_text(encoding="utf-8")
