"""An editor at a server: what it holds open, what it was told, and what it must have been told.

What it does is data, so that it can be done again: a step is its kind, the document that it is about, and more.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fuzzing.disagreement import Disagreement
from fuzzing.text_model import Edit, edited, index_of, lines_of, position_of, settled
from fuzzing.wire import Message, Wire
from nanproof.analysis import Diagnosis, Project
from nanproof.configuration.selection import is_at
from nanproof.findings.finding import Severity
from nanproof.fixes.applied import at_once, proposals
from nanproof.fixes.applied import edited as with_fixes
from nanproof.source.document import Document
from nanproof.source.reader import DiskReader, OverlayReader, path_key

SECONDS = 60.0  # for an answer, without a word and without work
MOST_SECONDS = 600.0  # for an answer, on however busy a machine
SECONDS_PER_FILE = 600  # what a budget of time leaves out depends on the machine, and cannot be compared
SECONDS_TO_CATCH_UP = 8.0  # without a word and without work, with something still wrong
_SEVERITIES = {"error": 1, "warning": 2, "information": 3, "hint": 4}
_PUBLISH = "textDocument/publishDiagnostics"

Step = tuple[str, str, Any]


@dataclass(frozen=True, slots=True)
class Habits:
    """What sets one editor apart from another, and how much is asked of the server."""

    encoding: str = "utf-16"
    watches: bool = True
    configures: bool = True
    strict: bool = True


@dataclass(slots=True)
class Open:
    """An open document as its editor holds it."""

    text: str
    version: int


@dataclass(slots=True)
class Editor:
    """A client that knows what each text is."""

    root: Path
    wire: Wire
    habits: Habits
    documents: dict[str, Open] = field(default_factory=dict)
    published: dict[str, Message] = field(default_factory=dict)
    sound: dict[str, str] = field(default_factory=dict)
    edits: int = 0
    compared: int = 0
    watched: bool = False
    is_leaving: bool = False
    _asked: dict[int, Callable[[Message], None]] = field(default_factory=dict)
    _number: int = 0

    def do(self, step: Step) -> None:
        """Do a step, if it still makes sense: when others are left out, a document may not be open any more."""
        kind, name, value = step
        if (name in self.documents) != (kind in ("open", "configure", "disk")) or kind in ("configure", "disk"):
            _STEPS[kind](self, name, value)
        self._listen()

    def is_broken(self, name: str) -> bool:
        """Say whether the parser does not understand a document; remember the text that it did understand."""
        text = self.documents[name].text
        if Document(name, _encoded(text)).tree.root_node.has_error:
            return self.sound.setdefault(name, "") != text
        self.sound[name] = text
        return False

    def settle(self) -> None:
        """Wait until the server has answered all, and published what it found in the latest texts."""
        self._until(lambda: not self._asked and all(map(self._is_published, self.documents)))

    def _is_published(self, name: str) -> bool:
        return self.published.get(name, {}).get("version") == self.documents[name].version

    # What an editor does.

    def greet(self) -> None:
        """Shake hands."""
        habits = self.habits
        capabilities = {
            "general": {"positionEncodings": [habits.encoding]},
            "workspace": {
                "configuration": habits.configures,
                "didChangeConfiguration": {"dynamicRegistration": habits.configures},
                "didChangeWatchedFiles": {"dynamicRegistration": habits.watches},
            },
            "textDocument": {
                "synchronization": {"didSave": True},
                "publishDiagnostics": {"relatedInformation": True, "versionSupport": True, "dataSupport": True},
                "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
            },
        }
        folder = self.root.as_uri()
        greeting = {
            "processId": None,
            "rootUri": folder,
            "workspaceFolders": [{"uri": folder, "name": "fuzzed"}],
            "capabilities": capabilities,
            "initializationOptions": {"secondsPerFile": SECONDS_PER_FILE},
        }
        self._ask("initialize", greeting, self._agreed_on)
        self._until(lambda: not self._asked)
        self._tell("initialized", {})

    def leave(self) -> None:
        """Say good-bye; the server must end as it should, and have complained of nothing."""
        self.is_leaving = True
        self._ask("shutdown", None, lambda _: None)
        self._until(lambda: not self._asked)
        self._tell("exit", None)
        status, errors = self.wire.leave(), self.wire.errors()
        if status or errors:
            raise Disagreement("Left", f"exit code {status}: {errors}", "exit code 0 and nothing on standard error")

    def _open(self, name: str, value: str | None) -> None:
        text = value if value is not None else self._on_disk(name)
        self.documents[name] = Open(_joined(text), 1)
        item = {"uri": self.uri(name), "languageId": "python", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": item})

    def _change(self, name: str, value: tuple[int, list[tuple[int, int, str]]]) -> None:
        jump, edits = value
        opened, changes = self.documents[name], []
        for start, stop, text in edits:
            size = len(opened.text)
            where = [settled(opened.text, min(each, size)) for each in (start, max(start, stop))]
            changes.append({"range": self._range(opened.text, *where), "text": text})
            opened.text = edited(opened.text, Edit(where[0], where[1], _joined(text)))
        self._changed(name, jump, changes)

    def _whole(self, name: str, value: tuple[int, str]) -> None:
        jump, text = value
        self.documents[name].text = _joined(text)
        self._changed(name, jump, [{"text": text}])

    def _changed(self, name: str, jump: int, changes: list[Message]) -> None:
        self.documents[name].version += jump
        self.edits += len(changes)
        identifier = {"uri": self.uri(name), "version": self.documents[name].version}
        self._tell("textDocument/didChange", {"textDocument": identifier, "contentChanges": changes})

    def _save(self, name: str, _value: object = None) -> None:
        self._write(name, self.documents[name].text.encode("utf-8", "replace"))
        self._tell("textDocument/didSave", {"textDocument": {"uri": self.uri(name)}})

    def _close(self, name: str, _value: object = None) -> None:
        if not self.habits.strict:
            self._save(name)
        del self.documents[name]
        self._tell("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})

    def _disk(self, name: str, text: str) -> None:
        """Let another program write a file; whoever watches is told."""
        self._write(name, text.encode("utf-8", "replace"))
        if self.watched:
            self._tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": self.uri(name), "type": 2}]})
        else:
            for opened in self.documents:
                self._change(opened, (1, [(0, 0, "")]))  # nobody else says that it is time to look again

    def _configure(self, _name: str, settings: object) -> None:
        self._tell("workspace/didChangeConfiguration", {"settings": settings})

    def _hover(self, name: str, value: tuple[int, bool]) -> None:
        index, cancels = value
        opened = self.documents[name]
        index = settled(opened.text, min(index, len(opened.text)))
        where = self._range(opened.text, index, index)["start"]
        self._ask("textDocument/hover", {"textDocument": {"uri": self.uri(name)}, "position": where}, _is_hover)
        if cancels:
            self._tell("$/cancelRequest", {"id": self._number})

    def _actions(self, name: str, value: tuple[int, int, bool]) -> None:
        *indices, cancels = value
        opened = self.documents[name]
        start, stop = sorted(settled(opened.text, min(index, len(opened.text))) for index in indices)
        self._ask_for_actions(name, self._range(opened.text, start, stop), _are_actions)
        if cancels:
            self._tell("$/cancelRequest", {"id": self._number})

    # What the server must have said.

    def _compare(self, name: str, _value: object = None) -> None:
        """Compare what was published last; unless strict, of one document that was looked at just now."""
        if not self.habits.strict:
            for each in self.documents:
                self._save(each)
            self._change(name, (1, [(0, 0, "")]))
        names = list(self.documents) if self.habits.strict else [name]
        found = {each: self._found_anew(each) for each in names}
        for each, diagnoses in found.items():
            self._catch_up(each, [self._written(each, diagnosis) for diagnosis in diagnoses])
        self._until(lambda: not self._asked)
        self._rest()
        for closed in [path for path in self.published if path not in self.documents]:
            self._catch_up(closed, [])
        self._offered(name, found[name])
        self.compared += 1

    def _catch_up(self, name: str, expected: list[object]) -> None:
        version = self.documents[name].version if name in self.documents else None
        quiet_since = time.monotonic()
        while not self._has_said(name, version, expected):
            if self._listen(0.2) or self.wire.is_busy():
                quiet_since = time.monotonic()
            elif time.monotonic() - quiet_since > SECONDS_TO_CATCH_UP:
                said = self.published.get(name, {})
                found = f"version {said.get('version')}: {_shown(said)!r}"
                raise Disagreement(f"diagnostics of {name}", found, f"version {version}: {expected!r}")

    def _rest(self) -> None:
        """Wait until nothing more comes: what was found before a key is told without fixes, until it is found again."""
        while self._listen(0.2) or self.wire.is_busy():
            pass

    def _has_said(self, name: str, version: int | None, expected: list[object]) -> bool:
        said = self.published.get(name)
        return said is not None and said.get("version") == version and _shown(said) == expected

    def _found_anew(self, name: str) -> tuple[Diagnosis, ...]:
        path = str(self.root / name)
        texts = {path_key(str(self.root / each)): _encoded(opened.text) for each, opened in self.documents.items()}
        project = Project(str(self.root), OverlayReader(texts, DiskReader()))
        return project.diagnose(Document(path, _encoded(self.documents[name].text)))

    def _written(self, name: str, diagnosis: Diagnosis) -> object:
        """Return a finding as the server must publish it, counted by the model."""
        text, finding = self.documents[name].text, diagnosis.finding
        indices = (len(_decoded(_encoded(text)[:offset])) for offset in (finding.span.start, finding.span.end))
        message = "\n".join(finding.message.split("\n")[:2])
        where = self._range(text, *indices)
        return json.loads(json.dumps([where, finding.code, _SEVERITIES[finding.severity.value], message]))

    def _offered(self, name: str, diagnoses: tuple[Diagnosis, ...]) -> None:
        """Ask for all that can be done about a document, and compare what it leads to."""
        text = self.documents[name].text
        document = Document(str(self.root / name), _encoded(text))
        results = {with_fixes(document, [fix]).text for each in diagnoses for fix in each.fixes if fix.edits}
        automatic = at_once(document, proposals(diagnoses, lambda finding: is_at(finding.severity, Severity.WARNING)))
        results.add(with_fixes(document, [each.fix for each in automatic]).text)

        def compare(answer: Message) -> None:
            _are_actions(answer)
            for action in answer["result"] or ():
                changes = action["edit"]["changes"][self.uri(name)]
                if action["kind"] == "quickfix" and self._applied(text, changes) not in results:
                    raise Disagreement("action", action["title"], "an edit that the analysis offers")

        self._ask_for_actions(name, self._range(text, 0, len(text)), compare)
        self._until(lambda: not self._asked)

    def _applied(self, text: str, changes: list[Message]) -> str:
        lines, edits = lines_of(text), []
        for change in changes:
            start, stop = (
                index_of(text, lines, where["line"], where["character"], self.habits.encoding)
                for where in (change["range"]["start"], change["range"]["end"])
            )
            edits.append(Edit(start, stop, change["newText"]))
        for edit in sorted(edits, key=lambda each: (each.start, each.stop), reverse=True):
            text = edited(text, edit)
        return text

    # Messages.

    def uri(self, name: str) -> str:
        """Return the URI of a document."""
        return (self.root / name).as_uri()

    def _ask_for_actions(self, name: str, where: Message, then: Callable[[Message], None]) -> None:
        diagnostics = self.published.get(name, {}).get("diagnostics", [])
        params = {"textDocument": {"uri": self.uri(name)}, "range": where, "context": {"diagnostics": diagnostics}}
        self._ask("textDocument/codeAction", params, then)

    def _ask(self, method: str, params: Mapping[str, object] | None, then: Callable[[Message], None]) -> None:
        self._number += 1
        self._asked[self._number] = then
        self.wire.send({"id": self._number, "method": method, "params": params})

    def _tell(self, method: str, params: Mapping[str, object] | None) -> None:
        self.wire.send({"method": method, "params": params})

    def _until(self, is_so: Callable[[], bool]) -> None:
        started = quiet_since = time.monotonic()
        while not is_so():
            if self._listen(0.2) or self.wire.is_busy():
                quiet_since = time.monotonic()
            if time.monotonic() > min(quiet_since + SECONDS, started + MOST_SECONDS):
                found = f"requests without an answer: {[*self._asked]}"
                raise Disagreement("Hung", found, f"an answer within {SECONDS:g} s, {MOST_SECONDS:g} s while it works")

    def _listen(self, seconds: float = 0.0) -> bool:
        """Take in what the server said meanwhile; say whether it said anything."""
        message = self.wire.receive(seconds)
        has_said = message is not None
        while message is not None:
            self._hear(message)
            message = self.wire.receive(0)
        return has_said

    def _hear(self, message: Message) -> None:
        method: str | None = message.get("method")
        params: Message = message.get("params") or {}
        if method is None:
            self._asked.pop(message["id"])(message)
        elif method == _PUBLISH:
            self.published[self._name(params["uri"])] = params
        elif method == "window/logMessage" and params["type"] == 1 and not self._is_known(params["message"]):
            raise Disagreement("Logged", params["message"], "nothing to complain of")
        elif "id" in message:
            self._answer(message)

    def _answer(self, message: Message) -> None:
        result = None
        if message["method"] == "client/registerCapability":
            methods = [each["method"] for each in message["params"]["registrations"]]
            self.watched |= "workspace/didChangeWatchedFiles" in methods
        elif message["method"] == "workspace/configuration":
            result = [None for _ in message["params"]["items"]]
        self.wire.send({"id": message["id"], "result": result})

    def _is_known(self, message: str) -> bool:
        # FIXME: a shutdown while a document is looked at is taken for an analysis that had to be broken off
        return self.is_leaving and "had to break off" in message

    def _agreed_on(self, answer: Message) -> None:
        found = answer["result"]["capabilities"].get("positionEncoding", "utf-16")
        if found != self.habits.encoding:
            raise Disagreement("encoding", found, self.habits.encoding)

    def _name(self, uri: str) -> str:
        return uri.removeprefix(self.root.as_uri()).removeprefix("/")

    def _range(self, text: str, start: int, stop: int) -> Message:
        lines = lines_of(text)
        places = (position_of(text, lines, settled(text, index), self.habits.encoding) for index in (start, stop))
        first, last = ({"line": line, "character": column} for line, column in places)
        return {"start": first, "end": last}

    def _on_disk(self, name: str) -> str:
        return (self.root / name).read_bytes().decode("utf-8")

    def _write(self, name: str, data: bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


_STEPS: dict[str, Callable[[Editor, str, Any], None]] = {
    "open": Editor._open,
    "change": Editor._change,
    "whole": Editor._whole,
    "save": Editor._save,
    "close": Editor._close,
    "disk": Editor._disk,
    "configure": Editor._configure,
    "hover": Editor._hover,
    "actions": Editor._actions,
    "wait": lambda editor, _name, _value: editor.settle(),
    "compare": Editor._compare,
}


def _shown(said: Message) -> list[object]:
    """Return what is compared of the diagnostics that were published."""
    return [
        [each["range"], each.get("code"), each.get("severity"), each["message"]] for each in said.get("diagnostics", [])
    ]


def _is_hover(answer: Message) -> None:
    result = answer.get("result")
    if "error" in answer and answer["error"]["code"] != _CANCELLED:
        raise Disagreement("hover", repr(answer["error"]), "an answer, or that it was cancelled")
    if result is not None and not result.get("contents"):
        raise Disagreement("hover", repr(result), "contents")


def _are_actions(answer: Message) -> None:
    if "error" in answer and answer["error"]["code"] != _CANCELLED:
        raise Disagreement("actions", repr(answer["error"]), "an answer, or that it was cancelled")
    if not isinstance(answer.get("result", []), list | None):
        raise Disagreement("actions", repr(answer["result"]), "a list")


_CANCELLED = -32800


def _joined(text: str) -> str:
    """Join the halves of surrogate pairs, as JSON does."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
