"""The formats by their names."""

from __future__ import annotations

from enum import Enum


class OutputFormat(Enum):
    """How findings are printed: for people, line by line, for programs, for code hosts."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    JSON_LINES = "json-lines"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
