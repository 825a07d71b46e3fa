"""`.pre-commit-hooks.yaml`: whatever pre-commit hands over, nanproof reads."""

import json
import re
from pathlib import Path

import pytest
from identify.extensions import EXTENSIONS, NAMES

from nanproof.cli.arguments import parsed
from nanproof.files.loading import Source, load

HOOK = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8")
(TYPES,) = re.findall(r"^  types_or: \[(.*)\]$", HOOK, re.MULTILINE)
(EXCLUDED,) = re.findall(r"^  exclude: (\S+)", HOOK, re.MULTILINE)
HANDED_OVER = sorted(
    name
    for name, tags in {**{f"train.{each}": tags for each, tags in EXTENSIONS.items()}, **NAMES}.items()
    if tags & set(TYPES.split(", ")) and not re.search(EXCLUDED, name)
)


def test_files_of_python_and_notebooks_are_handed_over() -> None:
    assert {"train.py", "train.pyi", "train.wsgi", "train.ipynb"} <= set(HANDED_OVER)


@pytest.mark.parametrize("name", HANDED_OVER)
def test_each_can_be_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(json.dumps({"cells": []}) if name.endswith(".ipynb") else "")
    assert isinstance(load(str(path)), Source)


def test_what_it_starts_is_a_command() -> None:
    (entry,) = re.findall(r"^  entry: nanproof (.*)$", HOOK, re.MULTILINE)
    asked = parsed([*entry.split(), *HANDED_OVER])
    assert asked is not None
    assert asked.paths == HANDED_OVER
