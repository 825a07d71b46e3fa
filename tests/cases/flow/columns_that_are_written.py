# What is written into some columns is not met in others: the classes of a box stand beside its place and size. Where both
# ends of what is written and read are numbers, that is seen, and of what was put together a reader of some columns meets one.

import numpy as np
import torch
from torch import nn


def encoded(template, labels, matches, nearest, n):
    y = np.copy(template)
    y[:, :, 0] = 1
    classes = np.eye(4)[labels[:, 0].astype(int)]
    boxes = np.concatenate([classes, labels[:, 1:]], axis=-1)
    for i in range(n):
        y[i, matches, :-8] = boxes
        y[i, nearest, :-8] = boxes[nearest]
    y[:, :, [-12, -11]] /= y[:, :, [-6, -5]] * y[:, :, [-4, -3]]
    y[:, :, [-10, -9]] = np.log(y[:, :, [-10, -9]]) / y[:, :, [-2, -1]]
    return y, np.log(boxes[nearest])
    #         ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `boxes[nearest]` can be 0, as a one-hot vector is everywhere but at one index: log(0) is -inf; keep it above 0


class Boxes(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(16, 6)

    def forward(self, x):
        out = self.out(x)
        y = torch.ones_like(out)
        y[:, :2] = torch.sigmoid(out[:, :2])
        y[..., 4:] = torch.relu(out[..., 4:])
        first, rest = torch.log(y[:, :2]), torch.log(y[:, 2:4])
        #             ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `y[:, :2]` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        return first, rest, torch.log(y[:, 5])
        #                   ^^^^^^^^^^^^^^^^^^ NAN101 warning: `y[:, 5]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0

    def by_names(self, x, k):
        out = self.out(x)
        y = torch.ones_like(out)
        y[:, :k] = torch.relu(out[:, :k])
        return torch.log(y[:, 3])
        #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `y[:, 3]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0

    def from_both_ends(self, x):
        out = self.out(x)
        y = torch.ones_like(out)
        y[:, -4:] = torch.relu(out[:, -4:])
        return torch.log(y[:, -5]), torch.log(y[:, 3])
        #                           ^^^^^^^^^^^^^^^^^^ NAN101 warning: `y[:, 3]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0

    def rows(self, x):
        out = self.out(x)
        y = torch.ones_like(out)
        y[0] = torch.relu(out[0])
        return torch.log(y[:, 0])
        #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `y[:, 0]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def detected(boxes, logits, order):
    scores = torch.softmax(logits, -1)[:, 1]
    found = torch.hstack((boxes, scores[:, None]))
    area = (found[:, 2] - found[:, 0]) * (found[:, 3] - found[:, 1])
    return area / (area[0] + area[order]), torch.log(found[:, 0]), torch.log(found[:, -1]), torch.log(found)
    #                                      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `found[:, 0]` stays above 0: log(0) is -inf
    #                                                              ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `found[:, -1]` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    #                                                                                       ^^^^^^^^^^^^^^^^ NAN101 warning: `found` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def in_one_table(boxes, p):
    table = np.column_stack((boxes, np.identity(4)[p]))
    return np.log(table[:, 1:3]), np.log(table[:, -1])
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `table[:, 1:3]` stays above 0: log(0) is -inf
    #                             ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `table[:, -1]` is a one-hot vector, exactly 0 everywhere but at one index: log(0) is -inf; keep it above 0
