"""Where messages begin and end, whatever bytes come: in the reader, and in a server that is a real process."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanproof.lsp.framing import LARGEST_MESSAGE, End, Frame, Frames
from tests.lsp.editor import REAL, ROOT
from tests.lsp.test_process import EXIT, INITIALIZE, SHUTDOWN

SECONDS = 60.0


def framed(*messages: object) -> bytes:
    """Write messages as a client does; bytes are the body as they stand."""
    bodies = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in messages]
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)


def frames(data: bytes, at_once: int = 7) -> list[Frame | End]:
    """Return what is read from some bytes, which arrive a few at a time."""
    pieces = [data[start : start + at_once] for start in range(0, len(data), at_once)]
    reader = Frames(lambda _: pieces.pop(0) if pieces else b"")
    found: list[Frame | End] = [reader.next()]
    while isinstance(found[-1], Frame):
        found.append(reader.next())
    return found


def said(raw: bytes) -> tuple[list[dict[str, Any]], int, str]:
    """Say some bytes to a server and close its input; return its answers, its exit code and its last words."""
    done = subprocess.run(REAL, cwd=ROOT, input=raw, capture_output=True, timeout=SECONDS, check=False)
    bodies = [frame for frame in frames(done.stdout, 65536) if isinstance(frame, Frame)]
    answers = [json.loads(frame.body) for frame in bodies]
    return [answer for answer in answers if "id" in answer], done.returncode, done.stderr.decode()


def test_messages_follow_one_another_however_they_arrive() -> None:
    data = (
        b"Content-Length: 2\r\n\r\n{}content-type:application/vscode-jsonrpc; charset=utf8\r\nCONTENT-LENGTH:0\r\n\r\n"
    )
    for at_once in (1, 2, 3, 1000):
        assert frames(data, at_once) == [Frame(b"{}"), Frame(b""), End()]


@pytest.mark.parametrize("charset", ["utf-16", "latin1", '"UTF-32"'])
def test_another_charset_is_noted(charset: str) -> None:
    header = f"Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset={charset}\r\n\r\n"
    assert frames(header.encode() + b"{}") == [Frame(b"{}", is_utf8=False), End()]


UNTRUSTED = {
    "huge": (b"Content-Length: 99999999999\r\n\r\n", "99,999,999,999 bytes"),
    "a byte too large": (b"Content-Length: %d\r\n\r\n" % (LARGEST_MESSAGE + 1), "are the most"),
    "5,000 digits": (b"Content-Length: " + b"9" * 4000 + b"\r\n\r\n", "which is no size"),
    "more digits than a header may have": (b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n", "does not end"),
    "negative": (b"Content-Length: -5\r\n\r\n{}", "no size"),
    "no number": (b"Content-Length: two\r\n\r\n{}", "no size"),
    "hexadecimal": (b"Content-Length: 0x10\r\n\r\n{}", "no size"),
    "underscored": (b"Content-Length: 1_0\r\n\r\n{}", "no size"),
    "digits of another script": ("Content-Length: \u0665\r\n\r\n{}".encode(), "no header"),
    "empty": (b"Content-Length:\r\n\r\n{}", "no size"),
    "missing": (b"Content-Type: application/vscode-jsonrpc\r\n\r\n{}", "without a Content-Length"),
    "nothing but a blank line": (b"\r\n{}", "without a Content-Length"),
    "two": (b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", "two Content-Length headers"),
    "http": (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}", "no header"),
    "another header": (b"Content-Length: 2\r\nHost: localhost\r\n\r\n{}", "no header"),
    "a folded header": (b"Content-Length: 2\r\n 3\r\n\r\n{}", "no header"),
    "noise": (bytes(range(256)) * 100, "no header"),
    "no end of line": (b"x" * 100_000, "does not end"),
    "cut in a header": (b"Content-Len", "middle of a header"),
    "cut behind a header": (b"Content-Length: 2\r\n", "middle of a header"),
    "cut in a body": (b"Content-Length: 20\r\n\r\n{}", "middle of a message"),
}


@pytest.mark.parametrize("name", UNTRUSTED)
def test_what_cannot_be_trusted_ends_the_connection(name: str) -> None:
    raw, why = UNTRUSTED[name]
    (end,) = frames(raw)
    assert isinstance(end, End)
    assert end.why is not None
    assert why in end.why
    assert "\n" not in end.why
    assert len(end.why) < 200


@settings(deadline=None)
@given(st.binary(max_size=300), st.integers(1, 50))
def test_no_bytes_make_the_reader_raise(data: bytes, at_once: int) -> None:
    assert isinstance(frames(data, at_once)[-1], End)


@settings(deadline=None)
@given(st.lists(st.binary(max_size=100)), st.integers(1, 50))
def test_every_body_arrives_as_it_was_sent(bodies: list[bytes], at_once: int) -> None:
    assert frames(framed(*bodies), at_once) == [*map(Frame, bodies), End()]


def test_a_connection_that_breaks_is_one_that_ends() -> None:
    def broken(_: int) -> bytes:
        raise ConnectionResetError

    assert Frames(broken).next() == End()


@pytest.mark.parametrize("name", ["huge", "5,000 digits", "negative", "missing", "two", "http", "noise"])
def test_the_server_leaves_at_once_with_one_sentence(name: str) -> None:
    raw, why = UNTRUSTED[name]
    with subprocess.Popen(
        REAL, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(framed(INITIALIZE) + raw)
        process.stdin.flush()
        try:
            assert process.wait(SECONDS) == 1  # though its input is open still
        finally:
            process.kill()
        (last,) = process.stderr.read().decode().splitlines()
        assert why in last
        assert b"nanproof" in process.stdout.read(), "what came before is answered"


def test_a_connection_that_ends_in_the_middle_is_one_sentence() -> None:
    answers, code, last = said(framed(INITIALIZE) + b"Content-Length: 100\r\n\r\n{")
    assert [answer["id"] for answer in answers] == [1]
    assert code == 1
    why = "the connection ended in the middle of a message"
    assert last == f"nanproof leaves, because {why}. Start it again from your editor.\n"


ANSWERED = {
    "not json": (b"not json", None, -32700),
    "nothing": (b"", None, -32700),
    "half of it": (b'{"jsonrpc": "2.0", "id": 5', None, -32700),
    "not utf-8": (b'{"jsonrpc": "2.0", "id": 5, "method": "\xff"}', None, -32700),
    "utf-16": ('{"jsonrpc": "2.0", "id": 5, "method": "shutdown"}'.encode("utf-16"), None, -32700),
    "a number that JSON lacks": (b'{"jsonrpc": "2.0", "id": 5, "method": "shutdown", "params": NaN}', None, -32700),
    "a number of 5,000 digits": (b"1" * 5000, None, -32700),
    "deep": (b"[" * 100_000, None, -32700),
    "deep in its parameters": (
        b'{"jsonrpc": "2.0", "id": 5, "method": "textDocument/hover", "params": %s%s}' % (b"[" * 500, b"]" * 500),
        5,
        -32602,
    ),
    "a list": (b"[]", None, -32600),
    "several at once": (b'[{"jsonrpc": "2.0", "id": 5, "method": "shutdown"}]', None, -32600),
    "a number": (b"3", None, -32600),
    "null": (b"null", None, -32600),
    "no version": (b'{"id": 5, "method": "textDocument/hover"}', 5, -32600),
    "another version": (b'{"jsonrpc": "1.0", "id": 5, "method": "textDocument/hover"}', 5, -32600),
    "no method": (b'{"jsonrpc": "2.0", "id": 5}', 5, -32600),
    "a method that is no name": (b'{"jsonrpc": "2.0", "id": 5, "method": ["x"]}', 5, -32600),
    "an id that is no id": (b'{"jsonrpc": "2.0", "id": {"a": 1}, "method": "shutdown"}', None, -32600),
    "an id that is a truth": (b'{"jsonrpc": "2.0", "id": true, "method": "shutdown"}', None, -32600),
    "unknown": (b'{"jsonrpc": "2.0", "id": 5, "method": "nanproof/unheardOf"}', 5, -32601),
    "unknown and the protocol's own": (b'{"jsonrpc": "2.0", "id": 5, "method": "$/unheardOf"}', 5, -32601),
    "a notification with an id": (b'{"jsonrpc": "2.0", "id": 5, "method": "textDocument/didSave"}', 5, -32600),
    "initialize again": (json.dumps({**INITIALIZE, "id": 5}).encode(), 5, -32600),
    "an unknown command": (
        b'{"jsonrpc": "2.0", "id": 5, "method": "workspace/executeCommand", "params": {"command": "rm"}}',
        5,
        -32602,
    ),
    "a message in a message": (
        b'{"jsonrpc": "2.0", "id": 5, "method": "textDocument/hover",'
        b' "params": {"jsonrpc": "2.0", "id": 6, "method": "shutdown"}}',
        5,
        -32602,
    ),
}
PASSED_OVER = [
    b'{"jsonrpc": "2.0", "method": "nanproof/unheardOf"}',
    b'{"jsonrpc": "2.0", "method": "$/unheardOf", "params": [1]}',
    b'{"jsonrpc": "2.0", "method": "workspace/didChangeConfiguration", "params": {"settings": {}}}',
    b'{"jsonrpc": "2.0", "method": "textDocument/hover"}',
    b'{"jsonrpc": "2.0", "id": 77, "result": null}',
    b'{"jsonrpc": "2.0", "id": 77, "error": {"code": 1, "message": "no"}}',
    b'{"jsonrpc": "2.0", "id": null, "error": {"code": 1, "message": "no"}}',
    b'{"id": 77, "result": null}',
]


def test_what_cannot_be_handled_is_answered_and_the_next_message_too() -> None:
    bodies = [body for body, _, _ in ANSWERED.values()]
    answers, code, last = said(framed(INITIALIZE, *bodies, *PASSED_OVER, SHUTDOWN, EXIT))
    answered = [(answer["id"], answer["error"]["code"]) for answer in answers[1:-1]]
    assert answered == [(number, refusal) for _, number, refusal in ANSWERED.values()]
    assert answers[-1] == {"jsonrpc": "2.0", "id": 2, "result": None}
    assert all(set(answer["error"]) == {"code", "message"} for answer in answers[1:-1])
    assert (code, last) == (0, "")


def test_what_nobody_asked_for_writes_nothing_into_the_clients_log() -> None:
    bodies = [body for body, number, _ in ANSWERED.values() if number == 5]
    raw = framed(INITIALIZE, *bodies, *PASSED_OVER, SHUTDOWN, EXIT)
    done = subprocess.run(REAL, cwd=ROOT, input=raw, capture_output=True, timeout=SECONDS, check=False)
    assert b"window/" not in done.stdout


@pytest.mark.parametrize("closed", ["stdout", "stdin"])
def test_a_server_that_nobody_hears_leaves_without_a_traceback(closed: str) -> None:
    with subprocess.Popen(
        REAL, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        getattr(process, closed).close()
        if closed == "stdout":
            process.stdin.write(framed(INITIALIZE))
            process.stdin.flush()
        try:
            assert process.wait(SECONDS) == 1
        finally:
            process.kill()
        assert process.stderr.read() == b""
