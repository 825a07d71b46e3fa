"""Has the client ask again for what it was answered, once for all that changes until it has answered."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from pygls.exceptions import JsonRpcException


class Refresh:
    """A request that has a client ask again."""

    def __init__(self, send: Callable[[None], Awaitable[object]]) -> None:
        self._send = send
        self._task: asyncio.Task[None] | None = None
        self._is_wanted = False

    def want(self) -> None:
        """Have the client ask again."""
        self._is_wanted = True
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._sent())

    async def _sent(self) -> None:
        try:
            while self._is_wanted:
                self._is_wanted = False
                await self._send(None)
        except JsonRpcException:
            pass  # the client goes on without
        finally:
            self._task = None
