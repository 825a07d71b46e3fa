"""Property tests say what is true, not how fast a busy machine finds it out."""

from __future__ import annotations

import os

from hypothesis import settings

# In CI the same examples each time: a new counterexample is found at a desk, not by somebody else's change.
settings.register_profile("nanproof", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("nanproof")
