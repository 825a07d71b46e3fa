"""What is infinite stays so when it is scaled by a number: by what is trained the derivative is 0 * inf."""

import torch


def sample_by_a_weight(logits, w):
    u = torch.rand_like(logits)
    return (torch.log(u) * w).argmax(-1)
    #       ^^^^^^^^^^^^ NAN101 warning: `u` is a uniform random number, exactly 0 in one draw of ten million or so: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(u, 1e-10, 1.0))
    # or (unsafe): torch.log(u + 1e-8)
    # from: `torch.rand_like(logits)` made here, exactly 0 in float32 in one draw of ten million or so


def sample_by_a_number(logits):
    u = torch.rand_like(logits)
    return (torch.log(u) * 2.0).argmax(-1)


class Gumbel(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.tau = torch.nn.Parameter(torch.ones(()))

    def forward(self, logits):
        g = -torch.log(-torch.log(torch.rand_like(logits)))
        #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand_like(logits)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(torch.rand_like(logits), 1e-10, 1.0))
        # or (unsafe): torch.log(torch.rand_like(logits) + 1e-8)
        # from: `torch.rand_like(logits)` made here, exactly 0 in float32 in one draw of ten million or so
        return torch.softmax((logits + g) / self.tau, -1)


class Fixed(torch.nn.Module):
    def forward(self, logits, tau=0.5):
        g = -torch.log(-torch.log(torch.rand_like(logits)))
        return torch.softmax((logits + g) / tau, -1)


def by_a_method(logits):
    tau = logits.abs().max() + 0.5
    g = -torch.log(-torch.log(torch.rand_like(logits)))
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand_like(logits)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.rand_like(logits), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.rand_like(logits) + 1e-8)
    # from: `torch.rand_like(logits)` made here, exactly 0 in float32 in one draw of ten million or so
    return torch.softmax((logits + g) / tau, -1)
