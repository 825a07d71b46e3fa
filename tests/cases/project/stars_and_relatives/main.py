"""What a star import or a relative one brings in is what the project's file holds, and nothing where there is none."""

import torch
from torch.nn.functional import *

from config import *
from ops import backend, data, half, sigmoid

from . import missing
from .config import FLOOR as floor
from .missing import exp
from .torch import relu
from .ops import unheard


width: float


def bounded(x):
    reveal_range(FLOOR)  # {0.5} float64
    reveal_range(floor)  # {0.5} float64
    reveal_range(softmax(x, -1))  # [0, 1] float32
    reveal_range(backend.sigmoid(x))  # [0, 1] float32
    reveal_range(half(x))  # [0, 0.5] float32
    reveal_range(sigmoid(x))  # [0, 1] float32
    reveal_range(exp(x))  # unknown
    reveal_range(relu(x))  # unknown
    reveal_range(unheard)  # unknown
    reveal_range(missing)  # unknown
    reveal_range(nowhere)  # unknown
    reveal_range(width)  # unknown
    reveal_range(data.softmax(-1))  # [0, 1] float32
