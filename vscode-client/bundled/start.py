"""Runs the nanproof that the extension carries, or the one that is installed for this Python.

    python start.py STRATEGY ARGUMENT...    run nanproof; STRATEGY is `useBundled` or `fromEnvironment`
    python start.py STRATEGY                say what would run, as a line of JSON

A Python that is too old must be able to read this file as well: the extension says of it what is wrong.
"""

import json
import os
import sys


def main():
    """Run nanproof and return the exit code."""
    strategy, arguments = sys.argv[1], sys.argv[2:]
    here = os.path.dirname(os.path.abspath(__file__))
    libs = os.path.join(here, "libs")
    sys.path[:] = [entry for entry in sys.path if entry != here]
    is_bundled = os.path.isdir(libs) and (strategy == "useBundled" or not is_installed())
    if is_bundled:
        sys.path.insert(0, libs)
    if not arguments:
        print(json.dumps(described(is_bundled)))
        return 0
    sys.argv[:] = ["nanproof"] + arguments
    from nanproof.__main__ import main as run

    return run()


def is_installed():
    """Say whether this Python has a nanproof of its own."""
    from importlib.util import find_spec

    return find_spec("nanproof") is not None


def described(is_bundled):
    """Return which Python this is, and what keeps nanproof from running on it."""
    problem = None
    if sys.version_info[:2] >= (3, 10):
        try:
            import nanproof
            import tree_sitter
            import tree_sitter_python  # made for a version of Python and a kind of processor
        except ImportError as error:
            problem = str(error)
    return {
        "version": list(sys.version_info[:3]),
        "executable": sys.executable,
        "isBundled": is_bundled,
        "problem": problem,
    }


if __name__ == "__main__":
    sys.exit(main())
