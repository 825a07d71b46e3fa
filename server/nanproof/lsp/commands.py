"""The commands that a client can have run by name."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from lsprotocol import types

from nanproof import __version__

if TYPE_CHECKING:
    from nanproof.lsp.server import Server

DEBUG_INFO = "nanproof.debugInfo"


def register(server: Server) -> None:
    """Offer the commands."""
    server.command(DEBUG_INFO)(_debug_info)


def _debug_info(ls: Server) -> str:
    """Return what a bug report should say, and write it to the log: most clients show no answer."""
    documents, notebooks, lost = list(ls.documents), list(ls.notebooks), ls.documents.lost
    way = "asked for" if ls.client.pulls_diagnostics else "sent"
    lines = [
        f"nanproof {__version__}, pygls {version('pygls')}, lsprotocol {version('lsprotocol')}",
        f"Python {platform.python_version()} at {sys.executable}, {platform.platform()}",
        f"diagnostics are {way}, columns are counted in {ls.client.encoding.value}",
        f"folders: {', '.join(ls.folders()) or 'none'}",
        f"settings: {ls.settings}",
        f"open: {len(documents)} documents, of which {len(notebooks)} are notebooks; {len(lost)} are lost",
        f"the analysis was started {ls.questions.starts} times",
    ]
    report = "\n".join(lines)
    ls.log(report, types.MessageType.Info)
    return report
