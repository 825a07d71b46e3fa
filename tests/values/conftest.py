"""Property tests say what is true, not how fast a busy machine finds it out."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("nanproof", deadline=None)
settings.load_profile("nanproof")
