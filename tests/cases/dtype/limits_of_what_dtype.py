"""Numbers that have a name: what `finfo` tells of a dtype, as far as the dtype is known."""

import numpy as np
import torch


def limits(x, p):
    half = torch.ones(3).half()
    reveal_range(torch.finfo(half.dtype).eps)  # {0.0009765625} float64
    reveal_range(torch.finfo((x + 1.0).dtype).eps)  # {1.1920929e-07} float64
    reveal_range(torch.finfo(torch.ones(3).long().dtype).eps)  # unknown
    reveal_range(np.finfo(np.int32).eps)  # unknown
    reveal_range(np.finfo("float16").eps)  # {0.0009765625} float64
    reveal_range(np.finfo(float).eps)  # {2.22044605e-16} float64
    reveal_range(np.finfo(np.float32).bits)  # unknown
    reveal_range(float("-inf"))  # {-inf} float64
    reveal_range(float("Infinity"))  # {inf} float64
    reveal_range(float())  # any value float64
    reveal_range(float("3"))  # any value float64
