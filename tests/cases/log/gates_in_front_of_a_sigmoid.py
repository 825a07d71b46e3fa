"""A weight alone moves by its learning rate; what varies with the data goes as far as training drives it."""

import torch
import torch.nn.functional as F
from torch import nn


class Gate(nn.Module):
    def __init__(self):
        super().__init__()
        self.gate = nn.Parameter(torch.zeros(8))
        self.layer = nn.Linear(8, 8)

    def of_a_weight(self, x):
        return torch.log(1 - torch.sigmoid(self.gate))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `1 - torch.sigmoid(self.gate)` can be 0 where a sigmoid is exactly 1: log(0) is -inf; keep it above 0

    def of_what_a_relu_lets_through(self, x):
        return torch.log(1 - torch.sigmoid(F.relu(x)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.sigmoid(F.relu(x))` can be 0 where a sigmoid is exactly 1: log(0) is -inf; keep it above 0

    def of_a_weight_that_is_lifted(self, x):
        return torch.log(1 - torch.sigmoid(F.softplus(self.gate)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `1 - torch.sigmoid(F.softplus(…))` can be 0 where a sigmoid is exactly 1: log(0) is -inf; keep it above 0

    def of_a_weight_and_outputs(self, x):
        return torch.log(1 - torch.sigmoid(self.gate * torch.tanh(self.layer(x))))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.sigmoid(…)` can be 0 where a sigmoid is exactly 1: log(0) is -inf; keep it above 0

    def of_what_is_bounded_from_above(self, x):
        return torch.log(1 - torch.sigmoid(F.relu(x).clamp(max=50)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.sigmoid(F.relu(…).clamp(…))` can be 0 where a sigmoid is exactly 1: log(0) is -inf; keep it above 0
