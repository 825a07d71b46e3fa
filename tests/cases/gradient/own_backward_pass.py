# Nothing is recorded in the methods of an `autograd.Function`, which brings its backward pass.

import torch
from torch.autograd import Function


class Root(Function):
    @staticmethod
    def forward(ctx, x):
        y = torch.sqrt(torch.softmax(x, -1))
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, upstream):
        (y,) = ctx.saved_tensors
        return upstream / (2 * y + 1e-6)


class Layer(torch.nn.Module):
    def forward(self, x):
        return torch.sqrt(torch.softmax(x, -1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0
