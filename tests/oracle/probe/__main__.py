"""`python -m tests.oracle.probe [torch tensorflow keras jax numpy]`: probe them, say what nobody explains."""

from __future__ import annotations

import sys

from tests.oracle.probe.namespaces import NAMESPACES
from tests.oracle.probe.probed import unexplained


def main(frameworks: list[str]) -> int:
    """Print what breaks unexplained, a line each; return 1 where anything does."""
    found = 0
    for framework in frameworks or NAMESPACES:
        for module in NAMESPACES[framework]:
            told = list(unexplained([module]))
            found += len(told)
            print(f"{module}: {len(told) or 'nothing'} unexplained", *told, sep="\n  ", flush=True)
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
