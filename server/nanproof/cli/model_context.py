"""`nanproof mcp`: a server of the Model Context Protocol, which coding assistants ask about code that they wrote.

Its tools answer what `check` and `explain` print as JSON. The package that speaks the protocol is an extra, `mcp`.
"""

from __future__ import annotations

from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from nanproof import __version__
from nanproof.cli.configured import ConfigurationError, Configurations
from nanproof.cli.explain import described, named
from nanproof.cli.inspection import inspect_source
from nanproof.cli.processes import OnDisk
from nanproof.configuration.selection import UnknownRuleError
from nanproof.files.loading import loaded
from nanproof.files.paths import absolute
from nanproof.files.roots import root_of
from nanproof.printed.objects import finding
from nanproof.watchdog import limits_of

INSTRUCTIONS = """\
nanproof finds what makes NaN or Inf in Python code that trains models (TensorFlow, Keras, PyTorch, JAX, NumPy). Check
what you write before it is run; nothing of it is run here. Of a finding apply all edits of its "fix", or none, then
check again. Leave alone what is "unsafe" unless its reason holds. Rows and columns count from 1, columns in characters.
"""


def serve() -> int:
    """Answer on standard input and output until the input ends; return the exit code."""
    server = MCPServer("nanproof", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING")
    server.tool()(check_snippet)
    server.tool()(explain_rule)
    server.run("stdio")
    return 0


# What is async is called by the main thread, one call after the other: this is the thread that the watchdog can
# interrupt, and the analysis knows no other. The docstrings are what the model reads of the tools.


async def check_snippet(code: str, filename: str = "snippet.py") -> dict[str, Any]:
    """Find what makes NaN or Inf in the text of a Python file or notebook, which is, or will be, the named file."""
    path = absolute(filename)
    configurations = Configurations()
    try:
        configuration = configurations.of(path)
    except ConfigurationError as error:
        raise ToolError(str(error)) from error
    project = OnDisk(configuration.preferences)(root_of(path))
    source = loaded(path, code.encode("utf-8", "surrogatepass"))
    inspection = inspect_source(project, path, source, limits_of(configuration))
    if inspection.problem is not None:
        raise ToolError(inspection.problem.sentence)
    found = [finding(each) for each in configurations.shown(path, inspection.records)]
    return {"findings": found, "lines_not_looked_at": inspection.unseen}


async def explain_rule(code: str) -> dict[str, Any]:
    """Explain a rule by its code or name: what it finds, why that is bad, an example, and what to write instead."""
    try:
        return {"rules": [described(rule) for rule in named([code])]}
    except UnknownRuleError as error:
        raise ToolError(str(error)) from error
