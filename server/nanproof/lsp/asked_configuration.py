"""Asks the client what is configured, for each workspace folder: many editors say so only when they are asked."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from nanproof.lsp.client import Client
from nanproof.lsp.settings import Options, options_of
from nanproof.lsp.uri import to_path

_SECTION = "nanproof"
_ID = "nanproof-configuration"


async def register(ls: LanguageServer, client: Client) -> None:
    """Ask to be told of changes. A client that refuses goes on without."""
    if client.registers_configuration:
        options = types.DidChangeConfigurationRegistrationOptions(section=_SECTION)
        registration = types.Registration(_ID, types.WORKSPACE_DID_CHANGE_CONFIGURATION, options)
        with suppress(JsonRpcException):
            await ls.client_register_capability_async(types.RegistrationParams([registration]))


async def asked(ls: LanguageServer, client: Client, folders: Sequence[str]) -> dict[str, Options]:
    """Return what is set for each workspace folder, by its path, where anything is."""
    if not client.gives_configuration or not folders:
        return {}
    items = [types.ConfigurationItem(scope_uri=uri, section=_SECTION) for uri in folders]
    answers: Sequence[object] = ()
    with suppress(JsonRpcException):
        answers = await ls.workspace_configuration_async(types.ConfigurationParams(items)) or ()
    answered = zip(folders, answers, strict=False)  # a client may answer less than it is asked
    read = {path: options_of(answer) for uri, answer in answered if (path := to_path(uri))}
    return {path: options for path, options in read.items() if options != Options()}
