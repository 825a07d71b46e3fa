"""`nanproof` and `python -m nanproof`."""

from __future__ import annotations

import sys

from nanproof.cli.command import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
