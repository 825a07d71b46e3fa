"""A method is called on objects of its class: what other things are asked under its name says nothing of it."""

import torch


class Loss:
    def of(self, p):
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax

    def compare(self, x, others):
        others.of(torch.sigmoid(x))
        x[0].of(torch.sigmoid(x))
        (3).of(torch.sigmoid(x))
        [x].of(torch.sigmoid(x))
        return self.of(torch.softmax(x, -1))
