# What all calls of a function write out is what its parameter holds: of one in a function and of a static method too.

import torch


def entropy(p):
    return -torch.log(p)
    #       ^^^^^^^^^^^^ NAN101 warning: `p` holds 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)


def of_a_few(q):
    def surprise(p):
        return -torch.log(p)
    #           ^^^^^^^^^^^^ NAN101 warning: `p` holds 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)

    return surprise(torch.tensor([0.5, 0.0])) + q


class Table:
    @staticmethod
    def bits(p):
        return torch.log2(p)
    #          ^^^^^^^^^^^^^ NAN101 warning: `p` holds 0: log2(0) is -inf; keep it above 0
    # fixed: torch.log2(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log2(p + 1e-8)

    def first(self):
        return self.bits(torch.tensor([0.0, 1.0]))


print(entropy(torch.tensor([0.0, 1.0])))
