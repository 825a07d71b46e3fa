"""`nanproof mcp`, asked by the protocol's own client over pipes."""

import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.types import CallToolResult, TextContent

import nanproof
from nanproof import __version__
from nanproof.cli.command import main

FAULTY = "import torch\nfrom net import net\ny = torch.log(torch.softmax(net(x), -1))\nz = torch.sqrt(net(x) ** 2)\n"


@asynccontextmanager
async def assistant(folder: Path) -> AsyncIterator[Client]:
    """Start a server in a folder, and speak to it."""
    path = os.pathsep.join([str(Path(nanproof.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "nanproof", "mcp"], env={"PYTHONPATH": path}, cwd=folder
    )
    async with Client(stdio_client(server)) as client:
        yield client


def sentence(answer: CallToolResult) -> str:
    """Return what a tool says that could not answer."""
    assert answer.is_error
    (content,) = answer.content
    assert isinstance(content, TextContent)
    return str(content.text)


async def test_it_says_who_it_is_and_what_it_can(tmp_path: Path) -> None:
    async with assistant(tmp_path) as client:
        assert client.server_info is not None
        assert (client.server_info.name, client.server_info.version) == ("nanproof", __version__)
        assert "nothing of it is run" in (client.instructions or "")
        tools = {each.name: each for each in (await client.list_tools()).tools}
    assert set(tools) == {"check_snippet", "explain_rule"}
    assert tools["check_snippet"].input_schema["required"] == ["code"]
    assert set(tools["check_snippet"].input_schema["properties"]) == {"code", "filename"}


async def test_it_answers_what_check_and_explain_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "net.py").write_text("import torch\ndef net(x):\n    return torch.nn.Linear(2, 2)(x)\n")
    (tmp_path / "nanproof.toml").write_text("severity = { NAN101 = 'error' }")
    (tmp_path / "new.py").write_text(FAULTY)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "new.py", "--output-format", "json"]) == 1
    findings = json.loads(capsys.readouterr().out)
    assert main(["explain", "NAN1", "--output-format", "json"]) == 0
    rules = json.loads(capsys.readouterr().out)
    (tmp_path / "new.py").unlink()
    async with assistant(tmp_path) as client:
        checked = await client.call_tool("check_snippet", {"code": FAULTY, "filename": "new.py"})
        explained = await client.call_tool("explain_rule", {"code": "NAN1"})
    assert checked.structured_content == {"findings": findings, "lines_not_looked_at": []}
    assert findings[0]["severity"] == "error"
    assert explained.structured_content == {"rules": rules}


async def test_what_it_cannot_answer_it_says_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "nanproof.toml").write_text("levle = 'hint'")
    async with assistant(tmp_path) as client:
        for filename, said in (
            ("plot.png", "this is not a Python file"),
            ("book.ipynb", "this is not a notebook"),
            ("broken/a.py", "broken/nanproof.toml:1: there is no key 'levle'; did you mean level?"),
        ):
            answer = await client.call_tool("check_snippet", {"code": FAULTY, "filename": filename})
            assert said in sentence(answer)
        assert "did you mean NAN101?" in sentence(await client.call_tool("explain_rule", {"code": "NAN1O1"}))
        good = await client.call_tool("check_snippet", {"code": "x = 1\n"})
        assert good.structured_content == {"findings": [], "lines_not_looked_at": []}


def test_it_ends_with_its_input() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nanproof", "mcp"], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, b"")


def test_without_the_package_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "nanproof.cli.model_context", raising=False)
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    assert main(["mcp"]) == 2
    assert capsys.readouterr().err == (
        "nanproof: the Model Context Protocol needs a package that is not installed: pip install 'mcp>=2.3,<3'\n"
    )
