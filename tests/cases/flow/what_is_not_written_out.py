"""An axis, a dtype and a switch may be names: what they hold decides where it is known, and leaves all open where it is not."""

import torch


def along_an_axis_that_is_passed(x, axis):
    both = torch.stack([torch.ones(3), torch.relu(x)], dim=axis)
    return torch.log(both[0])
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `both[0]` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(both[0], min=1e-10))
    # or (unsafe): torch.log(both[0] + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less


def along_the_first(x):
    both = torch.stack([torch.ones(3), torch.relu(x)], dim=0)
    return torch.log(both[0])


def of_either_dtype(x, dtype):
    return torch.log(torch.zeros(3, dtype=dtype or x.dtype))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.zeros(3, dtype=dtype or x.dtype)` is 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.zeros(3, dtype=dtype or x.dtype), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.zeros(3, dtype=dtype or x.dtype) + 1e-8)


def switched_on(x):
    is_safe = True
    p = torch.relu(x) + 1e-3 if is_safe else torch.relu(x)
    return torch.log(p)


def switched_off(x):
    is_safe = False
    p = torch.relu(x) + 1e-3 if is_safe else torch.relu(x)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less


def of_a_list(a, b):
    items = [torch.relu(a), torch.nn.functional.softplus(b) + 1]
    if items:
        return torch.log(items[0]) + torch.log(items[1])
        #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `items[0]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(items[0], min=1e-10))
        # or (unsafe): torch.log(items[0] + 1e-8)
        # from: `torch.relu(a)` made here, exactly 0 for inputs of 0 or less
    return 0


def method_of_the_class(z):
    return torch.log(torch.Tensor.float(torch.sigmoid(z)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.Tensor.float(…)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.Tensor.float(torch.sigmoid(z)), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.Tensor.float(torch.sigmoid(z)) + 1e-8)
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89


def of_a_width_that_nobody_says(x):
    # Nothing says whether this is computed in single or in double precision: the bounds hold in both.
    if 0.1 < x < 0.7:
        reveal_range(x + 0.1)  # [0.199999973, 0.800000072] float32


class Gated(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.gate = torch.nn.Sigmoid()

    def forward(self, x):
        gate = self.gate or torch.nn.Softplus()
        return torch.log(gate(x))
        #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `gate(x)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: torch.nn.functional.logsigmoid(x)
        # removes: gate = self.gate or torch.nn.Softplus()
        # or: torch.log(torch.clamp(gate(x), 1e-10, 1.0))

    def moved(self, x, device):
        return torch.log(self.gate.to(device)(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.gate.to(device)(x)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(self.gate.to(device)(x), 1e-10, 1.0))
        # or (unsafe): torch.log(self.gate.to(device)(x) + 1e-8)
        # from: `self.gate.to(device)(x)` made here, exactly 0 in float32 for inputs below -89


def scores_of(x):
    def forward(weights, given):
        return torch.rsqrt((given * given).sum(-1) + 1e-9)

    return forward(x, x)


def main(x):
    return scores_of(x).half()
