"""What a function of autograd saves in its forward pass is what its backward pass divides by."""

import torch
from torch import nn
from torch.autograd import Function


class Artanh(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x = x.clamp(-1 + 1e-15, 1 - 1e-15)
        ctx.save_for_backward(x)
        return (torch.log(1 + x) - torch.log(1 - x)) * 0.5
        #       ^^^^^^^^^^^^^^^^ NAN201 warning: `x.clamp(…)` masks nothing: its lower bound -1 + 1e-15 is -1 in float32, and log(0) is -inf; take a larger one
        #                          ^^^^^^^^^^^^^^^^ NAN201 warning: `x.clamp(…)` masks nothing: its upper bound 1 - 1e-15 is 1 in float32, and log(0) is -inf; take a smaller one

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output / (1 - x**2)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(1 - x**2)` can be 0: x / 0 is Inf or NaN; keep it away from 0


class Arcosh(Function):
    @staticmethod
    def forward(ctx, z):
        z = z.clamp(min=1 + 1e-15)
        ctx.save_for_backward(z)
        return torch.log(z + torch.sqrt(z.pow(2) - 1))

    @staticmethod
    def backward(ctx, grad):
        saved = ctx.saved_tensors
        return grad / (saved[0] ** 2 - 1) ** 0.5
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(saved[0] ** 2 - 1) ** 0.5` can be 0: x / 0 is Inf or NaN; keep it away from 0


class UnitVector(Function):
    @staticmethod
    def forward(context, x):
        h = torch.relu(x)
        norm = h.norm(dim=-1, keepdim=True)
        context.save_for_backward(h, norm)
        return h / (norm + 1e-8)

    @staticmethod
    def backward(context, grad):
        h, norm = context.saved_tensors
        return grad / norm - h * (grad * h).sum(-1, keepdim=True) / norm**3
        #      ^^^^^^^^^^^ NAN102 warning: `norm` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
        #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `norm**3` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


# What is saved stays away from the edge.
class Bounded(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x = x.clamp(-1 + 1e-5, 1 - 1e-5)
        ctx.save_for_backward(x)
        return torch.atanh(x)

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output / (1 - x**2)


# Another class saves something else.
class Doubled(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = torch.exp(x.clamp(-5, 5)) + 1
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad_output):
        (y,) = ctx.saved_tensors
        return grad_output / y
