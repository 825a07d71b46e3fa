"""`torch.Tensor` makes single precision of whatever it is given; `torch.tensor` keeps what it has."""

import numpy as np
import torch


def of_a_table(rows):
    x = torch.Tensor(np.asarray(rows).astype(np.float64))
    return torch.log(torch.sigmoid(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(x)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0


def kept(rows):
    x = torch.tensor(np.asarray(rows).astype(np.float64))
    return torch.log(torch.sigmoid(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `torch.sigmoid(x)` is a sigmoid, exactly 0 for inputs below -710: log(0) is -inf; keep it above 0
