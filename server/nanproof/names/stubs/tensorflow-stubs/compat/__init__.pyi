# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from tensorflow.compat import v1 as v1
from tensorflow.compat import v2 as v2
