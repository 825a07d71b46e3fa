"""Where nanproof departs from pygls's protocol: the encoding, and answers to what cannot be handled."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, cast
from typing import Protocol as Structure

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol, lsp_method

from nanproof.lsp.encoding import negotiate
from nanproof.lsp.framing import Frame
from nanproof.lsp.messages import Refusal, read
from nanproof.lsp.uri import REPORT_SCHEME, is_uri


class Receiver(Structure):
    """What the protocol tells the server of that it could not hand over."""

    def left_out(self, method: str, params: object) -> None:
        """Take note of a notification whose parameters cannot be read."""
        ...

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Take note of a failure."""
        ...


class Protocol(LanguageServerProtocol):
    """pygls's protocol, in which every request gets an answer and nothing that a client sends raises."""

    started = False
    stopping = False

    @property
    def _receiver(self) -> Receiver:
        return cast(Receiver, self._server)

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        """Initialize, leaving pygls only one encoding to choose: it would take the client's first."""
        general = params.capabilities.general
        if general is not None and general.position_encodings:
            chosen = negotiate(general.position_encodings)
            general.position_encodings = [types.PositionEncodingKind(chosen.value)]
        if not is_uri(params.root_uri or ""):
            params.root_uri = None
        result = yield from super().lsp_initialize(params)
        if types.WORKSPACE_TEXT_DOCUMENT_CONTENT in self.fm.features:  # pygls knows the request only
            workspace = result.capabilities.workspace = result.capabilities.workspace or types.WorkspaceOptions()
            workspace.text_document_content = types.TextDocumentContentOptions([REPORT_SCHEME])
        self.started = True
        return result

    @lsp_method(types.SHUTDOWN)
    def lsp_shutdown(self, *args: Any) -> Generator[Any, Any, None]:
        """Remember that the client said goodbye, which decides the exit code."""
        self.stopping = True
        # pygls does so too, in a loop over what a request that ends at once is taken out of.
        for number, future in tuple(self._request_futures.items()):
            if number != self.msg_id:
                future.cancel()
        yield from super().lsp_shutdown(*args)

    def receive(self, frame: Frame) -> None:
        """Handle one message, whatever is in it."""
        data = read(frame)
        if isinstance(data, Refusal):
            error = {"code": data.code.value, "message": data.message}
            self._send_data({"jsonrpc": "2.0", "id": data.id, "error": error})  # pygls leaves out an id that is null
        elif data is not None and "method" in data:
            self._called(data)
        elif data is not None and self.started and not self.stopping:
            self._handed(data)

    def _called(self, data: dict[str, Any]) -> None:
        """Handle a request or a notification, or answer the request that cannot be handled."""
        refusal = self._refusal(data)
        if refusal is None:
            refusal = self._handed(data)
        if refusal is not None and "id" in data:
            self._send_response(data["id"], error=refusal.to_response_error())
        elif isinstance(refusal, JsonRpcInvalidParams):
            self._receiver.left_out(data["method"], data.get("params"))

    def _refusal(self, data: dict[str, Any]) -> JsonRpcException | None:
        """Say why a message is not handled: a request gets that as its answer, a notification is passed over."""
        method = data["method"]
        if method == types.EXIT:
            return None
        if not self.started and method != types.INITIALIZE:
            return JsonRpcServerNotInitialized("the first request is `initialize`")
        if self.stopping:
            return JsonRpcInvalidRequest("after `shutdown` there is only `exit`")
        if self.started and method == types.INITIALIZE:
            return JsonRpcInvalidRequest("`initialize` comes once")
        if method not in (types.CANCEL_REQUEST, *self.fm.builtin_features, *self.fm.features):
            return JsonRpcMethodNotFound("nanproof does not know this method")
        kinds = types.METHOD_TO_TYPES.get(method)
        is_request = "id" in data if kinds is None else kinds[1] is not None
        if is_request != ("id" in data):
            return JsonRpcInvalidRequest("a request has an id, and a notification has none")
        return None

    def _handed(self, data: dict[str, Any]) -> JsonRpcInvalidParams | None:
        """Hand a message to whoever handles it, or say that it cannot be read."""
        try:
            message = self.structure_message(data)
        except JsonRpcException:
            return JsonRpcInvalidParams("the parameters are not those that the protocol gives this method")
        try:
            self.handle_message(message)
        except Exception as error:
            self._receiver.report_server_error(error, None)
        return None

    def _send_response(self, msg_id: Any, result: Any | None = None, error: types.ResponseError | None = None) -> None:
        """Answer; of a failure in one sentence, where pygls would send a traceback with it."""
        if error is not None and error.code == JsonRpcInternalError.CODE:
            error = types.ResponseError(error.code, f"nanproof failed here ({error.message}); please report this.")
        super()._send_response(msg_id, result, error)
