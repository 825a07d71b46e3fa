"""What all tests share: nothing of one run is told by another."""

import os

os.environ.setdefault("NANPROOF_NO_CACHE", "1")
