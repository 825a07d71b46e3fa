"""What a name picks is the same wherever the name has its value from the same places: in the body of a loop."""

import torch


def each_by_its_length(rows):
    total = 0.0
    for i in range(len(rows)):
        unit = rows[i] / torch.sqrt((rows[i] ** 2).sum())
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt((…).sum())` is a norm
        total = total + torch.acos((unit * unit).sum())
        #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `(…)…()` stays between -1 and 1
    total.backward()


def softmax_of_each(rows):
    total = 0.0
    for i in range(len(rows)):
        shifted = torch.exp(rows[i] - rows[i].max())
        total = total + torch.log(shifted.sum())
    total.backward()


def one_after_the_other(rows, i):
    first = torch.exp(rows[i])
    i += 1
    loss = torch.log(first / (first + torch.exp(rows[i].max()))).sum()
    loss.backward()


def with_the_one_before(rows):
    total, before = 0.0, rows[0]
    for i in range(1, len(rows)):
        total = total + torch.sqrt(torch.exp(rows[i] - before))
        before = rows[i]
    total.sum().backward()
