# A property is read without a call, and a static method is called through the object or the class.

import torch


class Head:
    def __init__(self, x):
        self.x = x

    @property
    def probabilities(self):
        return torch.softmax(self.x, -1)

    @staticmethod
    def squash(x):
        return torch.sigmoid(x)

    def loss(self):
        a = torch.log(self.probabilities)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.probabilities` is a softmax
        b = torch.log(self.squash(self.x))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.squash(self.x)` is a sigmoid
        c = torch.log(Head.squash(self.x))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `Head.squash(self.x)` is a sigmoid
        return a, b, c
