# What begins an edge need not end one: a degree that was counted by one end is 0 for some of the others. Picked by the
# end that was counted it never is.

import numpy as np
import torch
from torch import nn


class Convolution(nn.Module):
    def norm(self, edges, n):
        row, col = edges
        degree = torch.zeros(n).scatter_add_(0, col, torch.ones(col.size(0)))
        inverse = degree.pow(-0.5)
        #         ^^^^^^^^^^^^^^^^ NAN103 warning: `degree` is a count of each value
        return inverse[row] * inverse[col]

    def of_ends(self, edges, n):
        row, col = edges
        degree = torch.zeros(n).scatter_add_(0, col, torch.ones(col.size(0)))
        inverse = degree.pow(-0.5)
        return inverse[col]


def class_weights(labels, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    return counts.sum() / (n_classes * counts)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(n_classes * counts)` can be 0, as a count of each value can
