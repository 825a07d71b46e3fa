# Each item of a list has the values of the expression that makes it.

import torch


def per_head(heads):
    outputs = [torch.softmax(head, -1) for head in heads]
    direct = [torch.log(torch.softmax(h, -1)) for h in heads]
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(h, -1)` is a softmax
    summed = sum(torch.log(p) for p in outputs)
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    return direct, summed
