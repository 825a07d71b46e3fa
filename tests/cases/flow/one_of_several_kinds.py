"""One value of several: tuples of one length are joined item by item, tables under each key, what functions
give where any may be called, and nothing else is."""

import torch


class Settings:
    def __getitem__(self, name):
        return self.read(name)


def of_two_lengths(x, kind):
    if kind:
        return torch.relu(x), torch.ones(3)
    return torch.relu(x), torch.ones(3), torch.zeros(3)


def of_one_length(x, kind):
    if kind:
        return torch.relu(x), torch.ones(3)
    return torch.relu(x), torch.full((3,), 2.0)


def joined(x, y, kind):
    reveal_range(of_two_lengths(x, kind)[0])  # unknown
    reveal_range(of_two_lengths(x, kind)[2])  # unknown
    reveal_range(of_one_length(x, kind)[1])  # [1, 2] float32
    options = {"epsilon": 0.5} if kind else Settings()
    reveal_range(options["epsilon"])  # unknown
    options = {"epsilon": 0.5} if kind else {"epsilon": 1.0}
    reveal_range(options["epsilon"])  # [0.5, 1] float64
    squash = torch.sigmoid if kind else None
    reveal_range(squash(x))  # [0, 1] float32
    squash = torch.sigmoid if kind else torch.relu
    reveal_range(squash(x))  # [0, inf] float32
    bounded = torch.clamp(x, min=0.5) if kind else torch.clamp(x, 0.25, 1.0)
    reveal_range(bounded)  # [0.25, inf] float32
    bounded = torch.clamp(x, min=0.5) if kind else torch.clamp(x, max=1.0)
    reveal_range(bounded)  # any value float32
    if kind:
        pair = torch.relu(x), torch.ones(3)
    else:
        pair = torch.ones(3), torch.relu(x)
    if kind:
        other = torch.ones(3)
    else:
        other = torch.relu(x)
    return 1 / (pair[0] + other)


def of_one_row(rows, first):
    reveal_range(torch.exp(rows[0] - first.max()))  # [0, 1.00000048] float32


def of_another_row(rows, first):
    reveal_range(torch.exp(rows[0] - first.max()))  # [0, inf] float32


def of_some_dtype(x, y, kind):
    if kind == "a":
        p = y
    elif kind == "b":
        p = torch.softmax(x, -1).half()
    else:
        p = torch.softmax(x, -1)
    reveal_range(p)  # any value float16
    reveal_range(1 - p + 1e-10)  # any value float16
    return torch.log(1 - p + 1e-10)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 - p + 1e-10` masks nothing: 1e-10 is 0 in float16, and log(0) is -inf; take a larger one
    # fixed: torch.log(1 - p + 1e-4)
    # from: `torch.softmax(x, -1)` made here, exactly 1 in float32 once one logit leads the others by 17


def rows_of(x, y):
    x, y = torch.relu(x), torch.relu(y)
    of_one_row(x, x[0])
    of_one_row(y, y[0])
    of_another_row(x, x[0])
    of_another_row(y, y[1])
    listed = [torch.softmax(x, -1).half(), torch.softmax(x, -1)]
    reveal_range(listed)  # not a number
    for p in listed:
        reveal_range(1 - p + 1e-10)  # [0, 1] float16
