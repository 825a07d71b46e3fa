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
    yield "nanproof reads `nanproof.toml`, or the table `[tool.nanproof]` of `pyproject.toml`: the nearest to each"
    yield "file. A `pyproject.toml` without that table is passed over. What an editor or the command line sets"
    yield "overrules the file; patterns are those of `.gitignore`, from the folder of the file in which they stand."
    yield "`--config FILE` names another file, `--isolated` reads none, and `nanproof config FILE` prints what holds"
    yield "for a file and where it comes from."
    yield "`nanproof.schema.json` beside this page is its JSON schema.\n"
    yield "Editors set the same keys, as they are or as `secondsPerFile`, in the initialization options or the"
    yield "changed configuration. A file that is broken leaves the last good configuration in an editor, which says so"
    yield "once; `check` says what is wrong on which line, and exits with 2.\n"
    yield "| key | | default | for example |"
    yield "|---|---|---|---|"
    for key in KEYS.values():
        default = f"`{json.dumps(key.default)}`" if key.default is not None else ""
        yield f"| `{key.name}` | {key.description} | {default} | `{key.name} = {key.example}` |"
