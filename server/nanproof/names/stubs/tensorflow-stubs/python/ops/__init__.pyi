# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from tensorflow.python.ops import array_ops as array_ops
from tensorflow.python.ops import clip_ops as clip_ops
from tensorflow.python.ops import math_ops as math_ops
from tensorflow.python.ops import nn as nn
from tensorflow.python.ops import nn_ops as nn_ops
from tensorflow.python.ops import random_ops as random_ops
