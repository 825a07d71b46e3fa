"""What is computed of numbers of several dtypes is computed in each of them; what a region casts is what it says."""

import numpy as np
import torch


def of_two_choices(a, c, d):
    h = a.half() if c else a.float()
    s = torch.sigmoid(h)
    g = a.double() if d else a.float() if c else a.half()
    t = torch.sigmoid(g)
    reveal_range(s)  # [0, 1] float16 takes 0, 1
    reveal_range(s * t)  # [0, 1] float16 takes 0, 1
    reveal_range(t * s)  # [0, 1] float16 takes 0, 1
    reveal_range(max([s, 1e-6]))  # [0, 1] float16 takes 1e-06, 1
    reveal_range(torch.cat([s]))  # [0, 1] float16 takes 0, 1


def in_regions(x):
    lin = torch.nn.Linear(3, 3)
    with torch.autocast("cuda", dtype=torch.bfloat16):
        reveal_range(lin(x))  # any value bfloat16 takes -10000, 10000
        reveal_range(np.matmul(np.ones((3, 3)), np.ones((3, 3))))  # [0, inf] float64 takes nothing
    with torch.autocast("cpu", dtype=torch.float16):
        reveal_range(lin(x))  # any value float16 takes -10000, 10000
    with torch.autocast("cuda"):
        reveal_range(lin(x))  # any value float16 takes -10000, 10000
