"""Where nanproof departs from pygls's protocol: the encoding, and answers to what cannot be handled."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest, JsonRpcServerNotInitialized
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.protocol.json_rpc import RPCMessage

from nanproof.lsp.encoding import negotiate


class Protocol(LanguageServerProtocol):
    """pygls's protocol, in which every request gets an answer."""

    started = False
    stopping = False

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        """Initialize, leaving pygls only one encoding to choose: it would take the client's first."""
        general = params.capabilities.general
        if general is not None and general.position_encodings:
            chosen = negotiate(general.position_encodings)
            general.position_encodings = [types.PositionEncodingKind(chosen.value)]
        result = yield from super().lsp_initialize(params)
        self.started = True
        return result

    @lsp_method(types.SHUTDOWN)
    def lsp_shutdown(self, *args: Any) -> Generator[Any, Any, None]:
        """Remember that the client said goodbye, which decides the exit code."""
        self.stopping = True
        yield from super().lsp_shutdown(*args)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Read a message; refuse a request that is none, where pygls would leave its sender waiting."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def handle_message(self, message: RPCMessage) -> None:
        """Handle a message; refuse a request before `initialize` and after `shutdown`, as LSP demands."""
        method = getattr(message, "method", None)
        if method == types.EXIT or (self.started != (method == types.INITIALIZE) and not self.stopping):
            super().handle_message(message)
        elif method is not None and hasattr(message, "id"):
            refusal = JsonRpcInvalidRequest if self.started else JsonRpcServerNotInitialized
            self._send_response(message.id, error=refusal(refusal.MESSAGE).to_response_error())
