"""From the bytes of a message to what it asks for, or to the answer that it gets instead."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, NoReturn

from lsprotocol import types

from nanproof.lsp.framing import Frame

Id = int | str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a message is not handled, as it is answered."""

    code: types.ErrorCodes
    message: str
    id: Id | None = None


def read(frame: Frame) -> dict[str, Any] | Refusal | None:
    """Return the request, notification or response in a message; None for a response that is none."""
    data = _parsed(frame)
    if isinstance(data, Refusal):
        return data
    if isinstance(data, list):
        return _invalid("several messages came in one, and nanproof takes them one at a time")
    if not isinstance(data, dict):
        return _invalid("a message is a JSON object, and this one is not")
    if "method" not in data and ("result" in data or "error" in data):
        return data if data.get("jsonrpc") == "2.0" and is_id(data.get("id")) else None
    known = data.get("id") if is_id(data.get("id")) else None
    if data.get("jsonrpc") != "2.0":
        return _invalid('a message says "jsonrpc": "2.0", and this one does not', known)
    if not isinstance(data.get("method"), str):
        return _invalid("a message names a method, and this one does not", known)
    if "id" in data and known is None:
        return _invalid("the id of a request is an integer or a string, and this one is not")
    return data


def is_id(value: object) -> bool:
    """Say whether a value may number a request."""
    return isinstance(value, int | str) and not isinstance(value, bool)


def _parsed(frame: Frame) -> object:
    if not frame.is_utf8:
        return Refusal(types.ErrorCodes.ParseError, "nanproof reads UTF-8, and the Content-Type names another charset")
    try:
        return json.loads(frame.body.decode(), parse_constant=_refuse)
    except UnicodeDecodeError:
        return Refusal(types.ErrorCodes.ParseError, "the message is not UTF-8")
    except RecursionError:
        return Refusal(types.ErrorCodes.ParseError, "the message is nested too deeply")
    except ValueError as error:  # as JSONDecodeError is; numbers of thousands of digits are the plain one
        where = f" at character {error.pos}" if isinstance(error, json.JSONDecodeError) else ""
        return Refusal(types.ErrorCodes.ParseError, f"the message is not JSON{where}")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _invalid(message: str, known: Id | None = None) -> Refusal:
    return Refusal(types.ErrorCodes.InvalidRequest, message, known)
