"""A class has what its bases have, however they are written: called, chosen, with a metaclass or type parameters beside."""

from abc import ABCMeta
from typing import Generic, TypeVar

import torch

T = TypeVar("T")


class Output:
    def output(self, x):
        return torch.softmax(x, -1)


def traced(kind):
    return kind


class Abstract(Output, metaclass=ABCMeta):
    def loss(self, x):
        return torch.log(self.output(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.output(x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(self.output(x), 1e-10, 1.0))
        # or (unsafe): torch.log_softmax(x, -1)
        # or (unsafe): torch.log(self.output(x) + 1e-8)
        # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        # from: `self.output(x)` returned by this call


class Typed(Generic[T], Output):
    def loss(self, x):
        return torch.log(self.output(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.output(x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(self.output(x), 1e-10, 1.0))
        # or (unsafe): torch.log_softmax(x, -1)
        # or (unsafe): torch.log(self.output(x) + 1e-8)
        # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        # from: `self.output(x)` returned by this call


class Called(traced(Output)):
    def loss(self, x):
        return torch.log(self.output(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.output(x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(self.output(x), 1e-10, 1.0))
        # or (unsafe): torch.log_softmax(x, -1)
        # or (unsafe): torch.log(self.output(x) + 1e-8)
        # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        # from: `self.output(x)` returned by this call


class InParentheses((Output)):
    def loss(self, x):
        return torch.log(self.output(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.output(x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(self.output(x), 1e-10, 1.0))
        # or (unsafe): torch.log_softmax(x, -1)
        # or (unsafe): torch.log(self.output(x) + 1e-8)
        # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        # from: `self.output(x)` returned by this call


class Floored(Output):
    def output(self, x):
        return super().output(x) + 1e-6

    def loss(self, x):
        return torch.log(self.output(x))


class Net(torch.nn.Module):
    def __call__(self, x):
        return torch.softmax(x, -1)


class Untraced(Net):
    forward = None  # until it is traced


def of_an_untraced_one(x):
    net = Untraced()
    return torch.log(net(x))
    #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `net(x)` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(net(x), 1e-10, 1.0))
    # or (unsafe): torch.log(net(x) + 1e-8)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `net(x)` returned by this call
