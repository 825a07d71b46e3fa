"""Checkouts of the listed repositories: cloned once, of each the Python files of one commit, and used again."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from repositories.pinned import Repository

CACHE = Path.home() / ".cache" / "nanproof-corpus"
_PATIENCE = 1800  # seconds, for one command of git
# What nanproof reads, and by what it knows a project: neither data nor pictures are fetched.
_WANTED = ("*.py", "*.pyi", ".gitignore", "pyproject.toml")
_QUIETLY = {"GIT_TERMINAL_PROMPT": "0", "GIT_LFS_SKIP_SMUDGE": "1"}


class CheckoutError(Exception):
    """A checkout that is not there, or not what was asked for; the text of the error says what to do."""


def checkout(repository: Repository, folder: Path) -> Path:
    """Return the checkout of a repository in a folder, cloned if it is not there yet."""
    path = folder / repository.folder
    if not path.exists():
        _clone(repository, folder, path)
    return existing(repository, folder)


def existing(repository: Repository, folder: Path) -> Path:
    """Return the checkout of a repository that is there, at its commit and as it was committed."""
    path = folder / repository.folder
    if not path.exists():
        raise CheckoutError(f"{path} is not there: `corpus.py clone` makes it")
    if not (path / ".git").exists():
        raise CheckoutError(f"{path} is no checkout of git: move it away")
    commit = _git("-C", str(path), "rev-parse", "HEAD").strip()
    if commit != repository.commit:
        wanted = repository.commit[:12]
        raise CheckoutError(f"{path} stands at {commit[:12]}, not at {wanted}: move it away, or give another --folder")
    if _git("-C", str(path), "status", "--porcelain").strip():
        raise CheckoutError(f"{path} is not as it was committed: move it away, or give another --folder")
    return path.resolve()


def _clone(repository: Repository, folder: Path, path: Path) -> None:
    """Clone beside the place first, so that what is there is always whole."""
    folder.mkdir(parents=True, exist_ok=True)
    partial = tempfile.mkdtemp(prefix=".partial-", dir=folder)
    try:
        _git("init", "--quiet", partial)
        _git("-C", partial, "remote", "add", "origin", repository.url)
        _git("-C", partial, "sparse-checkout", "set", "--no-cone", *_WANTED)
        _git("-C", partial, "fetch", "--quiet", "--depth", "1", "--filter=blob:none", "origin", repository.commit)
        _git("-C", partial, "-c", "core.autocrlf=false", "checkout", "--quiet", "--detach", "FETCH_HEAD")
        Path(partial).rename(path)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    try:
        done = subprocess.run(
            command, capture_output=True, check=True, timeout=_PATIENCE, env={**os.environ, **_QUIETLY}
        )
    except FileNotFoundError as error:
        raise CheckoutError("git is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise CheckoutError(f"`{' '.join(command)}` did not end within {_PATIENCE} seconds") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        raise CheckoutError(f"`{' '.join(command)}` failed: {said}") from error
    return done.stdout.decode("utf-8", "replace")
