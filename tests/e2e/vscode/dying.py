"""A language server that dies as soon as it has started, again and again."""

import json
import sys


def message() -> dict[str, object]:
    """Read a message."""
    length = 0
    while line := sys.stdin.buffer.readline().strip():
        name, _, value = line.partition(b":")
        length = int(value) if name.lower() == b"content-length" else length
    held: dict[str, object] = json.loads(sys.stdin.buffer.read(length))
    return held


while True:
    asked = message()
    if asked.get("method") == "initialize":
        answer = {"jsonrpc": "2.0", "id": asked["id"], "result": {"capabilities": {}}}
        body = json.dumps(answer).encode()
        sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        sys.stdout.buffer.flush()
    if asked.get("method") == "initialized":
        sys.exit(1)
