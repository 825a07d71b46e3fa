# The results of a projection onto the simplex sum to 1: their support is not empty. A mask of padding may be.

import torch
from torch.autograd import Function


class SparsemaxFunction(Function):
    @staticmethod
    def backward(ctx, upstream):
        (output,) = ctx.saved_tensors
        support = torch.ne(output, 0)
        mean = torch.sum(upstream * support, dim=1) / torch.sum(support, dim=1)
        return support * (upstream - mean.unsqueeze(1))


def mean_of_words(states, words):
    kept = torch.ne(words, 0)
    return torch.sum(states * kept, dim=1) / torch.sum(kept, dim=1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sum(kept, dim=1)` is a row's count of matches and can be exactly 0
