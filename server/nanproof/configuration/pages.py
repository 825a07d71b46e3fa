"""The schema as others read it: a JSON schema for editors, and a page for people."""

from __future__ import annotations

import json
from collections.abc import Iterator

from nanproof.configuration.keys import KEYS

_TITLE = "Configuration"


def json_schema() -> str:
    """Return the JSON schema of `nanproof.toml` and of the table `[tool.nanproof]`."""
    properties = {
        key.name: {
            "description": key.description.replace("`", ""),
            **({"default": key.default} if key.default is not None else {}),
            **key.kind.schema,
        }
        for key in KEYS.values()
    }
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "nanproof",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
    return json.dumps(schema, indent=2) + "\n"


def page() -> str:
    """Return the page of documentation."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield f"# {_TITLE}\n"
    yield "For each file nanproof reads the nearest `nanproof.toml`, or the nearest `pyproject.toml` with a table"
    yield "`[tool.nanproof]`. What an editor or the command line sets overrules it. Patterns are those of `.gitignore`,"
    yield "from the folder of the file they stand in. `--config FILE` names another file; `--isolated` reads none."
    yield "`nanproof config FILE` prints what holds for a file, and where it comes from. `nanproof.schema.json` beside"
    yield "this page is the JSON schema.\n"
    yield "Editors set the same keys, spelt as here or as in `secondsPerFile`: in the initialization options, or in the"
    yield "changed configuration. When the file is broken, an editor goes on with the last good one and says so once;"
    yield "`check` says what is wrong on which line, and exits with 2.\n"
    yield "| key | | default | for example |"
    yield "|---|---|---|---|"
    for key in KEYS.values():
        default = f"`{json.dumps(key.default)}`" if key.default is not None else ""
        yield f"| `{key.name}` | {key.description} | {default} | `{key.name} = {key.example}` |"
