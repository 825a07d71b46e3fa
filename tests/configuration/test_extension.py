"""The VS Code extension's settings are those that the server reads, and mean the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from nanproof.configuration.keys import KEYS, LEVELS, Key
from nanproof.lsp.settings import options_of

PACKAGE = Path(__file__).parents[2] / "vscode-client" / "package.json"
MANIFEST: dict[str, Any] = json.loads(PACKAGE.read_text(encoding="utf-8"))
SETTINGS: dict[str, Any] = MANIFEST["contributes"]["configuration"]["properties"]
OF_SERVER = {name: each for name, each in SETTINGS.items() if each["scope"] == "resource"}


def test_each_key_is_a_setting_that_a_folder_may_have_for_itself() -> None:
    assert set(OF_SERVER) == {f"nanproof.{key.in_editors}" for key in KEYS.values()}


@pytest.mark.parametrize("key", KEYS.values(), ids=lambda key: key.name)
def test_the_default_that_is_shown_can_be_read_by_the_server(key: Key) -> None:
    setting = OF_SERVER[f"nanproof.{key.in_editors}"]
    assert options_of({key.in_editors: setting["default"]}).faults == ()
    if key.default is not None and key.name != "level":  # editors have a level of their own
        assert setting["default"] == key.default


def test_the_levels_are_those_of_findings() -> None:
    assert tuple(OF_SERVER["nanproof.level"]["enum"]) == LEVELS


def test_what_starts_a_program_is_restricted_in_workspaces_that_are_not_trusted() -> None:
    programs = {name for name, each in SETTINGS.items() if each["scope"] == "machine-overridable"}
    assert programs == set(MANIFEST["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"])


def test_every_setting_is_described() -> None:
    assert all(each.get("markdownDescription") for each in SETTINGS.values())
