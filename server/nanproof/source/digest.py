"""The digest of a text, by which two are known to be the same."""

from __future__ import annotations

from hashlib import blake2b

_BYTES = 16


def digest_of(data: bytes) -> str:
    """Return the digest of some bytes: 128 bits of BLAKE2b (RFC 7693), in hexadecimal."""
    return blake2b(data, digest_size=_BYTES).hexdigest()
