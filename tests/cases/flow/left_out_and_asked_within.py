"""What callers leave out decides what a function meets, also where a function within it asks."""

import torch


def outer(x, mask=None):
    def scaled(y):
        if mask is None:
            return torch.log(y)
            #      ^^^^^^^^^^^^ NAN101 warning: `y` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        return y

    return scaled(torch.sigmoid(x))


def use(x):
    return outer(x)


def plain(y, mask=None):
    if mask is None:
        return torch.log(y)
        #      ^^^^^^^^^^^^ NAN101 warning: `y` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    return y


def with_mask(x, mask):
    return plain(torch.sigmoid(x), mask > 0)


def of_some(x, **settings):
    return plain(torch.sigmoid(x), **settings)


class Layer(torch.nn.Module):
    def forward(self, y, mask=None):
        if mask is None:
            return torch.log(y)
        return y


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = Layer()

    def forward(self, x):
        return self.layer(torch.sigmoid(x), mask=x > 0)
