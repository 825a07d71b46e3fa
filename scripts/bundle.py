"""Puts nanproof and all that it needs into vscode-client/bundled/libs, for one platform and every supported Python.

    python3 scripts/bundle.py                       for this machine
    python3 scripts/bundle.py --target darwin-arm64

Needs nothing but Python 3.10 or newer. Modules that are compiled for one version of Python lie side by
side, as their file names carry the version. What is put there is pinned in vscode-client/bundled/constraints.txt.
"""

import argparse
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUNDLED = ROOT / "vscode-client" / "bundled"
LIBS = BUNDLED / "libs"
CONSTRAINTS = BUNDLED / "constraints.txt"
LICENCES = BUNDLED / "LICENSES.txt"
PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
# What VS Code calls a platform, and what pip calls it.
TARGETS = {
    "linux-x64": ("manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"),
    "linux-arm64": ("manylinux2014_aarch64", "manylinux_2_17_aarch64", "manylinux_2_28_aarch64"),
    "alpine-x64": ("musllinux_1_1_x86_64", "musllinux_1_2_x86_64"),
    "darwin-x64": ("macosx_10_9_x86_64", "macosx_10_13_x86_64", "macosx_11_0_x86_64", "macosx_10_9_universal2"),
    "darwin-arm64": ("macosx_11_0_arm64", "macosx_11_0_universal2"),
    "win32-x64": ("win_amd64",),
    "win32-arm64": ("win_arm64",),
}
_PROCESSORS = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
# What is needed on some Pythons and systems only: pip asks the Python that it runs on.
ELSEWHERE = ("exceptiongroup", "colorama")
# Of no use here: a plugin's knowledge of Django, programs, where a package was installed from, and stubs of packages,
# which jedi reads only where it finds the package itself. Those of `six` stay, so that there is a folder of them.
_UNUSED = (
    "jedi/third_party/django-stubs",
    "jedi/third_party/typeshed/stubs/[!s]*",
    "jedi/third_party/typeshed/stubs/s[!i]*",
    "jedi/third_party/typeshed/stubs/si[!x]*",
    "bin",
    "*.dist-info/direct_url.json",
    "*.dist-info/RECORD",
)
_COMPILED_FOR = re.compile(r"\.(?:cpython-|cp)310\b")


def own_target() -> str:
    """Return what VS Code calls this machine."""
    system = {"darwin": "darwin", "win32": "win32"}.get(sys.platform, "linux")
    if system == "linux" and platform.libc_ver()[0] != "glibc":
        system = "alpine"
    return f"{system}-{_PROCESSORS.get(platform.machine().lower(), platform.machine())}"


def python_with_pip(folder: Path) -> str:
    """Return this Python, or one in a folder where it has no pip: uv makes environments without."""
    if find_spec("pip") is not None:
        return sys.executable
    made = folder / "venv"
    venv.create(made, with_pip=True)
    return str(made / ("Scripts" if sys.platform == "win32" else "bin") / "python")


def pip(python: str, *arguments: str | Path) -> None:
    """Run pip; its output is shown only when it fails."""
    command = [python, "-m", "pip", "--disable-pip-version-check", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"`{' '.join(command)}` failed:\n{done.stdout}{done.stderr}")


def bundle(target: str) -> None:
    """Write libs and licences for a platform."""
    shutil.rmtree(LIBS, ignore_errors=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = python_with_pip(folder)
        pip(runs, "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
        (wheel,) = folder.glob("nanproof-*.whl")
        pip(
            runs, "install", "--quiet", "--no-compile", "--target", LIBS, *wanted(target, PYTHONS[0]), wheel, *ELSEWHERE
        )
        for package in compiled_for_one_version():
            for python in PYTHONS[1:]:
                wheels = folder / python
                pip(runs, "download", "--quiet", "--no-deps", "--dest", wheels, *wanted(target, python), package)
                add_compiled(wheels.glob("*.whl"))
    for pattern in _UNUSED:
        for path in LIBS.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    LICENCES.write_text(f"\n{'-' * 80}\n\n".join(licences()), encoding="utf-8")


def wanted(target: str, python: str) -> Iterator[str | Path]:
    """Yield the options of pip that name a platform and a version of Python."""
    yield from ("--only-binary", ":all:", "--implementation", "cp", "--python-version", python)
    yield from ("--constraint", CONSTRAINTS)
    for tag in TARGETS[target]:
        yield from ("--platform", tag)


def compiled_for_one_version() -> Iterator[str]:
    """Yield the packages of which a module runs on the first Python only, each with its version."""
    for record in sorted(LIBS.glob("*.dist-info/RECORD")):
        if any(
            _COMPILED_FOR.search(line.partition(",")[0]) for line in record.read_text(encoding="utf-8").splitlines()
        ):
            yield "==".join(record.parent.name.removesuffix(".dist-info").split("-"))


def add_compiled(wheels: Iterable[Path]) -> None:
    """Put the compiled modules of wheels beside those that are there."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(LIBS, [name for name in archive.namelist() if name.endswith((".so", ".pyd"))])


def licences() -> Iterator[str]:
    """Yield the licence of each package, which asks to be shipped with it."""
    for information in sorted(LIBS.glob("*.dist-info")):
        package = " ".join(information.name.removesuffix(".dist-info").split("-"))
        files = sorted(
            path
            for path in information.rglob("*")
            if path.is_file() and re.match(r"(licen[cs]e|copying|notice|authors)", path.name, re.IGNORECASE)
        )
        if not files:
            raise SystemExit(f"{package} has no licence file: do not bundle it before its licence is known")
        texts = [path.read_text(encoding="utf-8").strip() for path in files]
        yield f"{package}\n\n" + "\n\n".join(texts) + "\n"


def main() -> int:
    """Bundle for the platform that is named."""
    parser = argparse.ArgumentParser(description="Put nanproof and what it needs into the VS Code extension.")
    parser.add_argument("--target", choices=TARGETS, default=own_target(), help="the platform, as VS Code calls it")
    target = parser.parse_args().target
    if target not in TARGETS:
        raise SystemExit(f"There are no compiled modules for {target}; --target takes {', '.join(TARGETS)}.")
    bundle(target)
    size = sum(path.stat().st_size for path in LIBS.rglob("*") if path.is_file())
    print(f"nanproof for {target} and Python {PYTHONS[0]} to {PYTHONS[-1]}: {size / 1e6:.0f} MB in {LIBS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
