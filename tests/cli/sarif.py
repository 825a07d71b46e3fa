"""Reports in SARIF, held against the schema that OASIS publishes with the standard.

`sarif-schema-2.1.0.json` is https://github.com/oasis-tcs/sarif-spec/blob/main/sarif-2.1/schema/sarif-schema-2.1.0.json,
as it is; copyright OASIS Open, whose standards may be copied and furnished to others.
"""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator

_VALIDATOR = Draft4Validator(json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text("utf-8")))


def only_run(text: str) -> dict[str, Any]:
    """Return the one run of a report, which is as the schema says."""
    told = json.loads(text)
    assert [each.message for each in _VALIDATOR.iter_errors(told)] == []
    [run] = told["runs"]
    held: dict[str, Any] = run
    return held
