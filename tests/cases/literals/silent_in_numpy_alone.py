"""NumPy is told to be silent, and PyTorch is not."""

import numpy as np
import torch

np.seterr(divide="ignore")
table = np.log(np.zeros(3))
weights = torch.log(torch.zeros(3))
    #     ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.zeros(3)` is 0: log(0) is -inf; keep it above 0
