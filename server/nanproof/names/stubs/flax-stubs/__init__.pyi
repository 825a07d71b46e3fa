# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from flax import linen as linen
from flax import nnx as nnx
from flax import training as training
