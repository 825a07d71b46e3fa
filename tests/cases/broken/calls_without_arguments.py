# While a call is typed it has no arguments yet, and nothing breaks.

import numpy as np
import torch

a = torch.tensor().std(0)
b = np.array().std(0) + torch.zeros().var(0)
c = torch.as_tensor(,).std() / torch.unsqueeze().numel()


def loss(z):
    return torch.log(torch.relu(z)) * torch.tensor().std(0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(z)` is a ReLU
