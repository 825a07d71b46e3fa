# A function with a derivative of its own gives what its `forward` gives, and a buffer that nobody writes to stays what
# it was registered as: the floor is one. One that is written to is not known any more.

import torch
from torch import nn


class LowerBound(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, bound):
        ctx.save_for_backward(x, bound)
        return torch.max(x, bound)

    @staticmethod
    def backward(ctx, grad):
        x, bound = ctx.saved_tensors
        return grad * ((x >= bound) | (grad < 0)), None


class Identity(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, grad):
        return -grad


class Steps(nn.Module):
    def __init__(self):
        super().__init__()
        self.step = nn.Sequential(nn.Linear(1, 10), nn.Softplus())
        self.register_buffer("bound", torch.Tensor([0.5]))
        self.register_buffer("moved", torch.ones(1))

    def forward(self, z, gain):
        self.moved.mul_(0.99)
        q = self.step(gain)
        bounded = LowerBound.apply(q, self.bound)
        reveal_range(bounded)  # [0.5, inf] float32 takes 0.5, 10000
        maybe = torch.max(q, self.moved)
        return z / bounded + z / torch.max(q, self.bound) + z / maybe + z / Identity.apply(q)
        #                                                   ^^^^^^^^^ NAN102 warning: `maybe` can be 0, as a softplus is for inputs below -103: x / 0 is Inf or NaN; keep it away from 0
        #                                                               ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `Identity.apply(q)` can be 0, as a softplus is for inputs below -103: x / 0 is Inf or NaN; keep it away from 0
