"""The limits of a dtype are numbers: those of the dtype that is asked for, whichever way it is said."""

import numpy as np
import torch


def limits(x, y):
    reveal_range(torch.finfo(torch.float16).eps)  # {0.0009765625} float64
    reveal_range(torch.finfo(type=torch.float16).tiny)  # {6.10351562e-05} float64
    reveal_range(torch.finfo().eps)  # {1.1920929e-07} float64
    reveal_range(np.finfo(np.float16).max)  # {65504} float64
    reveal_range(np.finfo(dtype=np.float16).min)  # {-65504} float64
    reveal_range(np.finfo(float).eps)  # {2.22044605e-16} float64
    reveal_range(np.finfo("float64").tiny)  # {2.22507386e-308} float64
    reveal_range(torch.finfo(x.half().dtype).tiny)  # {6.10351562e-05} float64
    reveal_range(torch.finfo(*y).tiny + 1.0)  # any value float64


def lost(z):
    x = torch.relu(z).half()
    return torch.log(x + torch.finfo(torch.float16).eps), torch.log(x + torch.finfo(torch.float64).eps)
    #                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: ...2.22044605e-16) is 0 in float16
