# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from tensorflow.python import keras as keras
from tensorflow.python import ops as ops
