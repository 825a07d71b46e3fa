"""The list of repositories: `pinned.toml`, each with the one commit that is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import tomli

FILE = Path(__file__).with_name("pinned.toml")
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_FIELDS = frozenset({"name", "url", "commit"})


class PinError(Exception):
    """A list that cannot be used; the text of the error says where and why."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository that anybody can clone, at one commit."""

    name: str
    url: str
    commit: str

    @property
    def folder(self) -> str:
        """The name of its checkout: `google-deepmind+optax`."""
        return self.name.replace("/", "+")


def pinned(path: Path = FILE) -> tuple[Repository, ...]:
    """Read the list from its file."""
    try:
        return parsed(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, PinError) as error:
        raise PinError(f"{path}: {error}") from error


def parsed(text: str) -> tuple[Repository, ...]:
    """Read the list from its text."""
    try:
        entries = tomli.loads(text).get("repository", [])
    except tomli.TOMLDecodeError as error:
        raise PinError(f"no TOML: {error}") from error
    if not isinstance(entries, list) or not entries:
        raise PinError("there is no [[repository]]")
    found = tuple(_repository(number, entry) for number, entry in enumerate(entries, 1))
    for number, each in enumerate(found):
        if each.name in {before.name for before in found[:number]}:
            raise PinError(f"{each.name} is listed twice")
    return found


def _repository(number: int, entry: object) -> Repository:
    if (
        not isinstance(entry, dict)
        or set(entry) != _FIELDS
        or not all(isinstance(each, str) for each in entry.values())
    ):
        raise PinError(f"repository {number} must have the texts name, url and commit, and nothing else")
    name, url, commit = entry["name"], entry["url"], entry["commit"]
    if _NAME.fullmatch(name) is None:
        raise PinError(f"repository {number}: {name!r} is no owner/name")
    if _COMMIT.fullmatch(commit) is None:
        raise PinError(f"{name}: {commit!r} is no commit of 40 hexadecimal digits")
    return Repository(name, url, commit)


def chosen(repositories: tuple[Repository, ...], names: list[str] | None) -> tuple[Repository, ...]:
    """Return those of some names, in the order of the list; all where none is named."""
    if not names:
        return repositories
    unknown = sorted(set(names) - {each.name for each in repositories})
    if unknown:
        raise PinError(f"not in the list: {', '.join(unknown)}")
    return tuple(each for each in repositories if each.name in names)
