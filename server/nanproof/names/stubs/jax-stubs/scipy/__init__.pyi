# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from jax.scipy import linalg as linalg
from jax.scipy import special as special
from jax.scipy import stats as stats
