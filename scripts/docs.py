"""Write the documentation pages that are generated: the rules', the catalogue's, the configuration's.

usage: python scripts/docs.py [--check]     (--check writes nothing and fails where a page is stale)
"""

from __future__ import annotations

import sys
from pathlib import Path

from nanproof.catalog import load
from nanproof.catalog.claim_schema import load_claims
from nanproof.configuration import pages as configuration
from nanproof.explain.catalog_page import page
from nanproof.findings.rule import PAGES
from nanproof.rules.registry import RULES

DOCS = Path(__file__).parent.parent / "docs"


def pages() -> dict[Path, str]:
    """Return the text of every page by its path."""
    rules = {PAGES / f"{rule.name}.md": rule.documentation for rule in RULES.values()}
    return {
        **rules,
        DOCS / "catalog.md": page(load(), load_claims()),
        DOCS / "configuration.md": configuration.page(),
        DOCS / "nanproof.schema.json": configuration.json_schema(),
    }


def stale() -> list[Path]:
    """Return the pages that do not say what the rules and the catalogue say."""
    return [path for path, text in pages().items() if not path.is_file() or path.read_text("utf-8") != text]


def main(arguments: list[str]) -> int:
    """Write or check the pages; return the exit code."""
    old = stale()
    if "--check" in arguments:
        for path in old:
            print(f"{path} is stale: run python scripts/docs.py", file=sys.stderr)
        return 1 if old else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for path in old:
        path.write_text(pages()[path], "utf-8")
        print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
