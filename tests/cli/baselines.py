"""A baseline as the command line names it."""

import os

from nanproof.cli.configured import Configurations
from nanproof.configuration.reading import Layer


def with_baseline(file: str) -> Configurations:
    """Return what holds with `--baseline FILE`."""
    return Configurations(Layer("command line", "", {"baseline": os.path.abspath(file)}))  # noqa: PTH100 - Path keeps `..`
