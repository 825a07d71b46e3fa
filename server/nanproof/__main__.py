"""`nanproof` and `python -m nanproof`."""

import sys

from nanproof.import_path import keep_out_the_working_folder

__all__ = ["main"]


def main() -> int:
    """Run nanproof and return the exit code."""
    keep_out_the_working_folder()
    from nanproof.cli.command import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
