# An epsilon in an attribute, of the class or of the object, counts as the number that it is.

import torch


class Entropy:
    EPS = 1e-8

    def __init__(self, eps=1e-6):
        self.eps = eps
        self.floor = 1e-7

    def __call__(self, logits):
        p = torch.softmax(logits, -1)
        a = torch.log(p + self.floor)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + self.floor` keeps the logarithm of a softmax finite
        b = torch.log(p + self.EPS)
    #       ^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + self.EPS` keeps the logarithm of a softmax finite
        c = torch.log(p + self.eps)
        return a, b, c
