"""One direction, no circles, and the core knows neither the editor nor a framework."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from nanproof.rules.registry import RULES
from tests.architecture.imports import MODULES, imported, package_of

# Who may know whom: a package may import those that stand before it.
ORDER = (
    "source",
    "releases",
    "catalog",
    "values",
    "declarations",
    "names",
    "infer",
    "sites",
    "changes",
    "masks",
    "forms",
    "uses",
    "findings",
    "rules",
    "fixes",
    "explain",
    "incremental",
    "budget",
    "analysis",
    "suspects",
    "traces",
    "configuration",
)
CORE = frozenset(ORDER)
# What both edges use that is no part of the core: it speaks of the disk and of the terminal's folder. A search uses the
# others.
SHARED = ("files", "printed", "searches")
EDGES = frozenset({"lsp", "cli", "cache", "watchdog", "__main__", "import_path", "nanproof"})
FOREIGN = frozenset(
    {"pygls", "lsprotocol", "tensorflow", "torch", "jax", "keras", "numpy", "scipy", "flax", "sklearn", "pandas"}
)
# Ways out of the core, to the disk, the net, another process or the clock, and ways to run code. The reader is the one
# door, the catalogue reads its own data, and jedi its own stubs.
WAYS_OUT = frozenset(
    {"os", "pathlib", "io", "subprocess", "socket", "urllib", "shutil", "glob", "time", "datetime", "threading",
     "asyncio", "importlib", "runpy", "random", "logging", "tempfile"}
)  # fmt: skip
DOORS = {
    "nanproof.source.reader": {"os", "pathlib"},
    "nanproof.catalog.loader": {"pathlib"},
    "nanproof.catalog.logged": {"pathlib"},
    "nanproof.catalog.claim_schema": {"pathlib"},
    "nanproof.findings.rule": {"pathlib"},
    "nanproof.names.jedi_environment": {"importlib", "pathlib"},
    "nanproof.names.jedi_resolver": {"importlib", "pathlib"},
    "nanproof.configuration.configuration": {"pathlib"},
    "nanproof.configuration.kinds": {"pathlib"},
    "nanproof.configuration.nearest": {"pathlib"},
    "nanproof.names.stubgen": {"pathlib", "shutil"},
}

core_modules = sorted(module for module in MODULES if package_of(module) in CORE)


def test_every_package_has_a_place() -> None:
    assert {package_of(module) for module in MODULES} == CORE | {*SHARED} | EDGES


@pytest.mark.parametrize("module", core_modules)
def test_imports_go_one_way(module: str) -> None:
    known = ORDER[: ORDER.index(package_of(module)) + 1]
    ours = {package_of(name) for name in imported(module) if name.startswith("nanproof.")}
    assert ours <= set(known)


def test_the_package_of_rules_holds_rules_and_their_list_alone() -> None:
    inside = {module for module in MODULES if module.startswith("nanproof.rules.")} - {"nanproof.rules.registry"}
    trees = [ast.parse(MODULES[module].read_text(encoding="utf-8")) for module in inside]
    texts = {(ast.get_docstring(tree, clean=False) or "").strip() for tree in trees}
    assert texts == {rule.documentation.strip() for rule in RULES.values()}
    assert len(inside) == len(RULES)


@pytest.mark.parametrize("package", sorted({package_of(module) for module in core_modules}))
def test_a_package_says_what_it_is_for(package: str) -> None:
    source = MODULES[f"nanproof.{package}"].read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source))


@pytest.mark.parametrize("module", core_modules)
def test_the_core_knows_no_editor_and_no_framework(module: str) -> None:
    assert not {name.partition(".")[0] for name in imported(module)} & FOREIGN


@pytest.mark.parametrize("module", core_modules)
def test_the_core_has_one_door_to_the_world(module: str) -> None:
    out = {name.partition(".")[0] for name in imported(module)} & WAYS_OUT
    assert out <= DOORS.get(module, set())


@pytest.mark.parametrize("module", core_modules)
def test_nothing_is_executed(module: str) -> None:
    source = MODULES[module].read_text(encoding="utf-8")
    assert not [name for name in ("eval(", "exec(", "__import__(", "import_module(") if name in source]


def test_no_module_imports_itself_through_others() -> None:
    ours = {module: {name for name in imported(module) if name in MODULES} for module in MODULES}
    state: dict[str, str] = {}

    def visit(module: str, path: tuple[str, ...]) -> None:
        if state.get(module) == "done":
            return
        assert module not in path, " -> ".join((*path[path.index(module) :], module))
        for name in sorted(ours[module]):
            visit(name, (*path, module))
        state[module] = "done"

    for module in sorted(ours):
        visit(module, ())


def test_only_lsp_imports_pygls() -> None:
    using = {package_of(module) for module in MODULES for name in imported(module) if name.startswith(("pygls", "lsp"))}
    assert using == {"lsp"}


def test_what_both_edges_use_knows_neither() -> None:
    for module in MODULES:
        if package_of(module) in SHARED:
            ours = {package_of(name) for name in imported(module) if name.startswith("nanproof.")}
            before = SHARED.index(package_of(module)) if package_of(module) == "searches" else 0
            assert ours <= {*CORE, *SHARED[:before], package_of(module)}, module


def test_the_cache_does_not_know_who_uses_it() -> None:
    ours = {package_of(name) for module in MODULES if package_of(module) == "cache" for name in imported(module)
            if name.startswith("nanproof.")}  # fmt: skip
    assert ours <= {*CORE, *SHARED, "cache"}


def test_the_terminal_and_the_server_do_not_know_each_other() -> None:
    for module in MODULES:
        if package_of(module) in ("lsp", "cli"):
            other = "nanproof.cli" if package_of(module) == "lsp" else "nanproof.lsp"
            at_top = {name for name in imported(module) if name.startswith(other)}
            assert at_top <= {"nanproof.lsp.start"}, module


def _loaded(*arguments: str) -> set[str]:
    """Return the modules that `nanproof` loads for some arguments."""
    program = (
        "import sys\n"
        "from nanproof.__main__ import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "print('\\n' + ' '.join(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.splitlines()[-1].split())


def test_checking_never_loads_the_protocol(tmp_path: Path) -> None:
    file = tmp_path / "train.py"
    file.write_text("import torch\n\nq = torch.log(torch.relu(torch.rand(3)))\n", encoding="utf-8")
    loaded = _loaded("check", str(file))
    assert "nanproof.infer.engine" in loaded
    assert not {name.partition(".")[0] for name in loaded} & FOREIGN


def test_explaining_loads_neither_the_protocol_nor_jedi() -> None:
    loaded = _loaded("explain", "NAN101")
    assert not {name.partition(".")[0] for name in loaded} & {*FOREIGN, "jedi"}
