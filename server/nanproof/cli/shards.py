"""Parts of a run, for several machines that check one project together: `--shard 3/8`.

Which files a shard has depends on the tree alone: on the sizes of the files and on where they stand to each other.
"""

from __future__ import annotations

import heapq
import os
import re
from collections.abc import Collection
from dataclasses import dataclass

# An empty file takes 0.25 ms, as long as some bytes of others: between 30, where all is arithmetic, and 250.
_BYTES_OF_A_FILE = 200
_WRITTEN = re.compile(r"(\d{1,9})/(\d{1,9})", re.ASCII)


class ShardError(ValueError):
    """What names no shard; the text says why."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One of so many shards, counted from 1."""

    number: int
    count: int

    @classmethod
    def read(cls, text: str) -> Shard:
        """Read `3/8`. Raises ShardError."""
        written = _WRITTEN.fullmatch(text)
        if written is None:
            raise ShardError(f"{text} is no shard: give its number and how many there are, as in 3/8")
        shard = cls(int(written[1]), int(written[2]))
        if not 1 <= shard.number <= shard.count:
            raise ShardError(f"{text} is no shard: they are counted from 1, and the last of 8 is 8/8")
        return shard

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"

    @property
    def is_first(self) -> bool:
        """Whether this shard tells what belongs to none."""
        return self.number == 1

    def of(self, files: Collection[str]) -> frozenset[str]:
        """Return the files of this shard, each of which is in one of them: the largest first, each to the emptiest."""
        emptiest = [(0, number) for number in range(1, min(self.count, len(files)) + 1)]
        mine = set[str]()
        for size, _, path in sorted((-_size(path), path.split(os.sep), path) for path in files):  # noqa: PTH206 - as fast as it can
            filled, number = emptiest[0]
            heapq.heapreplace(emptiest, (filled - size + _BYTES_OF_A_FILE, number))
            if number == self.number:
                mine.add(path)
        return frozenset(mine)


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - asked before Path could make sense of an odd name
    except (OSError, ValueError):  # it will be told when the file is read
        return 0
