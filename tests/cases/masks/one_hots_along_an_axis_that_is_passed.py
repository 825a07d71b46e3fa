"""What one-hot vectors pick of shares is told, also along an axis that nobody knows."""

import torch
import torch.nn.functional as F


def along_some_axis(labels, x, axis):
    return torch.log((F.one_hot(labels, 10) * torch.softmax(x, -1)).sum(axis))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(…).sum(…)` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def along_their_own(labels, x):
    return torch.log((F.one_hot(labels, 10) * torch.softmax(x, -1)).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(…).sum(…)` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def along_the_rows(labels, x):
    return torch.log((F.one_hot(labels, 10) * torch.softmax(x, -1)).sum(0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(…).sum(…)` can be 0, as a one-hot vector is everywhere but at one index: log(0) is -inf; keep it above 0
